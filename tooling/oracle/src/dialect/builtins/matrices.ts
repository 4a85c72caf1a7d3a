import { choleskyDecompose } from "@alongside/statistics/linear-algebra/cholesky";
import { determinant, inverse } from "@alongside/statistics/linear-algebra/lu";
import { createMatrix, type Matrix, multiply, transpose } from "@alongside/statistics/linear-algebra/matrix";
import { symmetricEigen } from "@alongside/statistics/linear-algebra/symmetric-eigen";
import { DialectError } from "../failure";
import { list, NULL, number, numbers, texts, withAttributes } from "../make";
import { asNumbers, asTexts, asVector, completeNumbers, isFrame, lengthOf } from "../read";
import { namesAlong, subsetVector } from "../subset";
import { type Binding, type Bindings, bind, type RNumber, type RValue } from "../values";
import { meanOf } from "./summaries";

/** Numbers of an R matrix, or of a vector as one column, for the linear algebra. */
export function toMatrix(value: RValue): Matrix {
  const flat = completeNumbers(value, "a matrix");
  const [rows = flat.length, columns = 1] = value.attributes.dim?.length === 2 ? value.attributes.dim : [];
  const made = createMatrix(rows, columns);
  for (const [at, item] of flat.entries()) made.values[(at % rows) * columns + Math.floor(at / rows)] = item;
  return made;
}

type Names = readonly string[] | null | undefined;

/** An R matrix from one of the linear algebra. */
export function fromMatrix(made: Matrix, rowNames: Names = null, columnNames: Names = null): RNumber {
  const values = Array.from({ length: made.rows * made.columns }, (_, at) => {
    return made.values[(at % made.rows) * made.columns + Math.floor(at / made.rows)] ?? null;
  });
  const dimnames = !rowNames && !columnNames ? undefined : [rowNames ?? null, columnNames ?? null];
  return numbers(values, { dim: [made.rows, made.columns], dimnames });
}

function product(left: RValue, right: RValue): RValue {
  let [a, b] = [toMatrix(left), toMatrix(right)];
  const isVector = (value: RValue): boolean => value.attributes.dim?.length !== 2;
  if (isVector(left) && (isVector(right) ? a.rows === b.rows : a.rows === b.rows || b.rows !== 1)) a = transpose(a);
  else if (isVector(right) && a.columns !== b.rows && a.columns === b.columns) b = transpose(b);
  if (a.columns !== b.rows) throw new DialectError("Matrices do not fit together");
  return fromMatrix(
    multiply(a, b),
    isVector(left) ? null : left.attributes.dimnames?.[0],
    isVector(right) ? null : right.attributes.dimnames?.[1],
  );
}

function flip(value: RValue): RValue {
  const vector = asVector(value);
  const [rows = 1, columns = vector.values.length] =
    vector.attributes.dim?.length === 2 ? vector.attributes.dim : [vector.values.length, 1];
  const order = Array.from({ length: rows * columns }, (_, at) => Math.floor(at / columns) + (at % columns) * rows);
  const [rowNames, columnNames] =
    vector.attributes.dim?.length === 2 ? (vector.attributes.dimnames ?? []) : [namesAlong(vector)];
  const dimnames = !rowNames && !columnNames ? undefined : [columnNames ?? null, rowNames ?? null];
  const className = vector.attributes.class?.includes("table") ? ["table"] : undefined;
  return withAttributes(subsetVector({ ...vector, attributes: {} }, order), {
    dim: [columns, rows],
    dimnames,
    class: className,
  });
}

const overMargin = (byRow: boolean, compute: (values: readonly number[]) => number): Binding =>
  bind("x na.rm dims", (args) => {
    const given = args.value("x");
    const value = isFrame(given) ? args.call("as.matrix", [given]) : given;
    const { values } = asNumbers(value);
    const [rows = 0, columns = 0] = value.attributes.dim ?? [];
    if (value.attributes.dim?.length !== 2) throw new DialectError("A matrix is needed");
    const dropMissing = args.flag("na.rm", false);
    const results = Array.from({ length: byRow ? rows : columns }, (_, slice) => {
      const items = Array.from(
        { length: byRow ? columns : rows },
        (__, at) => values[byRow ? slice + at * rows : at + slice * rows] ?? null,
      );
      const present = items.filter((item) => item !== null);
      return present.length < items.length && !dropMissing ? null : compute(present);
    });
    return numbers(results, { names: value.attributes.dimnames?.[byRow ? 0 : 1] ?? undefined });
  });

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const average = (values: readonly number[]): number => (values.length === 0 ? Number.NaN : meanOf(values));

