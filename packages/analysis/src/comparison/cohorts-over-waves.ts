import type { Estimate, InsufficiencyReason, InsufficientData } from "@alongside/statistics/estimate";
import { createMatrix } from "@alongside/statistics/linear-algebra/matrix";
import { observedInformationContrast } from "@alongside/statistics/mixed/observed-information";
import { repeatedMeasuresLadder } from "@alongside/statistics/mixed/repeated-measures-ladder";
import type { VisitStructure } from "@alongside/statistics/mixed/visit-covariance";
import type { OutcomeRequest } from "../outcome/outcome-request";

/** The difference between the cohorts at every wave, by likelihood, from everybody with a baseline and a later score. */
export interface CohortsOverWaves {
  readonly kind: "cohorts-over-waves";
  /** People in the model, and their later scores. */
  readonly n: number;
  readonly scores: number;
  /** The rung of the ladder that could be fitted, and those above it with the reason. */
  readonly structure: VisitStructure;
  readonly left: readonly { readonly structure: VisitStructure; readonly reason: InsufficiencyReason }[];
  /** By wave, the first after the baseline first; null where fewer than two people of a cohort were scored. */
  readonly differences: readonly (Estimate | null)[];
}

/** Waves after the baseline from which they are modelled together, and people of each cohort a wave needs. */
const [FEWEST_WAVES, FEWEST_PEOPLE] = [2, 2];

/**
 * Mixed model for repeated measures of change from baseline by wave and cohort, with the baseline's slope free at every
 * wave; covariates have one slope each. People who miss a wave stay in, under missing at random given cohort, baseline and
 * the other waves. R: nlme::gls(change ~ 0 + wave + wave:supported + wave:baseline + covariates,
 * corSymm(form = ~ visit | id), varIdent(form = ~ 1 | visit), method = "REML").
 * @returns null where fewer than two waves after the baseline have people of both cohorts
 */
export function cohortsOverWaves(
  { data, cohortId, covariates = [] }: OutcomeRequest,
  comparedWith: string,
): CohortsOverWaves | InsufficientData | null {
  const rows = data.people.flatMap(({ cohortId: own, values }, person) => {
    const before = values[0] ?? null;
    const known = covariates.map((covariate) => covariate.values[person] ?? null);
    if (before === null || (own !== cohortId && own !== comparedWith)) return [];
    const others = known.filter((value) => value !== null);
    if (others.length < known.length) return [];
    const supported = Number(own === cohortId);
    return values.flatMap((value, wave) =>
      wave === 0 || value === null ? [] : [{ person, wave, supported, before, others, change: value - before }],
    );
  });
  const people = (wave: number, supported: number) =>
    rows.filter((row) => row.wave === wave && row.supported === supported).length;
  const waves = [...new Set(rows.map(({ wave }) => wave))]
    .filter((wave) => people(wave, 0) >= FEWEST_PEOPLE && people(wave, 1) >= FEWEST_PEOPLE)
    .toSorted((a, b) => a - b);
  if (waves.length < FEWEST_WAVES) return null;
  const used = rows.filter(({ wave }) => waves.includes(wave));
  const centre = used.reduce((sum, { before }) => sum + before, 0) / used.length;
  const columns = 3 * waves.length + covariates.length;
  const x = createMatrix(used.length, columns);
  used.forEach(({ wave, supported, before, others }, row) => {
    const visit = waves.indexOf(wave);
    const entries = [1, supported, before - centre];
    entries.forEach((value, block) => {
      x.values[row * columns + block * waves.length + visit] = value;
    });
    x.values.set(others, row * columns + 3 * waves.length);
  });
  const fit = repeatedMeasuresLadder({
    y: Float64Array.from(used, ({ change }) => change),
    x,
    people: numbered(used.map(({ person }) => person)),
    visits: Int32Array.from(used, ({ wave }) => waves.indexOf(wave)),
    visitCount: waves.length,
  });
  if (fit.kind !== "ladder-fit") return fit;
  const { model, left } = fit;
  return {
    kind: "cohorts-over-waves",
    n: model.n,
    scores: model.rows,
    structure: model.structure,
    left,
    differences: data.waves.slice(1).map((_, at) => {
      const visit = waves.indexOf(at + 1);
      if (visit < 0) return null;
      const weights = Array.from({ length: columns }, (__, column) => Number(column === waves.length + visit));
      return observedInformationContrast(model, weights);
    }),
  };
}

/** Numbers from 0 without gaps. */
function numbered(people: readonly number[]): Int32Array {
  const places = new Map([...new Set(people)].map((person, place) => [person, place]));
  return Int32Array.from(people, (person) => places.get(person) ?? 0);
}
