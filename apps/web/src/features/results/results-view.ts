import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>["suppression"];
/** The page as the procedure answers it; disclosure control has happened. */
export type ResultsView = Outputs["read"];
export type RuledSuppression = ResultsView["suppression"]["rules"][number];
export type CohortSuppression = RuledSuppression["own"];
export type ShiftFigures = CohortSuppression["figures"][number];
export type ShownCount = CohortSuppression["people"]["enrolled"];
export type Estimate = ShiftFigures["difference"];
export type Assumption = RuledSuppression["frame"]["assumptions"][number];
export type Times = ResultsView["times"]["suppression"];
export type CascadeStep = ResultsView["cascade"]["steps"][number];
export type LevelState = Outputs["readChange"];
export type LevelChange = Extract<LevelState, { kind: "done" }>["result"];
export type CohortLevel = LevelChange["own"];

/** What the sections need besides the figures. */
export interface ResultsPlace {
  readonly programmeId: string;
  /** `/p/<slug>` */
  readonly base: string;
  readonly verbs: readonly string[];
}
