import { type Estimate, type InsufficientData, type Suppressed, tooFew } from "@alongside/statistics/estimate";
import { conditionalOddsRatio, type McNemarTests, mcnemarTests } from "@alongside/statistics/proportions/mcnemar";
import { pairedProportionChange } from "@alongside/statistics/proportions/paired-proportion-change";
import { pairedTotal } from "@alongside/statistics/proportions/paired-table";
import { proportion } from "@alongside/statistics/proportions/proportion-intervals";
import { riskDifference } from "@alongside/statistics/proportions/risk-difference";
import { SUPPRESSED } from "../disclosure-control/shown-count";
import type { UsableShift } from "./usable-shift";

/** Numbers of people by what became of them. */
export interface Shift {
  readonly kind: "shift";
  /** No before, yes after. */
  readonly gained: number;
  readonly kept: number;
  readonly lost: number;
  /** Neither before nor after. */
  readonly never: number;
}

/** Every figure of one two-by-two table. */
export interface ShiftFigures {
  /** People it rests on; null where nothing of them is shown. */
  readonly n: number | null;
  readonly shift: Shift | Suppressed;
  /** Shares of yes, with Wilson's intervals. */
  readonly before: Estimate;
  readonly after: Estimate;
  /**
   * Share after less share before, with Newcombe's paired interval (method 10) and McNemar's mid-p value. Where the cells are
   * hidden, with the interval that leaves out how the two states of a person hang together, and no test.
   */
  readonly difference: Estimate;
  readonly mcnemar: McNemarTests | InsufficientData | Suppressed;
  /** Gained over lost, with its exact interval. */
  readonly oddsRatio: Estimate;
}

const HIDDEN = { shift: SUPPRESSED, mcnemar: SUPPRESSED, oddsRatio: SUPPRESSED } as const;

/** Every figure that follows from what may be used. */
export function shiftFigures(usable: UsableShift): ShiftFigures {
  switch (usable.kind) {
    case "nothing":
      return { n: null, ...HIDDEN, before: SUPPRESSED, after: SUPPRESSED, difference: SUPPRESSED };
    case "margins": {
      const { n, before, after } = usable;
      return {
        ...{ n, ...HIDDEN, before: proportion(before, n), after: proportion(after, n) },
        difference: shiftDifference(usable),
      };
    }
    case "cells": {
      const { table } = usable;
      const n = pairedTotal(table);
      const { both: kept, preOnly: lost, postOnly: gained, neither: never } = table;
      return {
        n,
        shift: { kind: "shift", gained, kept, lost, never },
        before: proportion(kept + lost, n),
        after: proportion(kept + gained, n),
        difference: shiftDifference(usable),
        mcnemar: n === 0 ? tooFew(1, 0) : mcnemarTests(table),
        oddsRatio: conditionalOddsRatio(table),
      };
    }
  }
}

/** Share after less share before of what may be used, with its interval at a level. */
export function shiftDifference(usable: UsableShift, level = 0.95): Estimate {
  switch (usable.kind) {
    case "nothing":
      return SUPPRESSED;
    case "margins":
      return differenceOfMargins(usable, level);
    case "cells":
      return pairedProportionChange(usable.table, level);
  }
}

/**
 * The same difference from the two shares alone: Newcombe's square-and-add interval, which is method 10 with a correlation of 0.
 * It is wider than the paired one wherever people tend to stay as they are.
 */
function differenceOfMargins({ n, before, after }: Extract<UsableShift, { kind: "margins" }>, level: number): Estimate {
  const found = riskDifference({ successes1: after, n1: n, successes2: before, n2: n }, level);
  if (found.kind !== "estimate") return found;
  const { test: _, ...rest } = found;
  return { ...rest, n, method: "newcombe-without-pairing" };
}
