/** What gave a decision its model, before hints. */
export type Via = 'override' | 'route' | 'domain' | 'rule' | 'default';

/**
 * What the router concluded on one call, and why. Plain, frozen and JSON-shaped: it is the one record that events,
 * recordings, lint findings and reports share.
 */
export interface Decision<
  Task extends string = string,
  Model extends string = string,
  Tier extends number = number,
  Routed extends string = string,
> {
  readonly task: Task;
  /** What serves the call. */
  readonly model: Model;
  /** The rank of `model` in `tiers`; 1 is the cheapest. */
  readonly tier: Tier;
  readonly via: Via;
  /** The key of the table, or the name of the rule; null for override and default. */
  readonly from: string | null;
  /** The model before override and hints. */
  readonly routed: Routed;
  /** The hint that changed the outcome. */
  readonly hint: 'atLeast' | 'atMost' | null;
  /** A short hash of the table's content; see `version` of the router. */
  readonly version: string;
}
