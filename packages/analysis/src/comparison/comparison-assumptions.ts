import type { InsufficientData } from "@alongside/statistics/estimate";
import type { Assumption } from "../assumption/assumption";
import { BALANCE_LIMIT } from "./balance-rows";
import type { SiteClustering } from "./site-clustering";
import type { WeightedCohorts } from "./weighted-cohorts";

/** Standardised difference before beyond which no adjustment can be trusted; sites that errors by site need. */
const [WORST_BALANCE, ENOUGH_SITES, FEWEST_SITES] = [0.5, 10, 4];
/** Share of people who could hardly have been in the other cohort that fails the check. */
const WORST_OVERLAP = 0.1;

/** What a comparison takes for granted, each with the figure it was checked by. */
export function comparisonAssumptions(
  weighted: WeightedCohorts | InsufficientData,
  { sites }: Pick<SiteClustering, "sites">,
): readonly Assumption[] {
  return [
    balance(weighted),
    overlap(weighted),
    // What would have happened without support is nowhere in the data; it is said rather than left out.
    { id: "parallel-change", status: "cannot-check" },
    {
      id: "enough-clusters",
      status: sites >= ENOUGH_SITES ? "pass" : sites >= FEWEST_SITES ? "warn" : "fail",
      figure: sites,
      limit: ENOUGH_SITES,
    },
  ];
}

/** Whether the score before is the only thing that cohorts were compared by. */
function isScoreAlone({ balance: rows }: WeightedCohorts): boolean {
  return rows.every(({ name }) => name === null);
}

/** The largest difference before, as the cohorts are. Alike in the score alone is not alike. */
function balance(weighted: WeightedCohorts | InsufficientData): Assumption {
  if (weighted.kind !== "weighted-cohorts") return { id: "balance", status: "cannot-check" };
  const found = weighted.balance.flatMap(({ before }) =>
    before.kind === "covariate-balance" ? [Math.abs(before.standardisedDifference)] : [],
  );
  if (found.length === 0) return { id: "balance", status: "cannot-check" };
  const figure = Math.max(...found);
  const scoreAlone = isScoreAlone(weighted);
  const status = figure > WORST_BALANCE ? "fail" : figure > BALANCE_LIMIT || scoreAlone ? "warn" : "pass";
  const n = weighted.supported.n + weighted.compared.n;
  return { id: "balance", status, figure, limit: BALANCE_LIMIT, n, scoreAlone };
}

/**
 * What was known before must not tell the cohorts apart, for anybody. The score alone can show that it does; that nothing
 * else does it cannot show.
 */
function overlap(weighted: WeightedCohorts | InsufficientData): Assumption {
  if (weighted.kind !== "weighted-cohorts") {
    return { id: "overlap", status: weighted.reason === "not-identifiable" ? "fail" : "cannot-check" };
  }
  const figure = weighted.shareExtreme;
  const scoreAlone = isScoreAlone(weighted);
  const held = scoreAlone ? "cannot-check" : "pass";
  const status = figure > WORST_OVERLAP ? "fail" : figure > 0 ? "warn" : held;
  return { id: "overlap", status, figure, limit: 0, n: weighted.supported.n + weighted.compared.n, scoreAlone };
}
