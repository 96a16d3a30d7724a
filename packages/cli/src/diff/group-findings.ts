import type { Revision } from '../git/revision.ts';
import { shownSite } from '../survey/site.ts';
import type { SidedFinding } from './compare-findings.ts';
import type { RouteDiff } from './route-diff.ts';

/** What is said of one or several places. */
export interface SaidOfPlaces {
  readonly message: string;
  /** The first ones, as they are shown. */
  readonly places: readonly string[];
  /** How many more there are. */
  readonly more: number;
}

export interface GroupedFindings {
  readonly fresh: readonly SaidOfPlaces[];
  /** What cannot be verified, by where: what is compared as a whole on either side, else what one side alone has. */
  readonly doubts: readonly { readonly side: string; readonly said: readonly SaidOfPlaces[] }[];
  /** Further places that cannot be verified on either side, and could not before. */
  readonly standing: number;
}

/** How many places of one message are shown. */
const SHOWN = 3;

export function groupFindings({ findings, base, head }: RouteDiff): GroupedFindings {
  const doubts = (on: SidedFinding['on']) =>
    said(findings.filter((each) => each.isDoubt && each.on === on && (on !== 'both' || each.isGeneral)));
  return {
    fresh: said(findings.filter(({ on, isDoubt }) => on === 'head' && !isDoubt)),
    doubts: [
      { side: placeOf(head), said: doubts('head') },
      { side: placeOf(base), said: doubts('base') },
      { side: 'on both sides', said: doubts('both') },
    ].filter((group) => group.said.length > 0),
    standing: findings.filter(({ on, isDoubt, isGeneral }) => on === 'both' && isDoubt && !isGeneral).length,
  };
}

function placeOf({ name, commit }: Revision): string {
  return commit === null ? `in the ${name}` : `at ${name}`;
}

function said(findings: readonly SidedFinding[]): readonly SaidOfPlaces[] {
  const byMessage = new Map<string, string[]>();
  for (const finding of findings) {
    const places = byMessage.get(finding.message);
    if (places === undefined) byMessage.set(finding.message, [shownSite(finding)]);
    else places.push(shownSite(finding));
  }
  return [...byMessage].map(([message, places]) => ({
    message,
    places: places.slice(0, SHOWN),
    more: Math.max(0, places.length - SHOWN),
  }));
}
