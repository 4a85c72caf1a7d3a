import type { AppRouter } from "@alongside/api/router";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

type Inputs = inferRouterInputs<AppRouter>["studyImport"];
type Outputs = inferRouterOutputs<AppRouter>["studyImport"];

export type ImportView = Outputs["read"];
export type ImportListEntry = Outputs["list"][number];
export type Report = NonNullable<ImportView["report"]>;
export type ExampleView = Outputs["listExamples"][number];
export type Suggestion = Extract<Outputs["suggest"], { kind: "read" }>;
export type ColumnFacts = Suggestion["columns"][number];
export type ProgrammePlan = Suggestion["plan"];
export type Mapping = Inputs["check"]["mapping"];
export type Cohort = Mapping["cohorts"][number];
export type Timepoint = Mapping["timepoints"][number];
export type Measure = Mapping["measures"][number];

/** The programme that a file chosen now would go into. */
export interface Destination {
  readonly name: string;
  /** What its data are where they are not those of its own people; else null. */
  readonly dataLabel: string | null;
}

/** What every part of the area needs to know about where it stands. */
export interface ImportPlace {
  readonly programmeId: string;
  /** `/p/<slug>` */
  readonly base: string;
  /** Outcome domains in their order. */
  readonly domains: readonly { readonly code: string; readonly label: string }[];
}
