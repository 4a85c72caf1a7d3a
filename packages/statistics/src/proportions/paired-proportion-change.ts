import { type Estimate, tooFew } from "../estimate";
import { mcnemarTests } from "./mcnemar";
import { newcombePairedInterval } from "./paired-difference-intervals";
import { type PairedTable, pairedTotal } from "./paired-table";

const PROVENANCE = { statistic: "proportions/paired-proportion-change", version: 1 } as const;

/**
 * Share of yes after minus share before, in the same people, with Newcombe's interval (method 10) and McNemar's mid-p
 * test. The standard error is sqrt(b + c - (b - c)^2 / n) / n. Without anybody who changed there is an interval but no
 * test. Insufficient data without people.
 * Newcombe (1998), Statistics in Medicine 17, 2635-2650; Fagerland, Lydersen & Laake (2013).
 * @throws RangeError when a cell is not a count, and for a level outside 0 to 1
 */
export function pairedProportionChange(table: PairedTable, level = 0.95): Estimate {
  const n = pairedTotal(table);
  const interval = newcombePairedInterval(table, level);
  if (n === 0) return tooFew(1, 0);
  const { preOnly, postOnly } = table;
  const tests = mcnemarTests(table);
  const estimate = {
    kind: "estimate",
    value: (postOnly - preOnly) / n,
    interval,
    n,
    method: "newcombe-paired",
    standardError: Math.sqrt(preOnly + postOnly - (postOnly - preOnly) ** 2 / n) / n,
    provenance: PROVENANCE,
  } as const;
  if (tests.kind !== "mcnemar-tests") return estimate;
  const test = { distribution: "exact", statistic: postOnly, pValue: tests.midPValue, null: 0 } as const;
  return { ...estimate, test };
}
