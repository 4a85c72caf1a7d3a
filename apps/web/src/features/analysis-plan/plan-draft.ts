import type { AnalysisPlan, PlannedOutcome } from "@alongside/domain/analysis-plan/analysis-plan";
import { comparesCohorts, type PrimaryModel, type StudyDesign } from "@alongside/domain/analysis-plan/plan-choices";
import type { PlanChoices } from "./plan-views";

/** A plan while it is written: numbers as typed, nothing chosen as an empty text. */
export interface PlanDraft {
  readonly title: string;
  readonly design: StudyDesign;
  readonly primary: PlannedOutcome;
  readonly model: PrimaryModel;
  readonly comparisonCohort: string;
  /** Names; none: every cohort of kind peer support. */
  readonly supportedCohorts: readonly string[];
  readonly cutOffSide: "" | "at-least" | "at-most";
  readonly cutOff: string;
  readonly importantDifference: string;
  /** `key` keeps a row itself while others come and go. */
  readonly secondary: readonly (PlannedOutcome & { readonly key: number })[];
  readonly intercurrentEvents: string;
}

const BLANK: PlanDraft = {
  title: "",
  design: "single-group",
  primary: { measure: "", timepointCode: "" },
  model: "paired-change",
  comparisonCohort: "",
  supportedCohorts: [],
  cutOffSide: "",
  cutOff: "",
  importantDifference: "",
  secondary: [],
  intercurrentEvents: "",
};

/** Where writing starts: from the newest version as far as it fits, or from nothing. */
export function draftOf(plan: AnalysisPlan | null, { measures }: Pick<PlanChoices, "measures">): PlanDraft {
  if (plan === null) return BLANK;
  const draft: PlanDraft = {
    ...plan,
    comparisonCohort: plan.comparisonCohort ?? "",
    supportedCohorts: plan.supportedCohorts ?? [],
    cutOffSide: plan.entryCutOff?.side ?? "",
    cutOff: plan.entryCutOff === null ? "" : String(plan.entryCutOff.value),
    importantDifference: plan.importantDifference === null ? "" : String(plan.importantDifference),
    secondary: plan.secondary.map((outcome, key) => ({ ...outcome, key })),
  };
  return fitting(draft, measures.find(({ value }) => value === plan.primary.measure)?.yesOrNo ?? false);
}

/** The plan as it goes out. What is not asked under this design and model is left out. */
export function planOf(draft: PlanDraft): AnalysisPlan {
  const { comparisonCohort, supportedCohorts, cutOffSide, cutOff, importantDifference, secondary, ...rest } = draft;
  const other = asksForComparison(draft) && comparisonCohort !== "" ? comparisonCohort : null;
  // Its choice goes away with the comparison that was chosen after it.
  const supported = supportedCohorts.filter((name) => name !== other);
  return {
    ...rest,
    comparisonCohort: other,
    ...(supported.length === 0 ? {} : { supportedCohorts: supported }),
    entryCutOff: cutOffSide === "" ? null : { side: cutOffSide, value: Number(cutOff) },
    importantDifference: importantDifference === "" ? null : Number(importantDifference),
    secondary: secondary.map(({ measure, timepointCode }) => ({ measure, timepointCode })),
  };
}

/**
 * The draft with what fits its primary measure. A measure that is yes or no has the model of shares that compares if the one that was
 * chosen compares, and no points that a difference could be stated in.
 */
export function fitting(draft: PlanDraft, yesOrNo: boolean): PlanDraft {
  if (!yesOrNo) return draft;
  const model = comparesCohorts(draft.model) ? "difference-in-differences" : "paired-change";
  return { ...draft, model, importantDifference: "" };
}

/** Whether the comparison cohort is asked for: one group has none, unless the model compares all the same. */
export function asksForComparison({ design, model }: Pick<PlanDraft, "design" | "model">): boolean {
  return design !== "single-group" || comparesCohorts(model);
}

/** The draft with one more secondary outcome, at the primary's time. */
export function withSecondary(draft: PlanDraft): PlanDraft {
  const key = Math.max(-1, ...draft.secondary.map((one) => one.key)) + 1;
  const added = { measure: "", timepointCode: draft.primary.timepointCode, key };
  return { ...draft, secondary: [...draft.secondary, added] };
}
