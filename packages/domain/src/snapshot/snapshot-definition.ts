import { z } from "zod";
import { cohortCriteria } from "../cohort-definition/criteria";

const named = { id: z.uuid(), name: z.string() };

/**
 * What a data set was frozen of, besides the rows themselves: everything of the programme's plan that its figures depend on, as
 * it was. A definition is data: it is hashed with the rows, and read again to show the same figures.
 */
export const snapshotDefinition = z.object({
  dataLabel: z.string().nullable(),
  suppressionThreshold: z.number().int(),
  timeZone: z.string(),
  sites: z.array(z.object(named)),
  cohorts: z.array(z.object({ ...named, kind: z.string(), active: z.boolean() })),
  timepoints: z.array(
    z.object({
      ...{ id: z.uuid(), code: z.string(), label: z.string(), kind: z.string(), active: z.boolean() },
      ...{ position: z.number(), targetDay: z.number(), daysBefore: z.number(), daysAfter: z.number() },
    }),
  ),
  instrumentUses: z.array(
    z.object({ instrument: z.string(), askedOf: z.string(), timepointCodes: z.array(z.string()) }),
  ),
  measures: z.array(
    z.object({
      ...{ code: z.string(), label: z.string(), domain: z.string(), improvement: z.string(), unit: z.string() },
      ...{ minimum: z.number().nullable(), maximum: z.number().nullable(), source: z.string() },
    }),
  ),
  /** Cohorts that somebody had defined, whose sums are frozen too. */
  definitions: z.array(
    z.object({ ...named, number: z.number().int(), criteria: cohortCriteria, contentHash: z.string() }),
  ),
  /** The newest plan of the analysis then; null before there was one. */
  plan: z.object({ version: z.number().int(), hash: z.string() }).nullable(),
  /**
   * How everybody enrolled in each cohort is shown to whoever may not see the people, where it was decided together with other
   * pages; null where nothing had to be decided.
   */
  enrolledShown: z
    .array(
      z.object({
        cohortId: z.uuid(),
        count: z.discriminatedUnion("kind", [
          z.object({ kind: z.literal("exact"), n: z.number() }),
          z.object({ kind: z.literal("hidden"), below: z.number() }),
          z.object({ kind: z.literal("range"), low: z.number(), high: z.number() }),
        ]),
      }),
    )
    .nullable(),
});
export type SnapshotDefinition = z.output<typeof snapshotDefinition>;

/** How much was frozen. */
export const snapshotCounts = z.object({ people: z.number(), forms: z.number(), scores: z.number() });
export type SnapshotCounts = z.output<typeof snapshotCounts>;

/** As much of a snapshot's hash as stands beside every figure made from it: people compare it by eye. */
export function snapshotCode(contentHash: string): string {
  return contentHash.slice(0, 8);
}
