import type { InsufficientData } from "@alongside/statistics/estimate";
import type { StudyEffect } from "@alongside/statistics/meta-analysis/effect-of-tables";
import { hedgesCorrection } from "@alongside/statistics/paired/hedges-correction";

/** One argument of escalc() for a study. */
type Row = (name: string) => number;

export interface Measure {
  readonly needs: readonly string[];
  readonly effect: (row: Row) => StudyEffect | InsufficientData;
}

const effect = (value: number, variance: number): StudyEffect => ({ kind: "effect", value, variance });

/** Variance of the difference of two correlated measurements. */
function changeVariance(row: Row): number {
  return row("sd1i") ** 2 + row("sd2i") ** 2 - 2 * row("ri") * row("sd1i") * row("sd2i");
}

/** Half an event is added to both counts where one is 0. */
function withoutZero(first: number, second: number): readonly [number, number] {
  return first === 0 || second === 0 ? [first + 0.5, second + 0.5] : [first, second];
}

const CHANGE = ["m1i", "m2i", "sd1i", "sd2i", "ni", "ri"];
const TABLE = ["ai", "bi", "ci", "di"];
const MEANS = ["m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"];

/** Effect sizes of escalc() that pooling is checked with and that the product itself does not show. */
export const MORE_MEASURES: Readonly<Record<string, Measure>> = {
  /** Mean change. */
  MC: { needs: CHANGE, effect: (row) => effect(row("m1i") - row("m2i"), changeVariance(row) / row("ni")) },
  /** Mean change in units of the changes' own standard deviation. */
  SMCC: {
    needs: CHANGE,
    effect: (row) => {
      const n = row("ni");
      const g = (hedgesCorrection(n - 1) * (row("m1i") - row("m2i"))) / Math.sqrt(changeVariance(row));
      return effect(g, 1 / n + g ** 2 / (2 * n));
    },
  },
  /** Log ratio of means. */
  ROM: {
    needs: MEANS,
    effect: (row) =>
      effect(
        Math.log(row("m1i") / row("m2i")),
        row("sd1i") ** 2 / (row("n1i") * row("m1i") ** 2) + row("sd2i") ** 2 / (row("n2i") * row("m2i") ** 2),
      ),
  },
  /** Standardised by the mean of the variances (Bonett 2009). */
  SMDH: {
    needs: MEANS,
    effect: (row) => {
      const [first, second] = [row("sd1i") ** 2, row("sd2i") ** 2];
      const [df1, df2] = [row("n1i") - 1, row("n2i") - 1];
      const mean = (first + second) / 2;
      const correction = hedgesCorrection(df1 + df2);
      const g = (correction * (row("m1i") - row("m2i"))) / Math.sqrt(mean);
      const spread = (g ** 2 * (first ** 2 / df1 + second ** 2 / df2)) / (8 * mean ** 2);
      return effect(g, correction ** 2 * (spread + (first / df1 + second / df2) / mean));
    },
  },
  /** Peto's log odds ratio. */
  PETO: {
    needs: TABLE,
    effect: (row) => {
      const [n1, n2] = [row("ai") + row("bi"), row("ci") + row("di")];
      const [events, n] = [row("ai") + row("ci"), n1 + n2];
      const variance = (events * (n - events) * (n1 / n) * (n2 / n)) / (n - 1);
      return effect((row("ai") - (events * n1) / n) / variance, 1 / variance);
    },
  },
  /** Difference of arcsines of root shares. */
  AS: {
    needs: TABLE,
    effect: (row) => {
      const [n1, n2] = [row("ai") + row("bi"), row("ci") + row("di")];
      const angle = Math.asin(Math.sqrt(row("ai") / n1)) - Math.asin(Math.sqrt(row("ci") / n2));
      return effect(angle, 1 / (4 * n1) + 1 / (4 * n2));
    },
  },
  /** Fisher's z of a correlation. */
  ZCOR: { needs: ["ri", "ni"], effect: (row) => effect(Math.atanh(row("ri")), 1 / (row("ni") - 3)) },
  /** Log odds of a share. */
  PLO: {
    needs: ["xi", "ni"],
    effect: (row) => {
      const [events, others] = withoutZero(row("xi"), row("ni") - row("xi"));
      return effect(Math.log(events / others), 1 / events + 1 / others);
    },
  },
  /** Log ratio of incidence rates. */
  IRR: {
    needs: ["x1i", "x2i", "t1i", "t2i"],
    effect: (row) => {
      const [first, second] = withoutZero(row("x1i"), row("x2i"));
      return effect(Math.log(first / row("t1i") / (second / row("t2i"))), 1 / first + 1 / second);
    },
  },
};
