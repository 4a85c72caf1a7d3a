import {
  type Estimate,
  type InsufficientData,
  insufficient,
  type Suppressed,
  tooFew,
} from "@alongside/statistics/estimate";
import type { Quantity } from "@alongside/statistics/paired/change-from-moments";
import type { PairedTable } from "@alongside/statistics/proportions/paired-table";
import type { ChangeCell } from "../change/cells";
import { SUPPRESSED } from "../disclosure-control/shown-count";
import { shiftFigures } from "../share-change/shift-figures";
import { usableShift } from "../share-change/usable-shift";

/** McNemar's test of a change of shares, with the mid-p value. */
export interface MidPTest {
  readonly kind: "mid-p";
  /** Two-sided. */
  readonly pValue: number;
}

/** What the Change page shows of a yes-or-no measure at one follow-up, as shares from 0 to 1. */
export interface BinaryFollowUp {
  readonly summary:
    | {
        readonly kind: "summary";
        readonly meanBefore: Quantity;
        readonly sdBefore: Quantity;
        readonly meanAfter: Quantity;
        readonly sdAfter: Quantity;
        readonly correlation: Quantity;
      }
    | InsufficientData
    | Suppressed;
  /** Share after less share before, with Newcombe's interval. */
  readonly change: Estimate;
  /** None of a share. */
  readonly standardised: InsufficientData | Suppressed;
  readonly test: MidPTest | InsufficientData | Suppressed;
}

const HIDDEN: BinaryFollowUp = { summary: SUPPRESSED, change: SUPPRESSED, standardised: SUPPRESSED, test: SUPPRESSED };

/**
 * The two-by-two table of a cell, from its sums: of values 0 and 1 they are counts. Null where they are not those of 0 and 1.
 */
export function tableOfSums(cell: Pick<ChangeCell, "pairs" | "sumX" | "sumY" | "sumXY">): PairedTable | null {
  const [n, before, after, both] = [cell.pairs, Number(cell.sumX), Number(cell.sumY), Number(cell.sumXY)];
  const table = { both, preOnly: before - both, postOnly: after - both, neither: n - before - after + both };
  return Object.values(table).every((count) => Number.isSafeInteger(count) && count >= 0) ? table : null;
}

/** Every figure of a yes-or-no measure at a follow-up, as far as it may be shown; from sums alone. */
export function binaryFollowUp(cell: ChangeCell | undefined, threshold: number): BinaryFollowUp {
  if (cell === undefined || cell.pairs === 0) {
    const nobody = tooFew(1, 0);
    return { summary: nobody, change: nobody, standardised: nobody, test: nobody };
  }
  const table = tableOfSums(cell);
  if (table === null) {
    const wrong = insufficient("out-of-range", cell.pairs);
    return { summary: wrong, change: wrong, standardised: wrong, test: wrong };
  }
  const { before, after, difference, mcnemar } = shiftFigures(usableShift(table, threshold));
  if (before.kind !== "estimate" || after.kind !== "estimate") return HIDDEN;
  const none = insufficient("not-identifiable", cell.pairs);
  const share = (value: number): Quantity => ({ kind: "value", value });
  return {
    // A spread or a correlation of 0 and 1 says nothing more, and the correlation would tell the cells.
    summary: {
      kind: "summary",
      meanBefore: share(before.value),
      sdBefore: none,
      meanAfter: share(after.value),
      sdAfter: none,
      correlation: none,
    },
    change: difference,
    standardised: none,
    test: mcnemar.kind === "mcnemar-tests" ? { kind: "mid-p", pValue: mcnemar.midPValue } : mcnemar,
  };
}
