import { coxResiduals } from "@alongside/statistics/survival/cox-residuals";
import { DialectError } from "../dialect/failure";
import { named } from "../dialect/make";
import { type Bindings, bind, type RValue } from "../dialect/values";
import { COX, centralPredictor, linearPredictor, type NamedCox } from "./cox-models";

/** One value per row, under the names of the rows. */
function perRow({ rowNames = [] }: NamedCox, values: ArrayLike<number>): RValue {
  return named(rowNames, Array.from(values));
}

/** Linear predictors from the means of all, or, in a model with strata, from those of each row's stratum. */
function centredPredictors(cox: NamedCox): number[] {
  const linear = linearPredictor(cox);
  const { strata } = cox.model;
  if (strata === undefined) return linear.map((value) => value - centralPredictor(cox));
  const together = new Map<number, { sum: number; count: number }>();
  linear.forEach((value, row) => {
    const one = together.get(strata[row] ?? 0) ?? { sum: 0, count: 0 };
    together.set(strata[row] ?? 0, { sum: one.sum + value, count: one.count + 1 });
  });
  return linear.map((value, row) => {
    const one = together.get(strata[row] ?? 0);
    return value - (one === undefined ? 0 : one.sum / one.count);
  });
}

export const COX_RESIDUALS: Bindings = {
  "residuals.coxph": bind("object type collapse weighted ...", (args) => {
    const cox = COX.read(args.value("object"));
    const type = args.text("type", "martingale");
    const found = coxResiduals(cox.model, cox.fit);
    if (type === "martingale") return perRow(cox, found.martingale);
    if (type === "deviance") return perRow(cox, found.deviance);
    throw new DialectError(`residuals() of a Cox model by ${type}`);
  }),
  /** For the people of the model. */
  "predict.coxph": bind("object newdata type se.fit na.action terms collapse reference ...", (args) => {
    const cox = COX.read(args.value("object"));
    if (args.has("newdata")) throw new DialectError("predict() of a Cox model with newdata");
    const type = args.text("type", "lp");
    if (type === "lp") return perRow(cox, centredPredictors(cox));
    if (type === "risk") return perRow(cox, centredPredictors(cox).map(Math.exp));
    if (type !== "expected") throw new DialectError(`predict() of a Cox model by ${type}`);
    const { martingale } = coxResiduals(cox.model, cox.fit);
    const { event } = cox.model.followUp;
    return perRow(
      cox,
      martingale.map((value, row) => (event[row] ? 1 : 0) - value),
    );
  }),
};
