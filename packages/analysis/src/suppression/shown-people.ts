import { hideInLine } from "../disclosure-control/hide-in-line";
import { effectiveThreshold, type ShownCount, suppressCount } from "../disclosure-control/shown-count";
import type { StatusPair } from "./status-table";

/** How many people there are, and how many of them have what is needed. */
export interface ShownPeople {
  /** Alive and to be tested at both waves. */
  readonly expected: ShownCount;
  /** With a category before and after. */
  readonly tested: ShownCount;
  /** Without a result at one of the waves or both, and no result that does not tell. */
  readonly missing: ShownCount;
  /** With a result, before or after, that does not tell under the rule. */
  readonly undetermined: ShownCount;
}

/** Counts the pairs, hiding small groups and what small groups could be subtracted from. */
export function shownPeople(pairs: readonly StatusPair[], threshold: number): ShownPeople {
  const k = effectiveThreshold(threshold);
  const has = ({ before, after }: StatusPair, status: StatusPair["before"]) => before === status || after === status;
  const undetermined = pairs.filter((pair) => has(pair, "undetermined")).length;
  const missing = pairs.filter((pair) => has(pair, "missing") && !has(pair, "undetermined")).length;
  const others = undetermined + missing;
  const tested = pairs.length - others;
  const anything = (high: number): ShownCount => ({ kind: "range", low: 0, high });
  if (k > 1 && tested > 0 && tested < k) {
    const expected = suppressCount(pairs.length, k);
    const most = expected.kind === "exact" ? pairs.length : k - 1;
    return { expected, tested: suppressCount(tested, k), missing: anything(most), undetermined: anything(most) };
  }
  if (k > 1 && others > 0 && others < k) {
    // Everybody less the tested would be the few.
    const expected: ShownCount =
      tested === 0 ? suppressCount(others, k) : { kind: "range", low: tested + 1, high: tested + k - 1 };
    return { expected, tested: suppressCount(tested, k), missing: anything(k - 1), undetermined: anything(k - 1) };
  }
  const [missingShown, undeterminedShown] = hideInLine([missing, undetermined], k);
  return {
    expected: suppressCount(pairs.length, k),
    tested: suppressCount(tested, k),
    missing: missingShown ?? anything(others),
    undetermined: undeterminedShown ?? anything(others),
  };
}
