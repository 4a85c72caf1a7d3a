import { chiSquaredUpper } from "@alongside/statistics/distribution/chi-squared";
import { fUpper } from "@alongside/statistics/distribution/f";
import {
  analysisOfDeviance,
  type DevianceOrder,
  type DevianceRow,
} from "@alongside/statistics/regression/analysis-of-deviance";
import type { GeneralisedLinearModel } from "@alongside/statistics/regression/generalised-linear-model";
import { DialectError } from "../dialect/failure";
import { frame, numbers } from "../dialect/make";
import type { RValue } from "../dialect/values";

import { type FittedRegression, offsetOf } from "./regression-models";

type Generalised = FittedRegression & { readonly model: GeneralisedLinearModel };

function rowsOf({ model, outcome, weights, frame: rows }: Generalised, order: DevianceOrder): readonly DevianceRow[] {
  const found = analysisOfDeviance(model, outcome, order, { weights, offset: offsetOf(rows) });
  if (found === null) throw new DialectError("A smaller model cannot be fitted");
  return found;
}

/** The columns of a test, one entry per fall of the deviance; none where no test is wanted. R: stat.anova(). */
function testColumns(
  test: string | undefined,
  falls: readonly (number | null)[],
  degrees: readonly (number | null)[],
  { dispersion, family, degreesOfFreedom }: GeneralisedLinearModel,
): Readonly<Record<string, RValue>> {
  const each = (compute: (fall: number, df: number) => number) =>
    numbers(falls.map((fall, row) => (fall === null || !degrees[row] ? null : compute(fall, degrees[row] ?? 1))));
  if (test === undefined) return {};
  if (/^(Chisq|LRT)$/.test(test)) return { "Pr(>Chi)": each((fall, df) => chiSquaredUpper(fall / dispersion, df)) };
  if (test !== "F") throw new DialectError(`A deviance tested by ${test}`);
  const rest = family.knownDispersion ? Number.POSITIVE_INFINITY : degreesOfFreedom;
  return {
    F: each((fall, df) => fall / df / dispersion),
    "Pr(>F)": each((fall, df) => fUpper(fall / df / dispersion, df, rest)),
  };
}

/** anova() of one generalised linear model: a row for the null model, then one per term. */
export function sequentialDeviance(fit: Generalised, test: string | undefined): RValue {
  const { model } = fit;
  const rows = rowsOf(fit, "sequential");
  const [falls, degrees] = [rows.map((row) => row.deviance), rows.map((row) => row.degreesOfFreedom)];
  const nullFreedom = model.n - (model.design.assign.includes(0) ? 1 : 0);
  return frame(
    {
      Df: numbers([null, ...degrees]),
      Deviance: numbers([null, ...falls]),
      "Resid. Df": numbers([nullFreedom, ...rows.map((row) => row.residualDegreesOfFreedom)]),
      "Resid. Dev": numbers([model.nullDeviance, ...rows.map((row) => row.residualDeviance)]),
      ...testColumns(test, [null, ...falls], [null, ...degrees], model),
    },
    ["NULL", ...rows.map((row) => row.term)],
  );
}

/** anova() of several, each against the one before. */
export function nestedDeviance(models: readonly GeneralisedLinearModel[], test: string | undefined): RValue {
  const df = models.map((model) => model.degreesOfFreedom);
  const deviances = models.map((model) => model.deviance);
  const step = (values: readonly number[]) => values.slice(1).map((value, index) => (values[index] ?? 0) - value);
  const largest = models.reduce((best, model) => (model.degreesOfFreedom < best.degreesOfFreedom ? model : best));
  const [falls, degrees] = [
    [null, ...step(deviances)],
    [null, ...step(df)],
  ];
  return frame({
    "Resid. Df": numbers(df),
    "Resid. Dev": numbers(deviances),
    Df: numbers(degrees),
    Deviance: numbers(falls),
    ...testColumns(test, falls, degrees, largest),
  });
}

/** car::Anova() of type II, by likelihood ratios, or by F where the spread is estimated and F is asked for. */
export function typeTwoDeviance(fit: Generalised, test: string): RValue {
  const { model } = fit;
  const rows = rowsOf(fit, "type-two");
  const degrees = numbers(rows.map((row) => row.degreesOfFreedom));
  if (test !== "LR") throw new DialectError(`Anova of a generalised linear model by ${test}`);
  const ratios = rows.map((row) => row.deviance / model.dispersion);
  return frame(
    {
      "LR Chisq": numbers(ratios),
      Df: degrees,
      "Pr(>Chisq)": numbers(ratios.map((ratio, row) => chiSquaredUpper(ratio, rows[row]?.degreesOfFreedom ?? 1))),
    },
    rows.map((row) => row.term),
  );
}

/** drop1(): a row for the model itself, then one per term that no other contains. */
export function droppedDeviance(fit: Generalised, test: string | undefined): RValue {
  const { model } = fit;
  const rows = rowsOf(fit, "dropped");
  const aic = (row: DevianceRow) =>
    model.aic === null ? null : model.aic + row.deviance / model.dispersion - 2 * row.degreesOfFreedom;
  const [falls, degrees] = [rows.map((row) => row.deviance), rows.map((row) => row.degreesOfFreedom)];
  const known = model.family.knownDispersion;
  const ratio = { [known ? "LRT" : "scaled dev."]: numbers([null, ...falls.map((fall) => fall / model.dispersion)]) };
  return frame(
    {
      Df: numbers([null, ...degrees]),
      Deviance: numbers([model.deviance, ...rows.map((row) => row.residualDeviance)]),
      AIC: numbers([model.aic, ...rows.map(aic)]),
      ...(test === "Chisq" || test === "LRT" ? ratio : {}),
      ...testColumns(test, [null, ...falls], [null, ...degrees], model),
    },
    ["<none>", ...rows.map((row) => row.term)],
  );
}
