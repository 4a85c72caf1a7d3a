import type { ShownCohort } from "./change-view";

/** What can be said of a cohort in the title, in the order in which titles say it. */
export const MOVEMENTS = ["fell", "rose", "unclear", "unknown", "hidden"] as const;
export type Movement = (typeof MOVEMENTS)[number];

type Change = ShownCohort["followUp"]["change"];
type Known = Extract<Change, { readonly kind: "estimate" }>;

/** As much of a cohort as tells which way it went. */
export interface Moving {
  readonly followUp: {
    readonly change: Pick<Known, "kind" | "interval"> | Pick<Exclude<Change, Known>, "kind">;
  };
}

/** Which way a cohort's scores went, by the interval and not by the mean alone. */
export function movementOf({ followUp: { change } }: Moving): Movement {
  switch (change.kind) {
    case "suppressed":
      return "hidden";
    case "insufficient-data":
      return "unknown";
    case "estimate":
      if (change.interval.high < 0) return "fell";
      if (change.interval.low > 0) return "rose";
      return "unclear";
  }
}

/** Cohorts by what is said of them; movements of nobody are left out. */
export function byMovement<Cohort extends Moving>(
  cohorts: readonly Cohort[],
): readonly { readonly movement: Movement; readonly cohorts: readonly Cohort[] }[] {
  return MOVEMENTS.map((movement) => ({
    movement,
    cohorts: cohorts.filter((cohort) => movementOf(cohort) === movement),
  })).filter((group) => group.cohorts.length > 0);
}
