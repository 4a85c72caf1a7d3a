import { formatRounded } from "@alongside/domain/display/rounding";
import type { OutcomeLinesInput } from "./outcome-lines.model";

/** The sentences a summary is put together from, in the reader's language. Numbers arrive rounded and written. */
export interface OutcomeWords {
  readonly cohort: (values: { readonly name: string; readonly waves: string }) => string;
  readonly wave: (values: {
    readonly timepoint: string;
    readonly mean: string;
    readonly low: string;
    readonly high: string;
    readonly n: string;
  }) => string;
  readonly withoutMean: (values: { readonly timepoint: string }) => string;
  /** Put between two waves. */
  readonly separator: string;
}

/** The chart in words, for whoever does not see it: every point it draws, and every one that it cannot draw. */
export function outcomeSummary(
  input: Pick<OutcomeLinesInput, "timepoints" | "series" | "locale">,
  words: OutcomeWords,
): string {
  const { timepoints, series, locale } = input;
  return series
    .map(({ name, waves }) => {
      const parts = timepoints.map(({ id, label }) => {
        const mean = waves.find((wave) => wave.timepointId === id)?.mean;
        if (mean?.kind !== "estimate") return words.withoutMean({ timepoint: label });
        return words.wave({
          timepoint: label,
          mean: formatRounded(mean.value, "mean", locale),
          low: formatRounded(mean.interval.low, "mean", locale),
          high: formatRounded(mean.interval.high, "mean", locale),
          n: formatRounded(mean.n, "count", locale),
        });
      });
      return words.cohort({ name, waves: parts.join(words.separator) });
    })
    .join(" ");
}
