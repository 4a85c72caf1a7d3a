import { type Estimate, type InsufficiencyReason, type InsufficientData, tooFew } from "@alongside/statistics/estimate";
import { createMatrix } from "@alongside/statistics/linear-algebra/matrix";
import { observedInformationContrast } from "@alongside/statistics/mixed/observed-information";
import { repeatedMeasuresLadder } from "@alongside/statistics/mixed/repeated-measures-ladder";
import type { VisitStructure } from "@alongside/statistics/mixed/visit-covariance";
import type { PersonSeries } from "../rows/person-series";

/** Change at every wave, by likelihood, of everybody with a baseline. */
export interface RepeatedWaves {
  readonly kind: "repeated-waves";
  /** People with a baseline and at least one later score, which is what every change's n counts, and their later scores. */
  readonly n: number;
  readonly scores: number;
  /** Everybody with a baseline: all are in the model, whether they came back or not. */
  readonly baselineMeasured: number;
  readonly meanBaseline: number;
  /** The rung of the ladder that could be fitted, and those above it with the reason. */
  readonly structure: VisitStructure;
  readonly left: readonly { readonly structure: VisitStructure; readonly reason: InsufficiencyReason }[];
  /** By wave, the first after the baseline first; null where nobody was scored. */
  readonly changes: readonly (Estimate | null)[];
}

/**
 * With fewer people than this a covariance of the waves is guesswork, whatever the program makes of it; and a change at a
 * wave with fewer scores would be of those few. House rule.
 */
const FEWEST_PEOPLE = 10;

/**
 * Mixed model for repeated measures with the baseline as the first of them: a mean per wave, scores of one person
 * correlated freely over the waves. The change at a wave is its mean less the baseline's, so that the baseline's own
 * spread is in its interval. People who miss waves stay in, also all later ones, under missing at random given the scores
 * they have.
 * R: nlme::gls(score ~ wave, correlation = corSymm(form = ~ visit | id), weights = varIdent(form = ~ 1 | visit),
 * method = "REML"), its coefficients but the first; their errors by the observed information, because people drop out after
 * bad scores.
 * With one wave after the baseline, which nobody missed, this is the paired t test.
 * @returns null where nobody with a baseline was scored at a later wave
 */
export function repeatedWaves(people: readonly PersonSeries[]): RepeatedWaves | InsufficientData | null {
  const measured = people.flatMap(({ values }) => {
    const before = values[0] ?? null;
    return before === null ? [] : [{ before, values }];
  });
  const mean = measured.reduce((sum, { before }) => sum + before, 0) / Math.max(1, measured.length);
  const rows = measured.flatMap(({ values }, person) =>
    values.flatMap((value, wave) => (value === null ? [] : [{ person, wave, score: value - mean }])),
  );
  const waves = [...new Set(rows.map(({ wave }) => wave))].toSorted((a, b) => a - b);
  const scores = rows.length - measured.length;
  const seen = measured.filter(({ values }) => values.slice(1).some((value) => value !== null)).length;
  if (waves.length < 2) return null;
  if (seen < FEWEST_PEOPLE) return tooFew(FEWEST_PEOPLE, seen);
  const columns = waves.length;
  const x = createMatrix(rows.length, columns);
  rows.forEach(({ wave }, row) => {
    x.values[row * columns] = 1;
    x.values[row * columns + waves.indexOf(wave)] = 1;
  });
  const fit = repeatedMeasuresLadder({
    y: Float64Array.from(rows, ({ score }) => score),
    x,
    people: Int32Array.from(rows, ({ person }) => person),
    visits: Int32Array.from(rows, ({ wave }) => waves.indexOf(wave)),
    visitCount: columns,
  });
  if (fit.kind !== "ladder-fit") return fit;
  const { model, left } = fit;
  const count = Math.max(0, ...people.map(({ values }) => values.length)) - 1;
  return {
    kind: "repeated-waves",
    n: seen,
    scores,
    baselineMeasured: measured.length,
    meanBaseline: mean,
    structure: model.structure,
    left,
    changes: Array.from({ length: Math.max(0, count) }, (_, at) => {
      const visit = waves.indexOf(at + 1);
      if (visit < 0) return null;
      const scored = rows.filter(({ wave }) => wave === at + 1).length;
      if (scored < FEWEST_PEOPLE) return tooFew(FEWEST_PEOPLE, scored);
      const weights = Array.from({ length: columns }, (__, column) => Number(column === visit));
      return observedInformationContrast({ ...model, n: seen }, weights);
    }),
  };
}
