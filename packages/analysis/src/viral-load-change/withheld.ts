import type { CensoringGate } from "@alongside/statistics/censored/censoring-gate";

/** No figure, by a rule of the house and not for want of data. */
export interface Withheld {
  readonly kind: "withheld";
  readonly rule: "over-half-censored" | "over-four-fifths-censored" | "limits-unknown";
}

/** Shares, quartiles and means are shown of so many people at least where anything is hidden. */
export const FEWEST_SHOWN = 10;
/** Share of people with a limit nobody knows from which the others cannot speak for all. House rule. */
export const MOST_UNKNOWN = 0.05;

/** The rule that keeps a mean from being shown; null where none does. */
export function withheldRule(gate: CensoringGate["kind"], limitsUnknown: boolean): Withheld | null {
  if (gate === "shares-only") return { kind: "withheld", rule: "over-four-fifths-censored" };
  if (gate === "quantiles-only") return { kind: "withheld", rule: "over-half-censored" };
  return limitsUnknown ? { kind: "withheld", rule: "limits-unknown" } : null;
}
