import { z } from "zod";

/** What somebody else may know of a person. */
export const KNOWN_COLUMNS = ["cohort", "site", "volunteer", "standing", "forms", "days", "first-score"] as const;
export type KnownColumn = (typeof KNOWN_COLUMNS)[number];

/** What became of the sites: each by itself, small ones together, no column at all, or none was ever in it. */
export const SITE_TREATMENTS = ["each", "merged", "left-out", "none"] as const;

/**
 * How alike the people of a release are, as it was when it was asked for. Kept with the release and shown to whoever decides.
 */
export const anonymitySummarySchema = z.object({
  /** The programme's threshold. */
  threshold: z.number().int(),
  /** Null where a file has no rows of people, only counts. */
  people: z.number().int().nullable(),
  /** From what hardly anybody knows to what a companion may know. Empty where there are no rows of people. */
  levels: z.array(
    z.object({
      known: z.array(z.enum(KNOWN_COLUMNS)),
      /** People in the smallest group of those who are alike in all of it. */
      smallest: z.number().int(),
      /** Share of people alone in their group. */
      alone: z.number(),
    }),
  ),
  /** Fewest different scores that people of one of the smallest groups have at one time; null where nothing is scored twice. */
  fewestDifferent: z.number().int().nullable(),
  /** The smallest number of people that is in the file as a count; null where it has none. */
  smallestCount: z.number().int().nullable(),
  sites: z.object({
    treatment: z.enum(SITE_TREATMENTS),
    all: z.number().int(),
    /** Sites of fewer people than the threshold. */
    small: z.number().int(),
  }),
  /** Columns that were left out because they would show so few people. */
  leftOut: z.array(z.enum(KNOWN_COLUMNS)),
});
export type AnonymitySummary = z.output<typeof anonymitySummarySchema>;

/** Whether a group of people who are alike is smaller than the threshold: whoever decides is warned. */
export function isBelowThreshold({ levels, smallestCount, threshold, people }: AnonymitySummary): boolean {
  if (people === null) return smallestCount !== null && smallestCount < threshold;
  return (levels[0]?.smallest ?? threshold) < threshold;
}
