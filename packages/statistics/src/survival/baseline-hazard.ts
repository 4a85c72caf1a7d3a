import { entry } from "../linear-algebra/vector";
import { coxRisks, deathShares } from "./cox-likelihood";
import type { CoxFit, CoxModel } from "./cox-regression";
import { coxData, visitRiskSets } from "./cox-risk-sets";

/** Cumulative hazard from this time on, up to the next step. */
export interface HazardStep {
  readonly time: number;
  readonly cumulativeHazard: number;
  /** exp(-cumulative hazard). */
  readonly survival: number;
}

/**
 * Cumulative hazard of somebody with given predictors under a fitted Cox model: the Nelson-Aalen-Breslow estimate, with the
 * treatment of ties of the model. R: survfit(fit, newdata), and basehaz(fit) with the predictors' means.
 * @param person one value per predictor, such as their means
 * @returns per stratum, in the order in which strata first occur, one step per event time
 * @throws RangeError when there is not one value per predictor
 */
export function baselineHazard(model: CoxModel, fit: CoxFit, person: readonly number[]): readonly HazardStep[][] {
  if (person.length !== fit.coefficients.length) throw new RangeError("Not one value per predictor");
  const data = coxData(model.followUp, model.predictors, model.strata);
  const scaled = fit.coefficients.map((value, i) => value * entry(data.scale, i));
  const predictor = fit.coefficients.reduce(
    (sum, value, i) => sum + value * (entry(person, i) - entry(data.centre, i)),
    0,
  );
  const risk = Math.exp(predictor);
  const steps: { time: number; hazard: number }[][] = data.leaving.map(() => []);
  visitRiskSets(data, coxRisks(data, scaled), (set) => {
    const shares = deathShares(set, model.ties ?? "efron");
    steps[set.stratum]?.push({ time: set.time, hazard: shares.reduce((sum, { hazard }) => sum + hazard, 0) });
  });
  return steps.map((latestFirst) => {
    let cumulativeHazard = 0;
    return latestFirst.reverse().map(({ time, hazard }) => {
      cumulativeHazard += risk * hazard;
      return { time, cumulativeHazard, survival: Math.exp(-cumulativeHazard) };
    });
  });
}
