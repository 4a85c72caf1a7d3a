import { censoredDifference } from "@alongside/statistics/censored/censored-difference";
import type { CensoredValue } from "@alongside/statistics/censored/censored-value";
import { meanDifference } from "@alongside/statistics/groups/mean-difference";
import { completeData } from "@alongside/statistics/imputation/chained-equations";
import { poolEstimates } from "@alongside/statistics/imputation/rubin-pooling";
import { createMatrix } from "@alongside/statistics/linear-algebra/matrix";
import { observedInformationContrast } from "@alongside/statistics/mixed/observed-information";
import { repeatedMeasuresLadder } from "@alongside/statistics/mixed/repeated-measures-ladder";
import { modelMatrix } from "@alongside/statistics/model-matrix/model-matrix";
import type { Variable } from "@alongside/statistics/model-matrix/variable";
import { ancova } from "@alongside/statistics/regression/ancova";
import { clusterCovariance } from "@alongside/statistics/regression/cluster-covariance";
import { waldEstimate } from "@alongside/statistics/regression/coefficient-estimates";
import { linearModel } from "@alongside/statistics/regression/linear-model";
import { logRank } from "@alongside/statistics/survival/log-rank";
import { holds } from "./one-group";
import { type Draws, type Simulation, times, type Verdict } from "./study";

const SEED = [12345, 12345, 12345, 12345, 12345, 12345] as const;

/** Half of the people in each of two groups. */
const twoGroups = (n: number): Extract<Variable, { kind: "factor" }> => ({
  kind: "factor",
  levels: ["A", "B"],
  codes: times(n, (index) => index % 2),
});

/** Eight sites of fifteen people, four of them supported: support makes 1 difference, sites differ among each other. */
function clustered(draws: Draws): Verdict {
  const sites = times(8, () => draws.normal());
  const cluster = times(120, (index) => index % 8);
  const supported = cluster.map((site) => Number(site < 4));
  const y = cluster.map((site, index) => 1 * (supported[index] ?? 0) + (sites[site] ?? 0) + 3 * draws.normal());
  const design = modelMatrix(new Map([["supported", { kind: "numeric", values: supported }]]), [["supported"]]);
  const model = linearModel(design, y);
  if (model.kind === "insufficient-data") return null;
  const robust = clusterCovariance(model, cluster, "CR2");
  if (robust === null) return null;
  const value = model.coefficients[1] ?? 0;
  const variance = robust.covariance.values[3] ?? 0;
  const provenance = { statistic: "regression/cluster-covariance", version: 1 };
  const df = robust.degreesOfFreedom([0, 1]);
  return holds(waldEstimate({ value, variance, df, n: 120, method: "cr2", provenance, level: 0.95 }), 1);
}

/** Baseline and three waves of 80 people; whoever does badly at a wave tends to miss all later ones. The change is -3. */
function repeated(draws: Draws): Verdict {
  const rows: { readonly person: number; readonly visit: number; readonly y: number }[] = [];
  for (let person = 0; person < 80; person += 1) {
    const level = 2 * draws.normal();
    let here = true;
    for (let visit = 0; visit < 4 && here; visit += 1) {
      const y = -visit + level + 2 * draws.normal();
      rows.push({ person, visit, y });
      here = !draws.chance(1 / (1 + Math.exp(2 - 0.4 * (y + visit))));
    }
  }
  const x = createMatrix(rows.length, 4);
  rows.forEach(({ visit }, row) => {
    x.values[4 * row] = 1;
    x.values[4 * row + visit] = 1;
  });
  const fit = repeatedMeasuresLadder({
    y: Float64Array.from(rows, ({ y }) => y),
    x,
    people: Int32Array.from(rows, ({ person }) => person),
    visits: Int32Array.from(rows, ({ visit }) => visit),
    visitCount: 4,
  });
  return fit.kind === "ladder-fit" ? holds(observedInformationContrast(fit.model, [0, 0, 0, 1]), -3) : null;
}

/** Mean after of 80 people, a third missing, more often where the score before was high. The mean is 10. */
function imputed(draws: Draws): Verdict {
  const before = times(80, () => 12 + 5 * draws.normal());
  const after = before.map((value) => 10 + 0.7 * (value - 12) + 3 * draws.normal());
  const values = after.map((value, person) =>
    draws.chance(1 / (1 + Math.exp(0.7 - 0.15 * ((before[person] ?? 12) - 12)))) ? null : value,
  );
  const columns = [
    { name: "before", values: before, method: "normal" as const },
    { name: "after", values, method: "normal" as const },
  ];
  const completed = times(20, (index) => completeData({ columns, iterations: 2, seed: SEED }, index)).flatMap((one) => {
    if (one.kind !== "completed-data") return [];
    const full = one.columns[1] ?? [];
    const mean = full.reduce((sum, value) => sum + value, 0) / full.length;
    const variance = full.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (full.length - 1) / full.length;
    return [{ value: mean, variance }];
  });
  const pooled = poolEstimates(completed, 79, 80);
  return pooled.kind === "pooled" ? holds(pooled.estimate, 10) : null;
}

/** Estimators of differences between groups, over waves, and with values that are not fully known. */
export const SEVERAL_GROUPS: readonly Simulation[] = [
  {
    name: "difference of means, Welch, 20 and 60 people, unequal spread",
    kind: "coverage",
    studies: 10_000,
    study: (draws) =>
      holds(
        meanDifference(
          times(20, () => 2 + 6 * draws.normal()),
          times(60, () => 3 * draws.normal()),
        ),
        2,
      ),
  },
  {
    name: "ANCOVA, HC3, unequal spread, n = 80",
    kind: "coverage",
    studies: 10_000,
    study: (draws) => {
      const group = twoGroups(80);
      const pre = times(80, () => 12 + 5 * draws.normal());
      const spread = (index: number) => (index % 2 === 0 ? 2 : 5);
      const post = pre.map((before, index) => 0.6 * before + 2 * (index % 2) + spread(index) * draws.normal());
      const found = ancova(pre, post, group);
      const difference = found.kind === "ancova" ? found.differences[0]?.estimate : undefined;
      return difference === undefined ? null : holds(difference, 2);
    },
  },
  { name: "difference between 4 and 4 sites, CR2", kind: "coverage", studies: 10_000, study: clustered },
  { name: "repeated measures, drop-out at random, n = 80", kind: "coverage", studies: 10_000, study: repeated },
  { name: "multiple imputation, missing at random, n = 80", kind: "coverage", studies: 10_000, study: imputed },
  {
    name: "difference of censored means, Tobit, 30 % under the limit, n = 2 x 60",
    kind: "coverage",
    studies: 10_000,
    study: (draws) => {
      const limit = 2.5;
      const value = (mean: number): CensoredValue => {
        const drawn = mean + draws.normal();
        return drawn < limit ? { kind: "below", limit } : { kind: "exact", value: drawn };
      };
      return holds(
        censoredDifference(
          times(60, () => value(2.7)),
          times(60, () => value(3.5)),
        ),
        0.8,
      );
    },
  },
  {
    name: "log-rank, equal hazards, 40 and 40 people",
    kind: "error",
    studies: 10_000,
    study: (draws) => {
      const exits = times(80, () => -Math.log(draws.uniform()));
      const ends = times(80, () => 2 * draws.uniform());
      const exit = exits.map((time, index) => Math.min(time, ends[index] ?? time));
      const event = exits.map((time, index) => time <= (ends[index] ?? time));
      const test = logRank(
        { exit, event },
        times(80, (index) => index % 2),
        2,
      );
      return test.kind === "test" ? test.pValue < 0.05 : null;
    },
  },
];
