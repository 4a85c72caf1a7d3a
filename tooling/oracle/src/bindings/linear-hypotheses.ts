import { normalCritical } from "@alongside/statistics/distribution/normal";
import { tCritical } from "@alongside/statistics/distribution/student-t";
import { dunnett } from "@alongside/statistics/groups/dunnett";
import { createMatrix, type Matrix } from "@alongside/statistics/linear-algebra/matrix";
import { simultaneousContrasts } from "@alongside/statistics/multiplicity/simultaneous-contrasts";
import { DialectError } from "../dialect/failure";
import { payload } from "../dialect/payload";
import { asTexts, oneText } from "../dialect/read";
import type { RValue } from "../dialect/values";
import type { OneFactor } from "./one-factor";
import { type FittedRegression, toMatrix } from "./regression-models";

/** Sums of coefficients that are tested together. */
export interface Hypotheses {
  readonly labels: readonly string[];
  readonly estimates: readonly number[];
  readonly errors: readonly number[];
  readonly df: number;
  /** P(the largest absolute statistic exceeds a value). */
  readonly upper: (statistic: number) => number;
  readonly critical: (level: number) => number;
}

export const HYPOTHESES = payload<Hypotheses>("general linear hypotheses");

/** Every group of a one-way layout against the first, without the error of a lattice. */
export function againstControl({ values, names }: OneFactor): Hypotheses {
  const found = dunnett(values, 0.95);
  if ("kind" in found) throw new DialectError(`No comparisons: ${found.reason}`);
  const statistics = found.map((pair) => Math.abs(pair.difference / pair.standardError));
  const [first] = found;
  return {
    labels: found.map((pair) => `${names[pair.second]} - ${names[pair.first]}`),
    estimates: found.map((pair) => pair.difference),
    errors: found.map((pair) => pair.standardError),
    df: first?.degreesOfFreedom ?? Number.NaN,
    upper: (statistic) => found[statistics.indexOf(statistic)]?.adjustedPValue ?? Number.NaN,
    critical: (level) => {
      const again = dunnett(values, level);
      if ("kind" in again || again[0] === undefined) throw new DialectError("No comparisons");
      return (again[0].interval.high - again[0].difference) / again[0].standardError;
    },
  };
}

/** What mcp(factor = "Tukey" or "Dunnett") or a matrix of contrasts asks of a regression. */
export function hypothesesOf(fit: FittedRegression, wanted: RValue): Hypotheses {
  const { model, covariance } = fit;
  const { labels, contrasts } = contrastsOf(fit, wanted);
  const estimates = Array.from({ length: contrasts.rows }, (_, row) =>
    model.names.reduce(
      (sum, _name, at) => sum + (contrasts.values[row * contrasts.columns + at] ?? 0) * (model.coefficients[at] ?? 0),
      0,
    ),
  );
  const df = model.kind === "linear-model" ? model.degreesOfFreedom : Number.POSITIVE_INFINITY;
  const found = simultaneousContrasts(contrasts, covariance ?? model.covariance, df);
  if (found === null) throw new DialectError("The comparisons have no variance");
  const single = labels.length === 1;
  const alone = (level: number) => (df === Number.POSITIVE_INFINITY ? normalCritical(level) : tCritical(level, df));
  return {
    labels,
    estimates,
    errors: found.standardErrors,
    df,
    upper: found.upper,
    critical: single ? alone : found.critical,
  };
}

function contrastsOf(
  { model, frame }: FittedRegression,
  wanted: RValue,
): { readonly labels: readonly string[]; readonly contrasts: Matrix } {
  if (wanted.kind === "number") {
    const contrasts = toMatrix(wanted);
    const names = wanted.attributes.dimnames?.[0];
    return { labels: names ?? Array.from({ length: contrasts.rows }, (_, row) => String(row + 1)), contrasts };
  }
  const [factor] = wanted.attributes.names ?? [];
  const variable = factor === undefined ? undefined : frame.variables.get(factor);
  if (wanted.kind !== "list" || wanted.values[0] === undefined || variable?.kind !== "factor") {
    throw new DialectError("Comparisons of what?");
  }
  const kind = oneText(asTexts(wanted.values[0]), "a kind of comparison");
  if (kind !== "Dunnett" && kind !== "Tukey") throw new DialectError(`Comparisons ${kind}`);
  const { levels } = variable;
  const pairs = levels.flatMap((first, i) =>
    levels.slice(i + 1).flatMap((second) => (kind === "Tukey" || i === 0 ? [{ first, second }] : [])),
  );
  const contrasts = createMatrix(pairs.length, model.names.length);
  pairs.forEach(({ first, second }, row) => {
    for (const [level, sign] of [
      [first, -1],
      [second, 1],
    ] as const) {
      const column = model.names.indexOf(`${factor}${level}`);
      if (column >= 0) contrasts.values[row * model.names.length + column] = sign;
    }
  });
  return { labels: pairs.map(({ first, second }) => `${second} - ${first}`), contrasts };
}
