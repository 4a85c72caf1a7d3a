/** How people came into the groups that are compared. Decides what may be claimed at most. */
export const STUDY_DESIGNS = ["single-group", "cohorts", "randomised"] as const;
export type StudyDesign = (typeof STUDY_DESIGNS)[number];

/** Which model answers the primary question. */
export const PRIMARY_MODELS = [
  /** Mean change of the people measured at both times. */
  "paired-change",
  /** Mean change by likelihood from everybody with a baseline, over all waves. */
  "repeated-measures",
  /** Difference between cohorts after, given the score before. */
  "ancova",
  /** Difference between cohorts in change. */
  "difference-in-differences",
] as const;
export type PrimaryModel = (typeof PRIMARY_MODELS)[number];

/** Whether a model needs two cohorts. */
export function comparesCohorts(model: PrimaryModel): boolean {
  return model === "ancova" || model === "difference-in-differences";
}

/** Models that fit a measure that is yes or no: the first of its share in the same people, the second between two cohorts. */
export const YES_OR_NO_MODELS = [
  "paired-change",
  "difference-in-differences",
] as const satisfies readonly PrimaryModel[];

/** The models a plan may choose for its primary measure. */
export function modelsFor(yesOrNo: boolean): readonly PrimaryModel[] {
  return yesOrNo ? YES_OR_NO_MODELS : PRIMARY_MODELS;
}
