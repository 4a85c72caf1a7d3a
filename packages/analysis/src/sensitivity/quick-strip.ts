import type { Estimate, InsufficientData } from "@alongside/statistics/estimate";
import type { ChangeDetail } from "../change-detail/change-detail";
import type { RepeatedWaves } from "../change-detail/repeated-waves";

/** Ways to answer the same question with other assumptions, in the order of the strip. */
export const STRIP_ROWS = [
  /** Mean change of people with both scores: what the Change page shows. */
  "complete-pairs",
  /** Centre of the changes of the same people, whatever their shape. */
  "centre",
  /** Everybody with a baseline, by likelihood over all waves. */
  "likelihood",
  /** As complete pairs, with an interval that takes no shape for granted. Takes long. */
  "bootstrap",
  /** Everybody with a baseline, missing scores filled in many times. Takes long. */
  "imputation",
] as const;
export type StripRowId = (typeof STRIP_ROWS)[number];

/** One row of the strip: an estimate of the same change under other assumptions. */
export interface StripRow {
  readonly id: StripRowId;
  readonly estimate: Estimate;
}

/** The rows that are there at once. */
export function quickStrip(
  change: ChangeDetail,
  repeated: RepeatedWaves | InsufficientData | null,
  wave: number,
): readonly StripRow[] {
  const model = repeated?.kind === "repeated-waves" ? (repeated.changes[wave - 1] ?? null) : repeated;
  return [
    { id: "complete-pairs", estimate: change.change },
    { id: "centre", estimate: change.centre },
    ...(model === null ? [] : [{ id: "likelihood" as const, estimate: model }]),
  ];
}
