import { type PooledEstimate, poolEstimates } from "@alongside/statistics/imputation/rubin-pooling";
import { DialectError } from "../dialect/failure";
import { list, matrix, number, numbers } from "../dialect/make";
import { asList, asNumbers, oneNumber } from "../dialect/read";
import { type Bindings, bind } from "../dialect/values";

function pool(q: readonly number[], u: readonly number[], degreesOfFreedom: number): PooledEstimate {
  const completed = q.map((value, index) => ({ value, variance: u[index] ?? 0 }));
  const known = Number.isFinite(degreesOfFreedom) ? degreesOfFreedom : "large";
  const pooled = poolEstimates(completed, known, Number.isFinite(degreesOfFreedom) ? degreesOfFreedom : q.length);
  if (pooled.kind !== "pooled") throw new DialectError(`Nothing to pool: ${pooled.reason}`);
  return pooled;
}

export const MISSING_DATA: Bindings = {
  /** mice::pool.scalar(Q, U, n, k): Rubin's rules with the degrees of freedom of Barnard and Rubin. */
  "pool.scalar": bind("Q U n k rule", (args) => {
    const [q, u] = [args.numbers("Q"), args.numbers("U")];
    const pooled = pool(q, u, args.number("n", Number.POSITIVE_INFINITY) - args.number("k", 1));
    return list({
      m: pooled.imputations,
      qhat: numbers(q),
      u: numbers(u),
      qbar: pooled.estimate.value,
      ubar: pooled.within,
      b: pooled.between,
      t: pooled.total,
      df: pooled.estimate.degreesOfFreedom ?? null,
      r: pooled.relativeIncrease,
      fmi: pooled.fractionOfMissingInformation,
    });
  }),

  /** mitools::MIcombine(results, variances) of single figures: Rubin's rules for large samples. */
  MIcombine: bind("results variances call df.complete ...", (args) => {
    const q = asList(args.value("results")).values.map((value) => oneNumber(value, "a result"));
    const u = asList(args.value("variances")).values.map((value) => oneNumber(value, "a variance"));
    const complete = args.has("df.complete")
      ? oneNumber(asNumbers(args.value("df.complete")))
      : Number.POSITIVE_INFINITY;
    const pooled = pool(q, u, complete);
    const large = pooled.largeSampleDegreesOfFreedom ?? Number.POSITIVE_INFINITY;
    const { degreesOfFreedom } = pooled.estimate;
    const df = Number.isFinite(complete) ? (degreesOfFreedom ?? null) : large;
    return list({
      coefficients: number(pooled.estimate.value),
      variance: matrix(null, null, [[pooled.total]]),
      nimp: pooled.imputations,
      df,
      missinfo: (pooled.relativeIncrease + 2 / ((df ?? large) + 3)) / (pooled.relativeIncrease + 1),
    });
  }),
};
