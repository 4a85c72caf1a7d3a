import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";

type AnyOutcome = inferRouterOutputs<AppRouter>["outcome"]["read"];
/** One outcome with scores as the procedure answers it; disclosure control has happened. */
export type OutcomeView = Extract<AnyOutcome, { kind: "score" }>;
/** One outcome that is yes or no. */
export type BinaryView = Extract<AnyOutcome, { kind: "binary" }>;
/** What stands on the page of every outcome, whatever it is. */
export type OutcomeFrame = Omit<OutcomeView | BinaryView, "kind" | "analysis">;
export type Analysis = OutcomeView["analysis"];
export type ShownCount = Analysis["attrition"]["flow"]["enrolled"];
export type Compared = Extract<Analysis["comparison"], { kind: "comparison" }>;
export type Weighting = Extract<Compared["weighting"], { kind: "weighted-cohorts" }>;
export type Finding = Analysis["findings"][number];
export type BinaryFinding = BinaryView["analysis"]["findings"][number];
export type Estimate = Analysis["sensitivity"][number]["estimate"];

/** Whose scores it rests on, as those who may see them are told. */
export type OutcomePeople = inferRouterOutputs<AppRouter>["outcome"]["listPeople"];

/** What the sections need besides the figures. */
export interface OutcomePlace {
  readonly programmeId: string;
  /** `/p/<slug>` */
  readonly base: string;
  readonly verbs: readonly string[];
}
