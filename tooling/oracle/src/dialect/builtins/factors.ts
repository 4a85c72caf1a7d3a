import { DialectError } from "../failure";
import { formatNumber } from "../format-number";
import { factor, NULL, number, numbers, texts, withAttributes } from "../make";
import { asNumbers, asTexts, asVector, isFactor } from "../read";
import { sortedUnique } from "../sort-texts";
import { type Bindings, bind, type RFactor, type RNumber, type RValue, type RVector } from "../values";

/** A vector as a factor: its own levels when it is one, else the sorted different values. */
export function toFactor(value: RValue): RFactor | RNumber {
  if (isFactor(value)) return value;
  return byLevels(value, sortedUnique(asVector(value)));
}

export function byLevels(value: RValue, levels: readonly string[], labels: readonly string[] = levels): RNumber {
  const codeOf = new Map(levels.map((level, at) => [level, at + 1]));
  const unique = [...new Set(labels)];
  const codes = asTexts(value).values.map((label) => {
    const code = label === null ? undefined : codeOf.get(label);
    return code === undefined ? null : unique.indexOf(labels[code - 1] ?? "") + 1;
  });
  return withAttributes(factor(codes, unique), { names: value.attributes.names });
}

function labelsOf(value: RValue): readonly string[] {
  return asTexts(value).values.map((label) => label ?? "NA");
}

function dropUnused(value: RFactor | RNumber): RNumber {
  const used = new Set(value.values);
  return byLevels(
    value,
    (value.attributes.levels ?? []).filter((_, at) => used.has(at + 1)),
  );
}

/** All combinations of the levels of several factors, those of the first varying fastest. */
export function crossFactors(factors: readonly RNumber[], separator: string, drop: boolean): RNumber {
  const levels = factors.reduce<readonly string[]>((combined, one, at) => {
    const own = one.attributes.levels ?? [];
    return at === 0 ? own : own.flatMap((level) => combined.map((prefix) => `${prefix}${separator}${level}`));
  }, []);
  const length = factors[0]?.values.length ?? 0;
  const codes = Array.from({ length }, (_, row) => {
    let code = 0;
    let stride = 1;
    for (const one of factors) {
      const own = one.values[row] ?? null;
      if (own === null) return null;
      code += (own - 1) * stride;
      stride *= one.attributes.levels?.length ?? 0;
    }
    return code + 1;
  });
  const crossed = factor(codes, levels);
  return drop ? dropUnused(crossed) : crossed;
}

function cutPoints(values: readonly (number | null)[], breaks: readonly number[]): readonly number[] {
  const [count = 0] = breaks;
  if (breaks.length > 1) return [...breaks].sort((a, b) => a - b);
  const present = values.filter((item) => item !== null);
  const [low, high] = [Math.min(...present), Math.max(...present)];
  const width = high - low;
  const points = Array.from({ length: count + 1 }, (_, at) => low + (width * at) / count);
  return points.map((point, at) => (at === 0 ? low - width / 1000 : at === count ? high + width / 1000 : point));
}

export const FACTORS: Bindings = {
  factor: bind("x levels labels exclude ordered", (args) => {
    const value: RVector = args.has("x") ? asVector(args.value("x")) : texts([]);
    const levels = args.has("levels") ? labelsOf(args.value("levels")) : sortedUnique(value);
    const given = args.has("labels") ? labelsOf(args.value("labels")) : levels;
    const [prefix = ""] = given;
    const labels = given.length === 1 && levels.length > 1 ? levels.map((_, at) => `${prefix}${at + 1}`) : given;
    const made = byLevels(value, levels, labels);
    return args.flag("ordered", false) ? withAttributes(made, { class: ["ordered", "factor"] }) : made;
  }),
  ordered: bind("x levels labels", (args) => {
    const levels = args.has("levels") ? labelsOf(args.value("levels")) : sortedUnique(asVector(args.value("x")));
    const labels = args.has("labels") ? labelsOf(args.value("labels")) : levels;
    return withAttributes(byLevels(args.value("x"), levels, labels), { class: ["ordered", "factor"] });
  }),
  "as.factor": bind("x", (args) => toFactor(args.value("x"))),
  levels: bind("x", (args) => {
    const { levels } = args.value("x").attributes;
    return levels === undefined ? NULL : texts(levels);
  }),
  "levels<-": bind("x value", (args) => {
    const holder = args.value("x");
    if (!isFactor(holder)) throw new DialectError("Levels of what is no factor");
    return byLevels(holder, holder.attributes.levels, labelsOf(args.value("value")));
  }),
  nlevels: bind("x", (args) => number(args.value("x").attributes.levels?.length ?? 0)),
  relevel: bind("x ref", (args) => {
    const value = toFactor(args.value("x"));
    const levels = value.attributes.levels ?? [];
    const written = args.value("ref");
    const reference = written.kind === "number" ? (levels[args.number("ref") - 1] ?? "") : args.text("ref");
    if (!levels.includes(reference)) throw new DialectError(`${reference} is no level`);
    return byLevels(value, [reference, ...levels.filter((level) => level !== reference)]);
  }),
  droplevels: bind("x", (args) => {
    const value = args.value("x");
    if (value.kind === "list") {
      return { ...value, values: value.values.map((column) => (isFactor(column) ? dropUnused(column) : column)) };
    }
    return isFactor(value) ? dropUnused(value) : value;
  }),
  interaction: bind("... sep drop lex.order", (args) => {
    const given = args.rest.map((part) => part.value());
    const parts = given.flatMap((value) => (value.kind === "list" ? [...value.values] : [value]));
    return crossFactors(parts.map(toFactor), args.text("sep", "."), args.flag("drop", false));
  }),
  cut: bind("x breaks labels include.lowest right", (args) => {
    const { values } = asNumbers(args.value("x"));
    const points = cutPoints(values, args.numbers("breaks"));
    const [right, lowest] = [args.flag("right", true), args.flag("include.lowest", false)];
    const last = points.length - 2;
    const codes = values.map((item) => {
      if (item === null) return null;
      for (let at = 0; at <= last; at++) {
        const [low = 0, high = 0] = [points[at], points[at + 1]];
        const inside = right ? item > low && item <= high : item >= low && item < high;
        const onEdge = lowest && (right ? at === 0 && item === low : at === last && item === high);
        if (inside || onEdge) return at + 1;
      }
      return null;
    });
    const written = points.map((point) => formatNumber(Number(point.toPrecision(3))));
    const labels = args.optional("labels");
    if (labels?.kind === "logical" && labels.values[0] === false) return numbers(codes);
    const names = points.slice(1).map((_, at) => {
      const [low = "", high = ""] = [written[at], written[at + 1]];
      if (right) return `${lowest && at === 0 ? "[" : "("}${low},${high}]`;
      return `[${low},${high}${lowest && at === last ? "]" : ")"}`;
    });
    return factor(codes, labels === undefined || labels.kind === "null" ? names : labelsOf(labels));
  }),
  findInterval: bind("x vec", (args) => {
    const points = args.numbers("vec");
    return numbers(
      asNumbers(args.value("x")).values.map((item) =>
        item === null ? null : points.filter((point) => item >= point).length,
      ),
    );
  }),
  strata: bind("...", (args) => {
    const parts = args.rest.map((part) => toFactor(part.value()));
    return dropUnused(crossFactors(parts, ", ", false));
  }),
  cluster: bind("x", (args) => args.value("x")),
  offset: bind("object", (args) => args.value("object")),
};
