import { type ShownCount, suppressCount } from "@alongside/analysis/disclosure-control/shown-count";
import { countMembers, type MemberCount } from "@alongside/db/cohort-definition/count-members";
import { canonicalCriteria, cohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { countingThreshold } from "../disclosure/counting-threshold";
import { parseInput } from "../parse-input";

/** More cannot be compared at once. */
export const MOST_COHORTS = 8;

export const countDefinedInput = z.object({
  programmeId: z.uuid(),
  cohorts: z.array(cohortCriteria).min(1).max(MOST_COHORTS),
});

/** How many people are in each cohort, and in two of them, at the sites in reach. */
export type CountedCohorts =
  | {
      readonly kind: "counted";
      /** Everybody who is or was enrolled. */
      readonly enrolled: ShownCount;
      /** In the order asked for. */
      readonly sizes: readonly ShownCount[];
      /** Of every two of them, by their places. */
      readonly overlaps: readonly { readonly first: number; readonly second: number; readonly people: ShownCount }[];
    }
  /** The person may not list these people: who is in a cohort would follow from two numbers by subtraction. */
  | { readonly kind: "not-counted" };

/**
 * Counts the people of cohorts that are being defined. Nothing is counted for whoever may not list the people, unless the
 * data are published or simulated.
 */
export async function countDefined(
  context: Context,
  input: z.input<typeof countDefinedInput>,
): Promise<Result<CountedCohorts>> {
  const parsed = parseInput(countDefinedInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, cohorts } = parsed.value;
  const scope = authorise(context, "cohort-definition.read", programmeId);
  if (!scope.ok) return scope;
  const { db, siteIds } = scope.value;
  const programme = await db.programme.findUnique({
    where: { id: programmeId },
    select: { suppressionThreshold: true, dataLabel: true, sites: { select: { id: true } } },
  });
  if (programme === null) return fail("not-found", "programme.none");
  const threshold = countingThreshold(context, scope.value, programme);
  if (threshold === null) return ok({ kind: "not-counted" });
  const asked = [{}, ...cohorts.map(canonicalCriteria)];
  const counts = await countMembers(db, programmeId, asked, siteIds === "all" ? undefined : siteIds);
  const inEvery = (...places: readonly number[]) => peopleIn(counts, places);
  return ok({
    kind: "counted",
    enrolled: suppressCount(inEvery(0), threshold),
    sizes: cohorts.map((_, at) => suppressCount(inEvery(at + 1), threshold)),
    overlaps: cohorts.flatMap((_, first) =>
      cohorts.slice(first + 1).map((_, after) => {
        const second = first + 1 + after;
        const both = inEvery(first + 1, second + 1);
        return { first, second, people: overlapOf(both, [inEvery(first + 1), inEvery(second + 1)], threshold) };
      }),
    ),
  });
}

function peopleIn(counts: readonly MemberCount[], places: readonly number[]): number {
  return counts
    .filter(({ inAll }) => places.every((place) => inAll.includes(place)))
    .reduce((sum, { people }) => sum + people, 0);
}

/** What two have in common; as a range where too few are in one of them only. */
function overlapOf(both: number, sizes: readonly number[], threshold: number): ShownCount {
  const isSmall = (people: number) => people > 0 && people < threshold;
  if (both === 0 || isSmall(both) || !sizes.some((size) => isSmall(size - both))) return suppressCount(both, threshold);
  const low = Math.max(threshold, Math.min(...sizes) - threshold + 1);
  return { kind: "range", low: Math.min(low, both), high: Math.min(...sizes) };
}
