import { tCritical } from "@alongside/statistics/distribution/student-t";
import { poolSeveral } from "@alongside/statistics/imputation/pool-several";
import { type PooledEstimate, poolEstimates } from "@alongside/statistics/imputation/rubin-pooling";
import { createMatrix } from "@alongside/statistics/linear-algebra/matrix";
import { DialectError } from "../dialect/failure";
import { frame, list, matrix, numbers, texts, withAttributes } from "../dialect/make";
import { asList, completeNumbers, entryOf } from "../dialect/read";
import { type Bindings, bind, type RValue } from "../dialect/values";

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

  /** mitools::MIcombine(results, variances): Rubin's rules for large samples, of one figure or of several. */
  MIcombine: bind("results variances call df.complete ...", (args) => {
    const results = asList(args.value("results")).values;
    const variances = asList(args.value("variances")).values.map((value) => completeNumbers(value, "a variance"));
    const q = results.map((value) => completeNumbers(value, "a result"));
    const k = q[0]?.length ?? 0;
    const complete = args.has("df.complete") ? args.number("df.complete") : Number.POSITIVE_INFINITY;
    const each = Array.from({ length: k }, (_, figure) => {
      const pooled = pool(
        q.map((values) => values[figure] ?? Number.NaN),
        variances.map((values) => values[figure * k + figure] ?? Number.NaN),
        Number.POSITIVE_INFINITY,
      );
      const large = pooled.largeSampleDegreesOfFreedom ?? Number.POSITIVE_INFINITY;
      // mitools leaves out the 1 + 1/m that Barnard and Rubin have here.
      const observed =
        ((complete + 1) / (complete + 3)) * complete * (pooled.within / (pooled.within + pooled.between));
      const df = Number.isFinite(complete) ? 1 / (1 / observed + 1 / large) : large;
      const { relativeIncrease } = pooled;
      return { pooled, df, missing: (relativeIncrease + 2 / (df + 3)) / (relativeIncrease + 1) };
    });
    const names = results[0]?.attributes.names ?? null;
    const several = poolSeveral(q.map((values, index) => completed(values, variances[index] ?? [], k)));
    if (several.kind !== "pooled-coefficients") throw new DialectError(`Nothing to pool: ${several.reason}`);
    const total = Array.from({ length: k }, (_, row) =>
      Array.from(several.total.values.subarray(row * k, (row + 1) * k)),
    );
    const result = list({
      coefficients: numbers(several.values, names === null ? {} : { names }),
      variance: matrix(names, names, total),
      nimp: q.length,
      df: numbers(each.map(({ df }) => df)),
      missinfo: numbers(each.map(({ missing }) => missing)),
    });
    return withAttributes(result, { class: ["MIresult"] });
  }),
  "coef.MIresult": bind("object ...", (args) => field(args.value("object"), "coefficients")),
  /** Estimate, error, limits by Student's t, and the share of missing information as a percentage. */
  "summary.MIresult": bind("object ... alpha logeffect", (args) => {
    const value = args.value("object");
    const read = (name: string) => completeNumbers(field(value, name), name);
    const [estimates, variance, df] = [read("coefficients"), read("variance"), read("df")];
    const errors = estimates.map((_, at) => Math.sqrt(variance[at * estimates.length + at] ?? 0));
    const half = errors.map((error, at) => error * tCritical(1 - args.number("alpha", 0.05), df[at] ?? Infinity));
    if (args.flag("logeffect", false)) throw new DialectError("summary() of pooled logarithms");
    const names = field(value, "coefficients").attributes.names ?? estimates.map((_, at) => String(at + 1));
    return frame(
      {
        results: numbers(estimates),
        se: numbers(errors),
        "(lower": numbers(estimates.map((estimate, at) => estimate - (half[at] ?? 0))),
        "upper)": numbers(estimates.map((estimate, at) => estimate + (half[at] ?? 0))),
        missInfo: texts(read("missinfo").map((share) => `${Math.round(100 * share)} %`)),
      },
      names,
    );
  }),
  "vcov.MIresult": bind("object ...", (args) => field(args.value("object"), "variance")),
};

function completed(values: readonly number[], covariance: readonly number[], k: number) {
  return { values, covariance: createMatrix(k, k, covariance) };
}

function field(object: RValue, name: string): RValue {
  const found = entryOf(asList(object), name);
  if (found === undefined) throw new DialectError(`Nothing called ${name}`);
  return found;
}
