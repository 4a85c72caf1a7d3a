import { concatenate } from "../concatenate";
import { DialectError } from "../failure";
import { flag, flags, listOf, NULL, number, numbers, text, texts, withAttributes } from "../make";
import { asNumbers, asTexts, asVector, isFactor, isFrame, lengthOf, oneNumber, rowsOf } from "../read";
import { element, namesAlong, subset, subsetVector } from "../subset";
import { type Bindings, bind, type RValue } from "../values";

export const VECTORS: Bindings = {
  c: bind("...", ({ rest }) =>
    concatenate(
      rest.map((part) => part.value()),
      rest.map((part) => part.name),
    ),
  ),
  list: bind("...", ({ rest }) => {
    const names = rest.some((part) => part.name !== undefined) ? rest.map((part) => part.name ?? "") : undefined;
    return listOf(
      rest.map((part) => part.value()),
      { names },
    );
  }),
  "[": bind("x ...", (args) => {
    const indices = args.rest.filter((part) => part.name !== "drop" && part.name !== "exact");
    const drop = args.rest.find((part) => part.name === "drop")?.value();
    return subset(
      args.value("x"),
      indices.map((part) => (part.empty ? undefined : part.value())),
      drop === undefined ? undefined : oneNumber(asNumbers(drop)) !== 0,
    );
  }),
  "[[": bind("x ...", (args) =>
    element(
      args.value("x"),
      args.rest.filter((part) => part.name !== "exact").map((part) => part.value()),
    ),
  ),
  length: bind("x", (args) => number(lengthOf(args.value("x")))),
  names: bind("x", (args) => {
    const value = args.value("x");
    if (value.kind === "object") return texts(Object.keys(value.fields));
    const names = value.attributes.dim?.length === 2 ? undefined : namesAlong(value);
    return names === undefined ? NULL : texts(names);
  }),
  "names<-": bind("x value", (args) => {
    const value = args.value("value");
    const names = value.kind === "null" ? undefined : asTexts(value).values.map((name) => name ?? "NA");
    return rename(args.value("x"), names);
  }),
  setNames: bind("object nm", (args) => {
    const names = args.optional("nm") ?? NULL;
    return rename(
      args.optional("object") ?? names,
      names.kind === "null" ? undefined : asTexts(names).values.map((name) => name ?? "NA"),
    );
  }),
  unname: bind("obj force", (args) => {
    const value = args.value("obj");
    return isFrame(value)
      ? withAttributes(value, { names: undefined })
      : withAttributes(value, { names: undefined, dimnames: undefined });
  }),
  rep: bind("x times each length.out", (args) => {
    const value = asVector(args.value("x"));
    const each = args.number("each", 1);
    const positions = value.values.flatMap((_, position) => new Array<number>(each).fill(position));
    const times = args.has("times") ? args.numbers("times") : [1];
    const repeated =
      times.length > 1
        ? positions.flatMap((position, at) => new Array<number>(times[at] ?? 0).fill(position))
        : Array.from({ length: times[0] ?? 1 }, () => positions).flat();
    const length = args.has("length.out") ? args.number("length.out") : undefined;
    const cut =
      length === undefined ? repeated : Array.from({ length }, (_, at) => repeated[at % repeated.length] ?? 0);
    return subsetVector(value, cut);
  }),
  rep_len: bind("x length.out", (args) => {
    const value = asVector(args.value("x"));
    return subsetVector(
      value,
      Array.from({ length: args.number("length.out") }, (_, at) => at % value.values.length),
    );
  }),
  seq: bind("from to by length.out along.with", (args) => {
    if (args.has("along.with")) return upTo(lengthOf(args.value("along.with")));
    if (args.has("from") && !args.has("to") && !args.has("by") && !args.has("length.out")) {
      const from = args.value("from");
      return upTo(lengthOf(from) === 1 ? oneNumber(from) : lengthOf(from));
    }
    const from = args.number("from", 1);
    if (args.has("length.out")) {
      const length = Math.ceil(args.number("length.out"));
      const by = args.has("by")
        ? args.number("by")
        : args.has("to")
          ? (args.number("to") - from) / Math.max(1, length - 1)
          : 1;
      return numbers(Array.from({ length }, (_, at) => from + at * by));
    }
    const to = args.number("to", 1);
    const by = args.number("by", from <= to ? 1 : -1);
    return numbers(Array.from({ length: Math.floor((to - from) / by + 1e-10) + 1 }, (_, at) => from + at * by));
  }),
  seq_len: bind("length.out", (args) => upTo(args.number("length.out"))),
  seq_along: bind("along.with", (args) => upTo(lengthOf(args.value("along.with")))),
  rev: bind("x", (args) => {
    const value = asVector(args.value("x"));
    return subsetVector(
      value,
      value.values.map((_, at) => value.values.length - 1 - at),
    );
  }),
  head: bind("x n", (args) => ends(args.value("x"), args.number("n", 6), true)),
  tail: bind("x n", (args) => ends(args.value("x"), args.number("n", 6), false)),
  append: bind("x values after", (args) => concatenate([args.value("x"), args.value("values")], [])),
  unlist: bind("x recursive use.names", (args) => {
    const value = args.value("x");
    const flat = value.kind === "list" ? flatten(value) : value;
    return args.flag("use.names", true) || flat.kind === "null" ? flat : withAttributes(flat, { names: undefined });
  }),
  vector: bind("mode length", (args) => {
    const length = args.number("length", 0);
    const mode = args.text("mode", "logical");
    if (mode === "list") return listOf(new Array<RValue>(length).fill(NULL));
    if (mode === "character") return texts(new Array<string>(length).fill(""));
    return mode === "logical"
      ? flags(new Array<boolean>(length).fill(false))
      : numbers(new Array<number>(length).fill(0));
  }),
  numeric: bind("length", (args) => numbers(new Array<number>(args.number("length", 0)).fill(0))),
  integer: bind("length", (args) => numbers(new Array<number>(args.number("length", 0)).fill(0))),
  character: bind("length", (args) => texts(new Array<string>(args.number("length", 0)).fill(""))),
  logical: bind("length", (args) => flags(new Array<boolean>(args.number("length", 0)).fill(false))),
  identity: bind("x", (args) => args.value("x")),
  invisible: bind("x", (args) => args.optional("x") ?? NULL),
  identical: bind("x y", (args) => flag(JSON.stringify(args.value("x")) === JSON.stringify(args.value("y")))),
  class: bind("x", (args) => {
    const value = args.value("x");
    const own = value.attributes.class;
    if (own !== undefined) return texts(own);
    if (value.attributes.dim?.length === 2) return texts(["matrix", "array"]);
    const kinds = {
      number: "numeric",
      closure: "function",
      builtin: "function",
      null: "NULL",
      language: "call",
    } as const;
    return text(
      value.kind in kinds
        ? (Object.entries(kinds).find(([kind]) => kind === value.kind)?.[1] ?? value.kind)
        : value.kind,
    );
  }),
  unclass: bind("x", (args) => withAttributes(args.value("x"), { class: undefined })),
  inherits: bind("x what", (args) =>
    flag(asTexts(args.value("what")).values.some((name) => args.value("x").attributes.class?.includes(name ?? ""))),
  ),
};

function upTo(length: number): RValue {
  return numbers(Array.from({ length }, (_, at) => at + 1));
}

function rename(value: RValue, names: readonly string[] | undefined): RValue {
  if (value.attributes.dim?.length === 1 && names !== undefined) return withAttributes(value, { dimnames: [names] });
  const length = lengthOf(value);
  return withAttributes(value, { names: names && Array.from({ length }, (_, at) => names[at] ?? "NA") });
}

/** Lists within lists become one vector, names joined by dots. */
function flatten(value: RValue): RValue {
  if (value.kind !== "list") return isFactor(value) ? value : value;
  return concatenate(value.values.map(flatten), value.attributes.names ?? []);
}

function ends(value: RValue, n: number, first: boolean): RValue {
  const rows = rowsOf(value);
  const extent = rows ?? lengthOf(value);
  const count = n < 0 ? Math.max(0, extent + n) : Math.min(n, extent);
  const positions = numbers(Array.from({ length: count }, (_, at) => (first ? at + 1 : extent - count + at + 1)));
  if (value.kind === "language" || value.kind === "closure") throw new DialectError("Cannot take the head of this");
  return rows === undefined ? subset(value, [positions], undefined) : subset(value, [positions, undefined], false);
}