function triangle(value: RValue, holds: (row: number, column: number) => boolean): RValue {
  const [rows = 0, columns = 0] = value.attributes.dim ?? [];
  const truths = Array.from({ length: rows * columns }, (_, at) => holds(at % rows, Math.floor(at / rows)));
  return { kind: "logical", values: truths, attributes: { dim: [rows, columns] } };
}

export const MATRICES: Bindings = {
  matrix: bind("data nrow ncol byrow dimnames", (args) => {
    const data = asVector(args.optional("data") ?? numbers([null]));
    const length = data.values.length;
    const givenRows = args.has("nrow") ? args.number("nrow") : undefined;
    const givenColumns = args.has("ncol") ? args.number("ncol") : undefined;
    const rows = givenRows ?? (givenColumns === undefined ? length : Math.ceil(length / givenColumns));
    const columns = givenColumns ?? Math.ceil(length / rows);
    const byRow = args.flag("byrow", false);
    const order = Array.from({ length: rows * columns }, (_, at) => {
      return (byRow ? (at % rows) * columns + Math.floor(at / rows) : at) % Math.max(1, length);
    });
    const names = args.optional("dimnames");
    const dimnames =
      names?.kind === "list"
        ? names.values.map((side) => (side.kind === "null" ? null : asTexts(side).values.map((name) => name ?? "")))
        : undefined;
    return withAttributes(subsetVector({ ...data, attributes: {} }, order), { dim: [rows, columns], dimnames });
  }),
  array: bind("data dim dimnames", (args) => {
    const data = asVector(args.value("data"));
    const dim = args.has("dim") ? args.numbers("dim") : [data.values.length];
    const size = dim.reduce((a, b) => a * b, 1);
    return withAttributes(
      subsetVector(
        { ...data, attributes: {} },
        Array.from({ length: size }, (_, at) => at % data.values.length),
      ),
      { dim },
    );
  }),
  "as.matrix": bind("x ...", (args) => {
    const value = args.value("x");
    if (!isFrame(value)) {
      if (value.attributes.dim?.length === 2) return value;
      const names = namesAlong(value);
      return withAttributes(value, { names: undefined, dim: [lengthOf(value), 1], dimnames: names && [names, null] });
    }
    const columns = value.values.map((column) =>
      column.attributes.levels === undefined ? asVector(column) : asTexts(column),
    );
    const joined = args.call(
      "c",
      columns.map((column) => ({ ...column, attributes: {} })),
    );
    const automatic = (value.attributes.rowNames ?? []).every((name, at) => name === String(at + 1));
    const dimnames = [automatic ? null : (value.attributes.rowNames ?? null), value.attributes.names ?? null];
    return withAttributes(joined, {
      dim: [value.attributes.rowNames?.length ?? 0, columns.length],
      dimnames,
      names: undefined,
    });
  }),
  "data.matrix": bind("frame", (args) => {
    const data = args.frame("frame");
    return numbers(
      data.values.flatMap((column) => [...asNumbers(column).values]),
      {
        dim: [data.attributes.rowNames?.length ?? 0, data.values.length],
        dimnames: [null, data.attributes.names ?? null],
      },
    );
  }),
  dim: bind("x", (args) => {
    const value = args.value("x");
    if (isFrame(value)) return numbers([value.attributes.rowNames?.length ?? 0, value.values.length]);
    return value.attributes.dim === undefined ? NULL : numbers(value.attributes.dim);
  }),
  "dim<-": bind("x value", (args) => withAttributes(args.value("x"), { dim: args.numbers("value"), names: undefined })),
  dimnames: bind("x", (args) => {
    const names = args.value("x").attributes.dimnames;
    return names === undefined
      ? NULL
      : { kind: "list", values: names.map((side) => (side === null ? NULL : texts(side))), attributes: {} };
  }),
  "dimnames<-": bind("x value", (args) => {
    const names = args.value("value");
    if (names.kind !== "list") return withAttributes(args.value("x"), { dimnames: undefined });
    return withAttributes(args.value("x"), {
      dimnames: names.values.map((side) =>
        side.kind === "null" ? null : asTexts(side).values.map((name) => name ?? ""),
      ),
    });
  }),
  t: bind("x", (args) => {
    const value = args.value("x");
    return flip(isFrame(value) ? args.call("as.matrix", [value]) : value);
  }),
  "%*%": bind("x y", (args) => product(args.value("x"), args.value("y"))),
  "%o%": bind("X Y", (args) => args.call("outer", [args.value("X"), args.value("Y")])),
  crossprod: bind("x y", (args) => {
    const x = args.value("x");
    return product(flip(x.attributes.dim?.length === 2 ? x : args.call("as.matrix", [x])), args.optional("y") ?? x);
  }),
  tcrossprod: bind("x y", (args) => product(args.value("x"), flip(args.optional("y") ?? args.value("x")))),
  solve: bind("a b ...", (args) => {
    const inverted = inverse(toMatrix(args.value("a")));
    if (inverted === null) throw new DialectError("The system is singular");
    const [rowNames, columnNames] = args.value("a").attributes.dimnames ?? [];
    const result = fromMatrix(inverted, columnNames, rowNames);
    if (!args.has("b")) return result;
    const right = args.value("b");
    const solved = product(withAttributes(result, { dimnames: undefined }), args.call("as.matrix", [right]));
    return right.attributes.dim?.length === 2 ? solved : numbers(asNumbers(solved).values);
  }),
  det: bind("x", (args) => number(determinant(toMatrix(args.value("x"))))),
  chol: bind("x", (args) => {
    const found = choleskyDecompose(toMatrix(args.value("x")));
    if (found.kind !== "cholesky") throw new DialectError("The matrix is not positive definite");
    return fromMatrix(transpose(found.lower));
  }),
  eigen: bind("x symmetric only.values", (args) => {
    const found = symmetricEigen(toMatrix(args.value("x")));
    return list({ values: numbers([...found.values]), vectors: fromMatrix(found.vectors) });
  }),
  diag: bind("x nrow ncol", (args) => {
    const value = asNumbers(args.value("x"));
    const dim = value.attributes.dim;
    if (dim?.length === 2) {
      const [rows = 0, columns = 0] = dim;
      const own = Array.from({ length: Math.min(rows, columns) }, (_, at) => value.values[at + at * rows] ?? null);
      const [rowNames, columnNames] = value.attributes.dimnames ?? [];
      const alike = rowNames && columnNames && own.every((_, at) => rowNames[at] === columnNames[at]);
      return numbers(own, { names: alike ? rowNames.slice(0, own.length) : undefined });
    }
    const single = value.values.length === 1 && !args.has("nrow");
    const size = args.has("nrow") ? args.number("nrow") : single ? (value.values[0] ?? 0) : value.values.length;
    const entries = single ? [1] : value.values;
    const cells = Array.from({ length: size * size }, (_, at) => {
      return at % size === Math.floor(at / size) ? (entries[(at % size) % entries.length] ?? null) : 0;
    });
    return numbers(cells, { dim: [size, size] });
  }),
  "diag<-": bind("x value", (args) => {
    const holder = asNumbers(args.value("x"));
    const [rows = 0] = holder.attributes.dim ?? [];
    const entries = asNumbers(args.value("value")).values;
    const values = [...holder.values];
    for (let at = 0; at < rows; at++) values[at + at * rows] = entries[at % entries.length] ?? null;
    return numbers(values, holder.attributes);
  }),
  rowSums: overMargin(true, total),
  colSums: overMargin(false, total),
  rowMeans: overMargin(true, average),
  colMeans: overMargin(false, average),
  "lower.tri": bind("x diag", (args) => {
    const withDiagonal = args.flag("diag", false);
    return triangle(args.value("x"), (row, column) => row > column || (withDiagonal && row === column));
  }),
  "upper.tri": bind("x diag", (args) => {
    const withDiagonal = args.flag("diag", false);
    return triangle(args.value("x"), (row, column) => row < column || (withDiagonal && row === column));
  }),
  row: bind("x", (args) => {
    const [rows = 0, columns = 0] = args.value("x").attributes.dim ?? [];
    return numbers(
      Array.from({ length: rows * columns }, (_, at) => (at % rows) + 1),
      { dim: [rows, columns] },
    );
  }),
  col: bind("x", (args) => {
    const [rows = 0, columns = 0] = args.value("x").attributes.dim ?? [];
    return numbers(
      Array.from({ length: rows * columns }, (_, at) => Math.floor(at / rows) + 1),
      { dim: [rows, columns] },
    );
  }),
  sweep: bind("x MARGIN STATS FUN", (args) => {
    const value = args.value("x");
    const [rows = 0, columns = 0] = value.attributes.dim ?? [];
    const stats = asNumbers(args.value("STATS")).values;
    const margin = args.number("MARGIN");
    const spread = Array.from(
      { length: rows * columns },
      (_, at) => stats[margin === 1 ? at % rows : Math.floor(at / rows)] ?? null,
    );
    const called = args.has("FUN") ? args.text("FUN") : "-";
    return args.call(called, [value, numbers(spread, { dim: [rows, columns] })]);
  }),
};
