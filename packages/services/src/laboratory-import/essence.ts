import type { LabMeasurement } from "../lab-result/measurement";

/** What a result says, in the order of these fields; null: not stated. */
const FIELDS = [
  ...(["state", "comparator", "value", "unit", "specimen", "rejectionCode", "failureCode", "reason"] as const),
  ...(["receivedOn", "testedOn", "returnedOn"] as const),
];
export type Essence = readonly (string | null)[];

/** A measurement as what is compared. The assay and the day of collection are not in it: by them results are found. */
export function essenceOf({ result }: LabMeasurement): Essence {
  const fields = new Map<string, unknown>(Object.entries(result));
  return FIELDS.map((field) => {
    const value = fields.get(field);
    return typeof value !== "string" || (field === "reason" && value === "not-stated") ? null : value;
  });
}

/** A field on which two results differ, and what each of them says. */
export interface Difference {
  readonly field: string;
  readonly stored: string;
  readonly file: string;
}

/** The first field two results do not agree on; null when they agree. What one of them does not state is no difference. */
export function firstDifference(stored: Essence, file: Essence): Difference | null {
  for (const [index, field] of FIELDS.entries()) {
    const [a, b] = [stored[index] ?? null, file[index] ?? null];
    if (a === null || b === null || a === b) continue;
    if (field === "value" && Number(a) === Number(b)) continue;
    return { field, stored: a, file: b };
  }
  return null;
}

/** What tells two specimens of one day apart, besides the assay. */
const TELLING: ReadonlySet<string> = new Set(["specimen", "receivedOn", "testedOn"]);

/** Whether two results of a day can be of one specimen by everything that both of them state about it. */
export function mayBeOneSpecimen(stored: Essence, file: Essence): boolean {
  return FIELDS.every((field, index) => {
    const [a, b] = [stored[index] ?? null, file[index] ?? null];
    return !TELLING.has(field) || a === null || b === null || a === b;
  });
}
