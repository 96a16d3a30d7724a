/**
 * A rule for tasks that exist only at run time: `when` says whether `model` serves the task.
 *
 * Shape: `signals` is what the call gave as `{ signals }`, `{}` where it gave none; so each signal is optional.
 * Errors: a `when` that throws, or answers with anything but a boolean, is reported once and does not apply.
 */
export interface Rule<Model extends string = string, Signals = never> {
  readonly name: string;
  readonly when: (task: string, signals: Signals) => boolean;
  readonly model: Model;
}

/** Rules as a router keeps them: copies of what it was told, and no more. */
export type KeptRules<Rules extends readonly Rule[]> = {
  readonly [Index in keyof Rules]: Readonly<Pick<Rules[Index], 'name' | 'when' | 'model'>>;
};

/** What one rule reads; `{}` where its `when` names no signals. */
type SignalsOfOne<Each> = Each extends { readonly when: (task: string, signals: infer Signals) => boolean }
  ? [Signals] extends [never]
    ? {}
    : unknown extends Signals
      ? {}
      : Signals
  : never;

/** The signals that all the rules read, together. */
export type SignalsOf<Rules extends readonly Rule[]> = [Rules[number]] extends [never]
  ? {}
  : (
        Rules[number] extends infer Each
          ? Each extends unknown
            ? (signals: SignalsOfOne<Each>) => void
            : never
          : never
      ) extends (signals: infer All) => void
    ? All
    : never;
