import type { AppRouter } from "@alongside/api/router";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>;

export type WorklistPage = Outputs["worklist"]["read"];
export type WorklistRow = WorklistPage["rows"][number];
export type WorklistCounts = Outputs["worklist"]["count"];
export type ContactPage = Outputs["worklist"]["contacts"];
export type Loop = Outputs["counselling"]["read"][number];
export type CounsellingEvent = inferRouterInputs<AppRouter>["counselling"]["record"];
export type Sites = Outputs["programme"]["read"]["sites"];

/** What somebody may do from a line of a list. */
export interface MayDo {
  readonly enter: boolean;
  readonly verify: boolean;
  readonly counsel: boolean;
}
