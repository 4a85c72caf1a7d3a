import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";

/** One outcome as the procedure answers it; disclosure control has happened. */
export type OutcomeView = inferRouterOutputs<AppRouter>["outcome"]["read"];
export type Analysis = OutcomeView["analysis"];
export type ShownCount = Analysis["attrition"]["flow"]["enrolled"];
export type Compared = Extract<Analysis["comparison"], { kind: "comparison" }>;
export type Weighting = Extract<Compared["weighting"], { kind: "weighted-cohorts" }>;
export type Finding = Analysis["findings"][number];
export type Estimate = Analysis["sensitivity"][number]["estimate"];

/** What the sections need besides the figures. */
export interface OutcomePlace {
  readonly programmeId: string;
  /** `/p/<slug>` */
  readonly base: string;
  readonly verbs: readonly string[];
}
