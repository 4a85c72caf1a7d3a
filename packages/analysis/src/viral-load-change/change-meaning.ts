import type { Estimate } from "@alongside/statistics/estimate";

/** A change of less than this, in log10, lies within what two tests of one specimen may differ by. */
export const ASSAY_NOISE = 0.5;

/** What a change on the log10 scale means. */
export interface ChangeMeaning {
  /** How many per cent less there is: 100 (1 - 10^change); negative for more. */
  readonly percentFall: { readonly value: number; readonly low: number; readonly high: number };
  /** How many times as much there is: 10^change. For a rise this is what to say. */
  readonly times: { readonly value: number; readonly low: number; readonly high: number };
  /** Where the interval lies: within half a logarithm of 0, beyond it, or across. */
  readonly noise: "within" | "beyond" | "unclear";
}

/** The meaning of a change, or null without one. */
export function changeMeaning(change: Estimate): ChangeMeaning | null {
  if (change.kind !== "estimate") return null;
  const { low, high } = change.interval;
  const fall = (logs: number) => 100 * (1 - 10 ** logs);
  const within = low > -ASSAY_NOISE && high < ASSAY_NOISE;
  const beyond = low >= ASSAY_NOISE || high <= -ASSAY_NOISE;
  return {
    percentFall: { value: fall(change.value), low: fall(high), high: fall(low) },
    times: { value: 10 ** change.value, low: 10 ** low, high: 10 ** high },
    noise: within ? "within" : beyond ? "beyond" : "unclear",
  };
}
