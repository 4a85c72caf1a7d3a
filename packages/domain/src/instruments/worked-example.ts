import type { Answers } from "./answers";

/** Answers whose scores were worked out by hand, as a test of the definition that a clinician can follow. */
export interface WorkedExample {
  readonly name: string;
  readonly answers: Answers;
  /** By scale code. A number is compared to nine decimal places. Scales not named are not checked. */
  readonly expected: Readonly<Record<string, number | "incomplete" | "not-applicable">>;
  /** The calculation, step by step. */
  readonly arithmetic: string;
}

/** A sheet from the ids and the codes in the same order: `sheet(["a.i1", "a.i2"], [0, 3])`. */
export function sheet(ids: readonly string[], codes: readonly Answers[string][]): Answers {
  return Object.fromEntries(ids.map((id, index) => [id, codes[index]]));
}
