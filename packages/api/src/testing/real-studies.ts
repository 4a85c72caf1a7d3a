import type { inferRouterInputs } from "@trpc/server";
import type { AppRouter } from "../router";

type Mapping = inferRouterInputs<AppRouter>["studyImport"]["check"]["mapping"];
type Timepoint = Mapping["timepoints"][number];

/** A published study as somebody who brings it in describes it, in a programme that begins with our usual timepoints. */
export interface RealStudy {
  /** Name of its file among the data of the reference cases, which says where it is from. */
  readonly file: string;
  readonly mapping: Mapping;
  /** The outcome its plan names before anybody looks. */
  readonly primary: string;
  readonly timepointCode: string;
  readonly importantDifference: number | null;
}

function timepoint(label: string, code: string, kind: Timepoint["kind"], position: number, targetDay: number) {
  return { label, code, name: label, kind, position, targetDay, daysBefore: 0, daysAfter: 0 };
}

/** Weights in pounds of young women before and after one of two therapies or none. */
export const ANOREXIA: RealStudy = {
  file: "anorexia",
  primary: "measure/weight",
  timepointCode: "end",
  importantDifference: 5,
  mapping: {
    form: "wide",
    columns: { participant: "id", cohort: "Treat" },
    cohorts: [
      { label: "Cont", name: "Control", kind: "comparison" },
      { label: "CBT", name: "Cognitive behavioural therapy", kind: "other" },
      { label: "FT", name: "Family therapy", kind: "other" },
    ],
    timepoints: [timepoint("pre", "baseline", "baseline", 0, 0), timepoint("post", "end", "end", 1, 90)],
    measures: [
      {
        ...{ label: "wt", code: "weight", name: "Body weight", domain: "outcome.physiological" },
        ...{ improvement: "increase", unit: "lb", minimum: 50, maximum: 150 },
      },
    ],
    values: [
      { column: "Prewt", measure: "weight", timepoint: "baseline" },
      { column: "Postwt", measure: "weight", timepoint: "end" },
    ],
  },
};

/** Growth of the face of girls and boys, every second year from eight to fourteen; a row per child and age. */
export const ORTHODONT: RealStudy = {
  file: "orthodont",
  primary: "measure/distance",
  timepointCode: "14",
  importantDifference: null,
  mapping: {
    form: "wide",
    columns: { participant: "Subject", cohort: "Sex", timepoint: "age" },
    cohorts: [
      { label: "Male", name: "Boys", kind: "other" },
      { label: "Female", name: "Girls", kind: "comparison" },
    ],
    timepoints: [
      timepoint("8", "baseline", "baseline", 0, 0),
      timepoint("10", "10", "follow-up", 1, 730),
      timepoint("12", "12", "follow-up", 2, 1461),
      timepoint("14", "14", "follow-up", 3, 2191),
    ],
    measures: [
      {
        ...{ label: "distance", code: "distance", name: "Pituitary to pterygomaxillary fissure" },
        ...{ domain: "outcome.physiological", improvement: "increase", unit: "mm" },
      },
    ],
    values: [{ column: "distance", measure: "distance" }],
  },
};

/** Reaction times on ten days of little sleep; longer is worse. One group, a row per person and day. */
export const SLEEPSTUDY: RealStudy = {
  file: "sleepstudy",
  primary: "measure/reaction",
  timepointCode: "9",
  importantDifference: null,
  mapping: {
    form: "wide",
    columns: { participant: "Subject", timepoint: "Days" },
    constants: { cohort: "all" },
    cohorts: [{ label: "all", name: "Drivers", kind: "other" }],
    timepoints: Array.from({ length: 10 }, (_, day) =>
      day === 0 ? timepoint("0", "baseline", "baseline", 0, 0) : timepoint(`${day}`, `${day}`, "follow-up", day, day),
    ),
    measures: [
      {
        ...{ label: "Reaction", code: "reaction", name: "Reaction time", domain: "outcome.behavioural" },
        ...{ improvement: "decrease", unit: "ms", minimum: 0 },
      },
    ],
    values: [{ column: "Reaction", measure: "reaction" }],
  },
};

/** Beck's depression inventory in a trial of therapy by computer, five occasions with drop-out. */
export const BTHEB: RealStudy = {
  file: "btheb",
  primary: "measure/bdi",
  timepointCode: "8m",
  importantDifference: 5,
  mapping: {
    form: "wide",
    columns: { participant: "id", cohort: "treatment" },
    cohorts: [
      { label: "TAU", name: "Treatment as usual", kind: "comparison" },
      { label: "BtheB", name: "Beating the Blues", kind: "other" },
    ],
    timepoints: [
      timepoint("pre", "baseline", "baseline", 0, 0),
      timepoint("2m", "2m", "follow-up", 1, 61),
      timepoint("3m", "3m", "follow-up", 2, 91),
      timepoint("5m", "5m", "follow-up", 3, 152),
      timepoint("8m", "8m", "follow-up", 4, 244),
    ],
    measures: [
      {
        ...{ label: "bdi", code: "bdi", name: "Beck Depression Inventory II", domain: "outcome.psychological" },
        ...{ improvement: "decrease", unit: "points", minimum: 0, maximum: 63 },
      },
    ],
    values: [
      { column: "bdi.pre", measure: "bdi", timepoint: "baseline" },
      { column: "bdi.2m", measure: "bdi", timepoint: "2m" },
      { column: "bdi.3m", measure: "bdi", timepoint: "3m" },
      { column: "bdi.5m", measure: "bdi", timepoint: "5m" },
      { column: "bdi.8m", measure: "bdi", timepoint: "8m" },
    ],
  },
};
