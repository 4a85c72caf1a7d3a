import { z } from "zod";
import type { LabMeasurement } from "./measurement";

/** A field that two readings of the same paper do not agree on. */
export interface Difference {
  readonly field: string;
  readonly first: string | null;
  readonly second: string | null;
}

/** Differences as they are stored. */
export const differencesSchema = z.array(
  z.object({ field: z.string(), first: z.string().nullable(), second: z.string().nullable() }),
) satisfies z.ZodType<Difference[]>;

/** What is not read from the paper, or is the paper itself. */
const NOT_COMPARED: readonly string[] = [
  "asPrinted",
  "lowerLimitCopiesPerMl",
  "upperLimitCopiesPerMl",
  "detectionLimitCopiesPerMl",
];

/**
 * Where two readings differ, field by field in the order of the alphabet. Numbers that are written differently and are
 * the same number agree.
 */
export function differencesOf(first: LabMeasurement, second: LabMeasurement): readonly Difference[] {
  const [one, two] = [flat(first), flat(second)];
  const fields = [...new Set([...one.keys(), ...two.keys()])].filter((field) => !NOT_COMPARED.includes(field));
  return fields.toSorted().flatMap((field) => {
    const [a, b] = [one.get(field) ?? null, two.get(field) ?? null];
    return a === b || sameNumber(field, a, b) ? [] : [{ field, first: a, second: b }];
  });
}

function flat({ kind, result }: LabMeasurement): ReadonlyMap<string, string | null> {
  const entries = Object.entries({ kind, ...result }).map(([name, value]): [string, string | null] => [
    name,
    value === null || value === undefined
      ? null
      : typeof value === "object"
        ? `${value.key} ${value.edition}`
        : `${value}`,
  ]);
  return new Map(entries);
}

function sameNumber(field: string, a: string | null, b: string | null): boolean {
  return field === "value" && a !== null && b !== null && Number(a) === Number(b);
}
