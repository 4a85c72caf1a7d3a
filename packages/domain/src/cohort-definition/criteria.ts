import { z } from "zod";
import { AGE_LIMITS, GENDERS, KEY_POPULATION_ANSWERS } from "../characteristics/characteristics";
import { ENROLMENT_STATUSES } from "../enrolment/enrolment-status";
import { SUPPORT_TYPE_NAMES } from "../support/contact";

/** Minutes of what: of one type of support, or of all. */
export const DOSE_TYPES = ["all", ...SUPPORT_TYPE_NAMES] as const;

/** People cannot be told apart by more. */
const MOST_BANDS = 3;
const MOST_CHOICES = 1000;

const day = z.iso.date();
/** From the first value up to, and without, the second; either may be left open, not both. */
const band = (bound: z.ZodType<number>) =>
  z
    .object({ from: bound.nullable(), below: bound.nullable() })
    .refine(({ from, below }) => from !== null || below !== null, "cohort-criteria.band-open")
    .refine(({ from, below }) => from === null || below === null || from < below, "cohort-criteria.band-empty");
const ids = z.array(z.uuid()).min(1).max(MOST_CHOICES);

/**
 * Who belongs to a cohort that somebody defined. Every criterion that is there must hold; inside one that lists values, any
 * of them. What was known at the baseline chooses nobody by what came of them; dose, volunteers and standing were not (`isKnownAtBaseline`). A person of
 * whom it is not known whether a criterion holds is not in the cohort: missing is never a value.
 */
export const cohortCriteria = z.strictObject({
  /** Arms in which people were enrolled. */
  arms: ids.optional(),
  sites: ids.optional(),
  /** Day of enrolment, both days included. */
  enrolled: z
    .object({ from: day.nullable(), until: day.nullable() })
    .refine(({ from, until }) => from !== null || until !== null, "cohort-criteria.band-open")
    .refine(({ from, until }) => from === null || until === null || from <= until, "cohort-criteria.band-empty")
    .optional(),
  /** Days from the start of treatment to the enrolment; negative for who began later. */
  daysOnTreatment: band(z.int().min(-36_525).max(36_525)).optional(),
  /** Scores at the baseline. */
  baseline: z
    .array(z.intersection(z.object({ measure: z.string().min(3).max(120) }), band(z.number())))
    .min(1)
    .max(MOST_BANDS)
    .refine((bands) => new Set(bands.map(({ measure }) => measure)).size === bands.length, "cohort-criteria.band-twice")
    .optional(),
  /** Completed years at enrolment, where it is recorded. */
  age: band(z.int().min(AGE_LIMITS.least).max(AGE_LIMITS.most)).optional(),
  gender: z.array(z.enum(GENDERS)).min(1).max(GENDERS.length).optional(),
  keyPopulations: z.array(z.enum(KEY_POPULATION_ANSWERS)).min(1).max(KEY_POPULATION_ANSWERS.length).optional(),
  /** Minutes of support in the days after the enrolment, as logged: known only afterwards. Nothing logged is no minutes. */
  dose: z
    .array(
      z.intersection(
        z.object({ type: z.enum(DOSE_TYPES), withinDays: z.int().min(1).max(3650) }),
        band(z.number().min(0).max(1_000_000)),
      ),
    )
    .min(1)
    .max(MOST_BANDS)
    .refine((bands) => new Set(bands.map(({ type }) => type)).size === bands.length, "cohort-criteria.band-twice")
    .optional(),
  /** Volunteers of whom somebody had support: known only afterwards. */
  volunteers: ids.optional(),
  /** How people stand with the programme now: known only afterwards. */
  standing: z.array(z.enum(ENROLMENT_STATUSES)).min(1).max(ENROLMENT_STATUSES.length).optional(),
});
export type CohortCriteria = z.output<typeof cohortCriteria>;

/**
 * Whether people are chosen by what was known at their baseline alone. Where not, a change in the cohort may be there only
 * because of who was chosen (people who completed are those it went well for), so it describes and compares nothing.
 */
export function isKnownAtBaseline({ standing, dose, volunteers }: CohortCriteria): boolean {
  return standing === undefined && dose === undefined && volunteers === undefined;
}

/** The same criteria in one way of writing: lists in order and without repetition, so that equal definitions are equal text. */
export function canonicalCriteria(criteria: CohortCriteria): CohortCriteria {
  const { arms, sites, enrolled, daysOnTreatment, baseline, age, gender, keyPopulations, standing } = criteria;
  const { dose, volunteers } = criteria;
  return {
    ...(arms && { arms: inOrder(arms) }),
    ...(sites && { sites: inOrder(sites) }),
    ...(enrolled && { enrolled }),
    ...(daysOnTreatment && { daysOnTreatment }),
    ...(baseline && { baseline: baseline.toSorted((a, b) => (a.measure < b.measure ? -1 : 1)) }),
    ...(age && { age }),
    ...(gender && { gender: GENDERS.filter((one) => gender.includes(one)) }),
    ...(keyPopulations && { keyPopulations: KEY_POPULATION_ANSWERS.filter((one) => keyPopulations.includes(one)) }),
    ...(dose && { dose: DOSE_TYPES.flatMap((type) => dose.filter((one) => one.type === type)) }),
    ...(volunteers && { volunteers: inOrder(volunteers) }),
    ...(standing && { standing: ENROLMENT_STATUSES.filter((one) => standing.includes(one)) }),
  };
}

function inOrder(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.toLowerCase()))].toSorted();
}
