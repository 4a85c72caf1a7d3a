import { DialectError } from "../dialect/failure";
import { frameFromEntries, numbers, texts } from "../dialect/make";
import { makeNames } from "../dialect/make-names";
import { asNumbers, isAtomic, isFrame } from "../dialect/read";
import { type Bindings, bind, type RValue } from "../dialect/values";

/** A table of coefficients as a data frame: its row names as the column `term`, its column names made into R names. */
function withTerms(value: RValue): RValue {
  if (isFrame(value)) {
    const names = makeNames(value.attributes.names ?? []);
    return frameFromEntries([
      ["term", texts(value.attributes.rowNames ?? [])],
      ...value.values.map((column, at): readonly [string, RValue] => [names[at] ?? "", column]),
    ]);
  }
  const { dim, dimnames, names: ofValues } = value.attributes;
  if (dim === undefined && isAtomic(value)) {
    // A table of one row from which [, ] took the rows: as.matrix() makes it one column.
    const { values } = asNumbers(value);
    const terms = ofValues ?? values.map((_, at) => String(at + 1));
    return frameFromEntries([
      ["term", texts(terms)],
      ["V1", numbers(values)],
    ]);
  }
  if (dim?.length !== 2) throw new DialectError("A table of coefficients has rows and columns");
  const [rows = 0, columns = 0] = dim;
  const { values } = asNumbers(value);
  const names = makeNames(dimnames?.[1] ?? Array.from({ length: columns }, (_, at) => `V${at + 1}`));
  return frameFromEntries([
    ["term", texts(dimnames?.[0] ?? Array.from({ length: rows }, (_, at) => String(at + 1)))],
    ...names.map((name, at): readonly [string, RValue] => [name, numbers(values.slice(at * rows, (at + 1) * rows))]),
  ]);
}

export const COEFFICIENT_TABLE: Bindings = {
  coefdf: bind("m", (args) => withTerms(args.value("m"))),
};
