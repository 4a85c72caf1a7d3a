import { DENOMINATORS } from "@alongside/analysis/binary-change/answer-table";
import type { UsableTable } from "@alongside/analysis/binary-change/usable-table";
import type { RAnswerCount, RMargins } from "@alongside/interchange/formats/r-script/binary-script-input";

/** Counts of answers of a cohort whose cells are shown: all denominators follow from them. */
export function answerCounts(cohort: RAnswerCount["cohort"], { answers }: UsableTable): readonly RAnswerCount[] {
  return answers.map((one) => ({ cohort, ...one }));
}

/** Shares by denominator, of a cohort whose cells are hidden. */
export function marginCounts(cohort: RMargins["cohort"], { shifts }: UsableTable): readonly RMargins[] {
  return DENOMINATORS.flatMap((denominator) => {
    const usable = shifts[denominator];
    return usable.kind === "margins"
      ? [{ cohort, denominator, n: usable.n, before: usable.before, after: usable.after }]
      : [];
  });
}
