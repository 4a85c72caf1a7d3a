/** One thing that makes a result impossible to save. `rule` is a stable name that screens translate. */
export interface EntryProblem {
  readonly field: string;
  readonly rule: string;
  /** Numbers and dates that the message names; never who it is about. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** One thing that is possible and unlikely: it is saved with the reason somebody gives. */
export interface EntryWarning<Check extends string> {
  readonly check: Check;
  readonly values: Readonly<Record<string, string | number>>;
}
