import type { Arguments } from "../dialect/arguments";
import { matrix } from "../dialect/make";
import { asTexts, completeNumbers } from "../dialect/read";
import type { RValue } from "../dialect/values";

/** Limits per coefficient, with R's column names. */
export function limits(names: readonly string[], rows: readonly (readonly (number | null)[])[], level: number): RValue {
  return matrix(names, percentages(level), rows, 2);
}

/** R's names of the columns of limits. */
export function percentages(level: number): readonly [string, string] {
  const percent = (share: number) => `${Number((100 * share).toPrecision(3))} %`;
  return [percent((1 - level) / 2), percent((1 + level) / 2)];
}

/** Positions of the coefficients that a call of confint() asks for by `parm`, by name or number; all without it. */
export function askedFor(args: Arguments, names: readonly string[]): readonly number[] {
  const asked = args.optional("parm");
  if (asked === undefined) return names.map((_, at) => at);
  if (asked.kind === "character") return asTexts(asked).values.map((name) => names.indexOf(name ?? ""));
  return completeNumbers(asked).map((position) => position - 1);
}

/** Limits of the coefficients asked for. */
export function limitsAskedFor(
  args: Arguments,
  names: readonly string[],
  rows: readonly (readonly (number | null)[])[],
  level: number,
): RValue {
  const at = askedFor(args, names);
  return limits(
    at.map((position) => names[position] ?? "NA"),
    at.map((position) => rows[position] ?? [null, null]),
    level,
  );
}
