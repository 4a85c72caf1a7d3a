import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>;

/** Everything that was planned, newest first, and what has been seen. */
export type Plans = Outputs["analysisPlan"]["list"];
export type SavedVersion = Plans["plans"][number];
export type Programme = Outputs["programme"]["read"];

/** A value with what it is called, for choices. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A measure that can be planned for. */
export interface MeasureChoice extends Choice {
  /** Its share is analysed, by other models than means are. */
  readonly yesOrNo: boolean;
  /** The instrument it belongs to; null for a measure of an imported study. */
  readonly group: string | null;
  /** The instrument's own important difference in points, with its basis; null where it has none. */
  readonly important: { readonly value: number; readonly basis: string } | null;
}

/** What a plan can name, in one language. */
export interface PlanChoices {
  readonly measures: readonly MeasureChoice[];
  readonly timepoints: readonly Choice[];
  readonly cohorts: readonly Choice[];
}
