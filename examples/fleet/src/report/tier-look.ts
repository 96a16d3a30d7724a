import { tiers, type Model, type Tier } from '../model-router.ts';
import { span, type Span } from './page.ts';

/** How a tier is drawn, told apart without colours too. */
interface TierLook {
  readonly tier: Tier;
  readonly mark: Span;
  /** What its bars are made of. */
  readonly fill: string;
}

const LOOKS: Readonly<Record<Model, TierLook>> = {
  haiku: { tier: 1, mark: span('●○○', 'haiku'), fill: '░' },
  sonnet: { tier: 2, mark: span('●●○', 'sonnet'), fill: '▒' },
  opus: { tier: 3, mark: span('●●●', 'opus'), fill: '█' },
};

export function lookOf(model: Model): TierLook {
  return LOOKS[model];
}

/** Each model with its look, cheapest first. */
export const TIER_LOOKS = tiers.map((model) => ({ model, ...LOOKS[model] }));
