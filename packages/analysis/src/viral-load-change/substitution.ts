import { substitutedMean } from "@alongside/statistics/censored/substituted-mean";
import { inOrder, type LogPair } from "./log-pairs";

/** Mean changes with a number put in place of "below the limit". Never a result: they show how far the habit leads. */
export interface SubstitutionComparison {
  readonly kind: "substitution";
  readonly n: number;
  /** With the limit itself, half of it, and the limit over the square root of two. */
  readonly limit: number;
  readonly half: number;
  readonly overRootTwo: number;
}

/** What substitution would have said; null without anybody. */
export function substitutionComparison(pairs: readonly LogPair[]): SubstitutionComparison | null {
  const values = (which: "before" | "after") => inOrder(pairs.map((pair) => pair[which])).map(({ value }) => value);
  const [befores, afters] = [values("before"), values("after")];
  const changed = (shift: number) => {
    const before = substitutedMean(befores, shift);
    const after = substitutedMean(afters, shift);
    return before === null || after === null ? null : after - before;
  };
  const [limit, half, overRootTwo] = [changed(0), changed(-Math.log10(2)), changed(-Math.log10(2) / 2)];
  if (limit === null || half === null || overRootTwo === null) return null;
  return { kind: "substitution", n: pairs.length, limit, half, overRootTwo };
}
