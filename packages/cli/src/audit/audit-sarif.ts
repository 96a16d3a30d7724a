import { createHash } from 'node:crypto';
import { isAbsolute, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FindingRule } from '@taskroute/source/findings';
import type { Finding } from '../survey/survey.ts';
import type { Audit } from './audit.ts';
import { baselineKey } from './baseline.ts';
import { AUDIT_RULES, pageOf } from './rules.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The folder that was surveyed, as code scanning calls it. */
const ROOT = 'SRCROOT';

/** The findings as SARIF 2.1.0. `version` is the command's own. */
export function auditSarif({ survey: { root, findings } }: Audit, version: string): object {
  const rules = Object.keys(AUDIT_RULES) as FindingRule[];
  const seen = new Map<string, number>();
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'taskroute',
            version,
            semanticVersion: version,
            informationUri: 'https://github.com/taskroute/taskroute',
            rules: rules.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { uri: pathToFileURL(`${root}${sep}`).href } },
        results: findings.map((finding) => ({
          ruleId: finding.rule,
          ruleIndex: rules.indexOf(finding.rule),
          level: AUDIT_RULES[finding.rule].level,
          message: { text: finding.message },
          locations: [{ physicalLocation: locationOf(finding, root) }],
          partialFingerprints: { 'taskrouteFinding/v1': fingerprintOf(finding, seen) },
        })),
      },
    ],
  };
}

function ruleOf(rule: FindingRule): object {
  const { description, level } = AUDIT_RULES[rule];
  return {
    id: rule,
    shortDescription: { text: description },
    helpUri: pageOf(rule),
    defaultConfiguration: { level },
  };
}

function locationOf({ file, line, column }: Finding, root: string): object {
  const isBelow = !file.startsWith('../') && !isAbsolute(file);
  const artifactLocation = isBelow
    ? { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT }
    : { uri: pathToFileURL(resolve(root, file)).href };
  return { artifactLocation, region: { startLine: line, startColumn: column } };
}

/** The same while a finding is, wherever its line moves to. Several that are alike are counted. */
function fingerprintOf(finding: Finding, seen: Map<string, number>): string {
  const key = baselineKey(finding);
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return `${createHash('sha256').update(key).digest('hex').slice(0, 32)}:${String(count)}`;
}
