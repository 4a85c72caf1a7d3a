import { type Estimate, type InsufficientData, type Suppressed, tooFew } from "@alongside/statistics/estimate";
import { conditionalOddsRatio, type McNemarTests, mcnemarTests } from "@alongside/statistics/proportions/mcnemar";
import { pairedProportionChange } from "@alongside/statistics/proportions/paired-proportion-change";
import { pairedTotal } from "@alongside/statistics/proportions/paired-table";
import { proportion } from "@alongside/statistics/proportions/proportion-intervals";
import { riskDifference } from "@alongside/statistics/proportions/risk-difference";
import { SUPPRESSED } from "../disclosure-control/shown-count";
import type { Denominator } from "./status-table";
import type { UsableShift } from "./usable-shift";

/** Numbers of people by what became of them. */
export interface Shift {
  readonly kind: "shift";
  /** Unsuppressed before, suppressed after. */
  readonly gained: number;
  readonly kept: number;
  readonly lost: number;
  /** Suppressed neither before nor after. */
  readonly never: number;
}

/** All figures of one denominator. */
export interface ShiftFigures {
  readonly denominator: Denominator;
  /** People it rests on; null where that is hidden. */
  readonly n: number | null;
  readonly shift: Shift | Suppressed;
  /** Shares suppressed, with Wilson's intervals. */
  readonly before: Estimate;
  readonly after: Estimate;
  /**
   * Share after less share before, with Newcombe's paired interval (method 10) and McNemar's mid-p value. Where the cells are
   * hidden, with the interval that leaves out how the two results of a person hang together, and no test.
   */
  readonly difference: Estimate;
  readonly mcnemar: McNemarTests | InsufficientData | Suppressed;
  /** Gained over lost, with its exact interval. */
  readonly oddsRatio: Estimate;
}

/** Every figure that follows from what may be used. */
export function shiftFigures(denominator: Denominator, usable: UsableShift): ShiftFigures {
  switch (usable.kind) {
    case "nothing":
      return {
        denominator,
        n: null,
        shift: SUPPRESSED,
        before: SUPPRESSED,
        after: SUPPRESSED,
        difference: SUPPRESSED,
        mcnemar: SUPPRESSED,
        oddsRatio: SUPPRESSED,
      };
    case "margins": {
      const { n, before, after } = usable;
      return {
        denominator,
        n,
        shift: SUPPRESSED,
        before: proportion(before, n),
        after: proportion(after, n),
        difference: differenceOfMargins(n, before, after),
        mcnemar: SUPPRESSED,
        oddsRatio: SUPPRESSED,
      };
    }
    case "cells": {
      const { table } = usable;
      const n = pairedTotal(table);
      const { both: kept, preOnly: lost, postOnly: gained, neither: never } = table;
      return {
        denominator,
        n,
        shift: { kind: "shift", gained, kept, lost, never },
        before: proportion(kept + lost, n),
        after: proportion(kept + gained, n),
        difference: pairedProportionChange(table),
        mcnemar: n === 0 ? tooFew(1, 0) : mcnemarTests(table),
        oddsRatio: conditionalOddsRatio(table),
      };
    }
  }
}

/**
 * The same difference from the two shares alone: Newcombe's square-and-add interval, method 10 with a correlation of 0. It is
 * wider than the paired one wherever people tend to stay as they are.
 */
function differenceOfMargins(n: number, before: number, after: number): Estimate {
  const found = riskDifference({ successes1: after, n1: n, successes2: before, n2: n });
  if (found.kind !== "estimate") return found;
  const { test: _, ...rest } = found;
  return { ...rest, n, method: "newcombe-without-pairing" };
}
