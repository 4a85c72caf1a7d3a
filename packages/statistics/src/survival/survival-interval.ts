import type { Interval } from "../estimate";

/** The scale on which the limits lie symmetric around the share: the share itself, its log, log(-log) or log odds. */
export type SurvivalScale = "plain" | "log" | "log-log" | "logit";

/** How wide an interval is asked for, and on which scale. */
export interface SurvivalIntervalSettings {
  /** The normal quantile that belongs to the level. */
  readonly critical: number;
  readonly level: number;
  readonly scale: SurvivalScale;
}

/**
 * Pointwise limits of a survival share. Kalbfleisch & Prentice (2002), section 1.4. R: survfit(conf.type = scale).
 * @param survival share above 0, at most 1
 * @param error standard error of its logarithm, which is the square root of Greenwood's sum
 * @returns limits within 0 and 1, or null where the scale is undefined (1 on "log-log" and "logit")
 */
export function survivalInterval(
  survival: number,
  error: number,
  { critical, level, scale }: SurvivalIntervalSettings,
): Interval | null {
  const half = critical * error;
  switch (scale) {
    case "plain":
      return limits(survival * (1 - half), survival * (1 + half), level);
    case "log":
      return limits(survival * Math.exp(-half), survival * Math.exp(half), level);
    case "log-log": {
      if (survival >= 1) return null;
      const hazard = -Math.log(survival);
      return limits(Math.exp(-hazard * Math.exp(half / hazard)), Math.exp(-hazard * Math.exp(-half / hazard)), level);
    }
    case "logit": {
      if (survival >= 1) return null;
      const [odds, factor] = [survival / (1 - survival), Math.exp(half / (1 - survival))];
      return limits(odds / (odds + factor), odds / (odds + 1 / factor), level);
    }
  }
}

function limits(low: number, high: number, level: number): Interval {
  return { low: Math.max(0, low), high: Math.min(1, high), level };
}
