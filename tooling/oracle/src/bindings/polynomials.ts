import { orthogonalPolynomials } from "@alongside/statistics/regression/orthogonal-polynomials";
import { DialectError } from "../dialect/failure";
import { matrix } from "../dialect/make";
import { completeNumbers } from "../dialect/read";
import { type Bindings, bind, type RNumber, type RValue } from "../dialect/values";

/** Class of plain powers, so that they can be told from orthogonal polynomials. */
const RAW = "raw";

function orthogonal(values: readonly number[], degree: number) {
  const found = orthogonalPolynomials(values, degree);
  if (found === null) throw new DialectError("A polynomial needs more different values than its degree");
  return found;
}

function fromRows(rows: readonly (readonly number[])[], degree: number, classes: readonly string[]): RNumber {
  const labels = Array.from({ length: degree }, (_, power) => String(power + 1));
  const made = matrix(null, labels, rows, degree);
  return { ...made, attributes: { ...made.attributes, class: classes } };
}

const powers = (value: number, degree: number) => Array.from({ length: degree }, (_, power) => value ** (power + 1));

/** What poly() made of some values, at other values. */
export function polynomialAt(made: RValue, from: RValue, to: RValue): RNumber {
  const degree = made.attributes.dim?.[1] ?? 1;
  const isRaw = made.attributes.class?.includes(RAW) ?? false;
  const { at } = orthogonal(completeNumbers(from), degree);
  const rows = completeNumbers(to).map((value) => (isRaw ? powers(value, degree) : at(value)));
  return fromRows(rows, degree, made.attributes.class ?? []);
}

export const POLYNOMIALS: Bindings = {
  poly: bind("x degree raw simple", (args) => {
    const [values, degree] = [args.numbers("x"), args.number("degree", 1)];
    if (args.flag("raw", false)) {
      return fromRows(
        values.map((value) => powers(value, degree)),
        degree,
        ["poly", RAW, "matrix"],
      );
    }
    const { columns } = orthogonal(values, degree);
    const rows = values.map((_, row) => columns.map((column) => column[row] ?? 0));
    return fromRows(rows, degree, ["poly", "matrix"]);
  }),
};
