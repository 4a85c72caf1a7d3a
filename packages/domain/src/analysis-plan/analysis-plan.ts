import { z } from "zod";
import { comparesCohorts, PRIMARY_MODELS, STUDY_DESIGNS } from "./plan-choices";
import { plannedWindowSchema } from "./planned-window";

const measure = z.string().trim().min(1).max(200);
const cohortName = z.string().trim().min(1).max(120);
const timepointCode = z.string().trim().min(1).max(60);

/** One outcome at one time: a measure (`phq-9/total`) and the code of the timepoint it is read at. */
export const plannedOutcomeSchema = z.object({ measure, timepointCode });
export type PlannedOutcome = z.infer<typeof plannedOutcomeSchema>;

/**
 * What will be analysed, and how, before the figures are seen: one primary outcome with its window, cut-off, model and
 * important difference; the secondary outcomes, which are corrected together; everything else is exploratory.
 */
export const analysisPlanSchema = z
  .object({
    title: z.string().trim().min(3).max(200),
    design: z.enum(STUDY_DESIGNS),
    primary: plannedOutcomeSchema,
    model: z.enum(PRIMARY_MODELS),
    /** Name of the comparison cohort; needed by the models that compare. */
    comparisonCohort: cohortName.nullable(),
    /**
     * Names of the cohorts the question is about, each by itself; empty or absent: every cohort of kind peer support. Plans
     * saved before this could be said have none, and their hash stays as it was.
     */
    supportedCohorts: z.array(cohortName).max(40).optional(),
    /** People entered because their baseline was at least (or at most) this; null when entry did not depend on it. */
    entryCutOff: z.object({ value: z.number().min(-1e6).max(1e6), side: z.enum(["at-least", "at-most"]) }).nullable(),
    /** Smallest difference people notice, in points of the primary measure; null leaves the instrument's own. */
    importantDifference: z.number().positive().max(1e6).nullable(),
    secondary: z.array(plannedOutcomeSchema).max(40),
    /** What happens to people who died, moved away or left the project, in the programme's own words. */
    intercurrentEvents: z.string().trim().max(2000),
    /**
     * The days that belonged to the planned times when the plan was saved. Whoever saves writes them, not who plans; plans
     * saved before have none, and their hash stays as it was.
     */
    windows: z.array(plannedWindowSchema).max(60).optional(),
  })
  .refine((plan) => plan.design !== "single-group" || !comparesCohorts(plan.model), {
    path: ["model"],
    message: "analysis-plan.model-needs-cohorts",
  })
  .refine((plan) => !comparesCohorts(plan.model) || plan.comparisonCohort !== null, {
    path: ["comparisonCohort"],
    message: "analysis-plan.comparison-missing",
  })
  .refine(({ comparisonCohort: other, supportedCohorts = [] }) => other === null || !supportedCohorts.includes(other), {
    path: ["supportedCohorts"],
    message: "analysis-plan.comparison-supported",
  })
  .refine((plan) => !plan.secondary.some((one) => isSameOutcome(one, plan.primary)), {
    path: ["secondary"],
    message: "analysis-plan.primary-twice",
  })
  .refine((plan) => plan.secondary.every((one, at) => plan.secondary.findIndex((o) => isSameOutcome(o, one)) === at), {
    path: ["secondary"],
    message: "analysis-plan.secondary-twice",
  });
export type AnalysisPlan = z.infer<typeof analysisPlanSchema>;

/** The plan as it is stored and hashed: what says nothing is left out, and cohorts stand in order of name, each once. */
export function plainPlan({ supportedCohorts = [], ...rest }: AnalysisPlan): AnalysisPlan {
  const named = [...new Set(supportedCohorts)].toSorted();
  return named.length === 0 ? rest : { ...rest, supportedCohorts: named };
}

/** Whether two planned outcomes are the same measure at the same time. */
export function isSameOutcome(a: PlannedOutcome, b: PlannedOutcome): boolean {
  return a.measure === b.measure && a.timepointCode === b.timepointCode;
}
