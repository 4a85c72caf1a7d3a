import { type Estimate, type InsufficiencyReason, type InsufficientData, tooFew } from "@alongside/statistics/estimate";
import { createMatrix } from "@alongside/statistics/linear-algebra/matrix";
import { repeatedMeasuresLadder } from "@alongside/statistics/mixed/repeated-measures-ladder";
import { satterthwaiteContrast } from "@alongside/statistics/mixed/satterthwaite";
import type { VisitStructure } from "@alongside/statistics/mixed/visit-covariance";
import type { PersonSeries } from "../rows/person-series";

/** Change at every wave, by likelihood, from everybody with a baseline and at least one later score. */
export interface RepeatedWaves {
  readonly kind: "repeated-waves";
  /** People in the model, and their later scores. */
  readonly n: number;
  readonly scores: number;
  /** Everybody with a baseline, whose mean baseline the changes are adjusted to. */
  readonly baselineMeasured: number;
  readonly meanBaseline: number;
  /** The rung of the ladder that could be fitted, and those above it with the reason. */
  readonly structure: VisitStructure;
  readonly left: readonly { readonly structure: VisitStructure; readonly reason: InsufficiencyReason }[];
  /** By wave, the first after the baseline first; null where nobody was scored. */
  readonly changes: readonly (Estimate | null)[];
}

/** Waves after the baseline from which there is anything to model together. */
const FEWEST_WAVES = 2;
/** With fewer people than this a covariance of the waves is guesswork, whatever the program makes of it. House rule. */
const FEWEST_PEOPLE = 10;

/**
 * Mixed model for repeated measures of change from baseline: a mean per wave, the baseline (centred at everybody's mean)
 * with a slope per wave, errors of one person correlated freely over the waves. People who miss a wave stay in, under
 * missing at random given baseline and the other waves.
 * R: nlme::gls(change ~ 0 + wave + wave:baseline, correlation = corSymm(form = ~ visit | id),
 * weights = varIdent(form = ~ 1 | wave), method = "REML").
 * @returns null where people were scored at fewer than two waves after the baseline: there is nothing the pairs do not say
 */
export function repeatedWaves(people: readonly PersonSeries[]): RepeatedWaves | InsufficientData | null {
  const baselines = people.flatMap(({ values }) => (values[0] === null || values[0] === undefined ? [] : [values[0]]));
  const mean = baselines.reduce((sum, value) => sum + value, 0) / Math.max(1, baselines.length);
  const rows = people.flatMap(({ values }, person) => {
    const before = values[0] ?? null;
    if (before === null) return [];
    return values.flatMap((value, wave) =>
      wave === 0 || value === null ? [] : [{ person, wave, change: value - before, baseline: before - mean }],
    );
  });
  const waves = [...new Set(rows.map(({ wave }) => wave))].toSorted((a, b) => a - b);
  if (waves.length < FEWEST_WAVES) return null;
  const seen = new Set(rows.map(({ person }) => person)).size;
  if (seen < FEWEST_PEOPLE) return tooFew(FEWEST_PEOPLE, seen);
  const columns = 2 * waves.length;
  const x = createMatrix(rows.length, columns);
  rows.forEach(({ wave, baseline }, row) => {
    const visit = waves.indexOf(wave);
    x.values[row * columns + visit] = 1;
    x.values[row * columns + waves.length + visit] = baseline;
  });
  const fit = repeatedMeasuresLadder({
    y: Float64Array.from(rows, ({ change }) => change),
    x,
    people: Int32Array.from(rows, ({ person }) => person),
    visits: Int32Array.from(rows, ({ wave }) => waves.indexOf(wave)),
    visitCount: waves.length,
  });
  if (fit.kind !== "ladder-fit") return fit;
  const { model, left } = fit;
  const count = Math.max(0, ...people.map(({ values }) => values.length)) - 1;
  return {
    kind: "repeated-waves",
    n: model.n,
    scores: model.rows,
    baselineMeasured: baselines.length,
    meanBaseline: mean,
    structure: model.structure,
    left,
    changes: Array.from({ length: Math.max(0, count) }, (_, at) => {
      const visit = waves.indexOf(at + 1);
      if (visit < 0) return null;
      const weights = Array.from({ length: columns }, (__, column) => Number(column === visit));
      return satterthwaiteContrast(model, weights);
    }),
  };
}
