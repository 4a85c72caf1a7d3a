import type { RowStatistic } from "../resampling/resample-range";
import { type MediationData, mediationModel } from "./mediation-model";

/** Where each effect stands among the figures of `mediationStatistic`. */
export interface MediationFigures {
  readonly indirect: readonly number[];
  readonly totalIndirect: number;
  readonly direct: number;
  readonly total: number;
  /** Indirect effect of the first mediator less that of the second. */
  readonly contrasts: readonly { readonly first: number; readonly second: number; readonly figure: number }[];
}

/** Positions of the effects for a number of mediators. */
export function mediationFigures(mediators: number): MediationFigures {
  const pairs: { first: number; second: number }[] = [];
  for (let first = 0; first < mediators; first += 1) {
    for (let second = first + 1; second < mediators; second += 1) pairs.push({ first, second });
  }
  return {
    indirect: Array.from({ length: mediators }, (_, index) => index),
    totalIndirect: mediators,
    direct: mediators + 1,
    total: mediators + 2,
    contrasts: pairs.map((pair, index) => ({ ...pair, figure: mediators + 3 + index })),
  };
}

/**
 * The effects of a linear mediation model as a statistic of rows, for the bootstrap of people or of clusters: the way to
 * intervals of indirect effects and of contrasts between them. R: lavaan::sem(se = "bootstrap").
 */
export function mediationStatistic(data: MediationData): RowStatistic {
  const layout = mediationFigures(data.mediators.length);
  return {
    figures: data.mediators.length + 3 + layout.contrasts.length,
    compute: (rows) => {
      const pick = (values: readonly number[]) => Array.from(rows, (row) => values[row] ?? 0);
      const model = mediationModel({
        exposure: pick(data.exposure),
        mediators: data.mediators.map(pick),
        outcome: pick(data.outcome),
        covariates: data.covariates.map(pick),
      });
      if (model.kind !== "mediation") return null;
      const indirect = model.paths.map((path) => path.indirect);
      const contrasts = layout.contrasts.map(({ first, second }) => (indirect[first] ?? 0) - (indirect[second] ?? 0));
      return [...indirect, model.indirect, model.direct.value, model.total.value, ...contrasts];
    },
  };
}
