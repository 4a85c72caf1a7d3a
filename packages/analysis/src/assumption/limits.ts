import type { Assumption } from "./assumption";

/** Limits the checks hold their figures against. House rules; the method page gives the reasons. */
export const ASSUMPTION_LIMITS = {
  /** Skewness of the changes times 1/sqrt(n): how far the t interval's two sides may differ in coverage. */
  skewness: { warn: 0.2, fail: 0.4 },
  /** Share of people with a baseline but without the later score. */
  missing: { warn: 0.1, fail: 0.4 },
  /** Share of people at the good end of the scale at baseline. */
  goodEnd: { warn: 0.15, fail: 0.4 },
  /** Reliability of the scale in people like these. */
  reliability: { warn: 0.7, fail: 0.5 },
  /** Sites, each of which counts as one when people at a site are alike. */
  sites: { warn: 10, fail: 2 },
} as const;

/** How a figure stands of which more is worse. */
export function byLimits(figure: number, { warn, fail }: { warn: number; fail: number }): Assumption["status"] {
  if (figure > fail) return "fail";
  return figure > warn ? "warn" : "pass";
}
