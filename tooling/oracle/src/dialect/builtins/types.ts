import { flag, flags, listOf, NULL, numbers, texts, withAttributes } from "../make";
import { asFlags, asNumbers, asTexts, isAtomic, isFactor, isFrame, isFunction, isVector } from "../read";
import { type Binding, type Bindings, bind, type RValue } from "../values";

const test = (holds: (value: RValue) => boolean): Binding => bind("x", (args) => flag(holds(args.value("x"))));

/** Missing per element; of a data frame per cell, as a matrix. */
function missing(value: RValue): RValue {
  if (isFrame(value)) {
    const cells = value.values.flatMap((column) => isNa(column));
    const rowNames = value.attributes.rowNames ?? [];
    const automatic = rowNames.every((name, at) => name === String(at + 1));
    const dimnames = [automatic ? null : rowNames, value.attributes.names ?? null];
    return flags(cells, { dim: [value.attributes.rowNames?.length ?? 0, value.values.length], dimnames });
  }
  const { names, dim, dimnames } = value.attributes;
  return flags(isNa(value), { names, dim, dimnames });
}

function isNa(value: RValue): readonly boolean[] {
  if (value.kind === "list")
    return value.values.map((item) => isAtomic(item) && item.values.length === 1 && isNa(item)[0] === true);
  if (!isAtomic(value)) return value.kind === "null" ? [] : [false];
  return value.values.map((item) => item === null || Number.isNaN(item));
}

export const TYPES: Bindings = {
  "is.null": test((value) => value.kind === "null"),
  "is.na": bind("x", (args) => missing(args.value("x"))),
  anyNA: test((value) =>
    isFrame(value) ? value.values.some((column) => isNa(column).includes(true)) : isNa(value).includes(true),
  ),
  "is.numeric": test((value) => value.kind === "number" && !isFactor(value)),
  "is.integer": test(
    (value) => value.kind === "number" && value.values.every((item) => item === null || Number.isInteger(item)),
  ),
  "is.character": test((value) => value.kind === "character"),
  "is.logical": test((value) => value.kind === "logical"),
  "is.factor": test(isFactor),
  "is.list": test((value) => value.kind === "list"),
  "is.vector": test((value) => isVector(value) && value.attributes.dim === undefined && !isFactor(value)),
  "is.matrix": test((value) => value.attributes.dim?.length === 2),
  "is.data.frame": test(isFrame),
  "is.function": test(isFunction),
  "as.numeric": bind("x ...", (args) => numbers(asNumbers(args.value("x")).values)),
  "as.double": bind("x ...", (args) => numbers(asNumbers(args.value("x")).values)),
  "as.integer": bind("x ...", (args) =>
    numbers(
      asNumbers(args.value("x")).values.map((item) =>
        item === null || !Number.isFinite(item) ? null : Math.trunc(item),
      ),
    ),
  ),
  "as.character": bind("x ...", (args) => texts(asTexts(args.value("x")).values)),
  "as.logical": bind("x ...", (args) => flags(asFlags(args.value("x")).values)),
  "as.vector": bind("x mode", (args) => {
    const value = args.value("x");
    if (isFactor(value)) return texts(asTexts(value).values);
    const mode = args.text("mode", "any");
    if (mode === "numeric") return numbers(asNumbers(value).values);
    if (mode === "character") return texts(asTexts(value).values);
    if (mode === "list" && isVector(value)) return args.call("as.list", [value]);
    if (value.kind === "list") return value;
    return withAttributes(value, { names: undefined, dim: undefined, dimnames: undefined, class: undefined });
  }),
  "as.list": bind("x ...", (args) => {
    const value = args.value("x");
    if (value.kind === "list") return listOf(value.values, { names: value.attributes.names });
    if (!isAtomic(value)) return value.kind === "null" ? listOf([]) : listOf([value]);
    const { levels, class: className, names } = value.attributes;
    const items = value.values.map((_, at): RValue => {
      const attributes = { levels, class: className };
      if (value.kind === "number") return numbers([value.values[at] ?? null], attributes);
      return value.kind === "character" ? texts([value.values[at] ?? null]) : flags([value.values[at] ?? null]);
    });
    return listOf(items, { names });
  }),
  ifelse: bind("test yes no", (args) => {
    const truths = asFlags(args.value("test"));
    const needs = { yes: truths.values.includes(true), no: truths.values.includes(false) };
    const [yes, no] = [needs.yes ? args.value("yes") : NULL, needs.no ? args.value("no") : NULL];
    const { names, dim, dimnames } = truths.attributes;
    const pick = <T>(values: readonly T[], at: number): T | null => values[at % values.length] ?? null;
    const chosen = <T>(a: readonly T[], b: readonly T[]): (T | null)[] =>
      truths.values.map((truth, at) => (truth === null ? null : truth ? pick(a, at) : pick(b, at)));
    const shape = { names, dim, dimnames };
    const plainYes = isFactor(yes) ? numbers(yes.values) : yes;
    const plainNo = isFactor(no) ? numbers(no.values) : no;
    const kinds = [plainYes, plainNo].map((part) => part.kind);
    if (kinds.includes("character")) return texts(chosen(asTexts(plainYes).values, asTexts(plainNo).values), shape);
    if (kinds.includes("number")) return numbers(chosen(asNumbers(plainYes).values, asNumbers(plainNo).values), shape);
    return flags(chosen(asFlags(plainYes).values, asFlags(plainNo).values), shape);
  }),
  any: bind("... na.rm", (args) => {
    const all = args.rest.flatMap((part) => [...asFlags(part.value()).values]);
    return flag(all.includes(true) ? true : all.includes(null) && !args.flag("na.rm", false) ? null : false);
  }),
  all: bind("... na.rm", (args) => {
    const every = args.rest.flatMap((part) => [...asFlags(part.value()).values]);
    return flag(every.includes(false) ? false : every.includes(null) && !args.flag("na.rm", false) ? null : true);
  }),
  isTRUE: test((value) => value.kind === "logical" && value.values.length === 1 && value.values[0] === true),
  isFALSE: test((value) => value.kind === "logical" && value.values.length === 1 && value.values[0] === false),
  which: bind("x arr.ind useNames", (args) => {
    const { values, attributes } = asFlags(args.value("x"));
    const at = values.flatMap((truth, position) => (truth === true ? [position] : []));
    const { names } = attributes;
    return numbers(
      at.map((position) => position + 1),
      { names: names && at.map((position) => names[position] ?? "") },
    );
  }),
};
