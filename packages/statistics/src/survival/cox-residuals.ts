import { entry } from "../linear-algebra/vector";
import { coxRisks, deathShares } from "./cox-likelihood";
import type { CoxFit, CoxModel } from "./cox-regression";
import { coxData, visitRiskSets } from "./cox-risk-sets";

/** What a fitted Cox model leaves unexplained, one value per row of the follow-up. */
export interface CoxResiduals {
  /** Events seen less events expected over the row's time at risk. Weighted, they add up to 0 in every stratum. */
  readonly martingale: Float64Array;
  /** The same, made more symmetric about 0: large where somebody had the event much sooner or later than expected. */
  readonly deviance: Float64Array;
}

/**
 * Martingale and deviance residuals of a Cox model, with the treatment of ties of the model. Therneau, Grambsch & Fleming
 * (1990), Biometrika 77, 147-160. R: residuals(coxph(Surv(exit, event) ~ x)), and with type = "deviance".
 * @param fit the model's fit by coxRegression
 */
export function coxResiduals(model: CoxModel, fit: CoxFit): CoxResiduals {
  const data = coxData(model.followUp, model.predictors, model.strata);
  const risks = coxRisks(
    data,
    fit.coefficients.map((value, i) => value * entry(data.scale, i)),
  );
  const martingale = Float64Array.from(data.event, (happened) => (happened ? 1 : 0));
  visitRiskSets(data, risks, (set) => {
    const shares = deathShares(set, model.ties ?? "efron");
    const hazard = shares.reduce((sum, share) => sum + share.hazard, 0);
    const dying = new Set(set.deaths);
    const whileDying = shares.reduce((sum, share) => sum + (1 - share.removed) * share.hazard, 0);
    for (const row of data.leaving[set.stratum] ?? []) {
      const [from, until] = [data.entry[row] ?? Number.NEGATIVE_INFINITY, entry(data.exit, row)];
      if (until < set.time || from >= set.time) continue;
      martingale[row] = entry(martingale, row) - entry(risks, row) * (dying.has(row) ? whileDying : hazard);
    }
  });
  const deviance = martingale.map((value, row) => {
    const expected = (data.event[row] ? 1 : 0) - value;
    const missed = data.event[row] ? Math.log(expected) : 0;
    return Math.sign(value) * Math.sqrt(Math.max(0, -2 * (value + missed)));
  });
  return { martingale, deviance };
}
