import { DialectError } from "../failure";
import { formatNumber } from "../format-number";
import { flags, listOf, number, numbers, text, texts } from "../make";
import { makeNames } from "../make-names";
import { asTexts, lengthOf } from "../read";
import { type Bindings, bind, type RValue } from "../values";

function paste(parts: readonly RValue[], separator: string, collapse: string | undefined): RValue {
  const columns = parts.map((part) => asTexts(part).values).filter((column) => column.length > 0);
  const length = Math.max(0, ...columns.map((column) => column.length));
  const joined = Array.from({ length }, (_, at) =>
    columns.map((column) => column[at % column.length] ?? "NA").join(separator),
  );
  return collapse === undefined ? texts(joined) : text(joined.join(collapse));
}

/** A pattern of R as one of JavaScript: character classes in brackets are translated, the rest is alike. */
function toPattern(pattern: string, fixed: boolean, ignoreCase: boolean): RegExp {
  const flagsOf = ignoreCase ? "giu" : "gu";
  if (fixed) return new RegExp(pattern.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), flagsOf);
  const classes: Readonly<Record<string, string>> = {
    "[:alpha:]": "A-Za-z",
    "[:digit:]": "0-9",
    "[:alnum:]": "A-Za-z0-9",
    "[:space:]": "\\s",
    "[:punct:]": "!-\\/:-@\\[-`{-~",
    "[:upper:]": "A-Z",
    "[:lower:]": "a-z",
  };
  const translated = Object.entries(classes).reduce((all, [name, range]) => all.replaceAll(name, range), pattern);
  return new RegExp(translated, ignoreCase ? "gi" : "g");
}

const replacing = (everywhere: boolean): Bindings[string] =>
  bind("pattern replacement x ignore.case perl fixed", (args) => {
    const fixed = args.flag("fixed", false);
    const pattern = toPattern(args.text("pattern"), fixed, args.flag("ignore.case", false));
    const written = args.text("replacement");
    const by = fixed ? written.replaceAll("$", "$$$$") : written.replaceAll("$", "$$$$").replace(/\\(\d)/g, "$$$1");
    const once = everywhere ? pattern : new RegExp(pattern.source, pattern.flags.replace("g", ""));
    return texts(asTexts(args.value("x")).values.map((item) => (item === null ? null : item.replace(once, by))));
  });

function decimalsOf(value: number): number {
  return formatNumber(value).split(".")[1]?.length ?? 0;
}

/** A number with so many decimals. toFixed rounds a tie such as 2.25 up; C, and so R, to the even digit. */
function toDecimals(value: number, places: number): string {
  const written = value.toFixed(places);
  const scale = 10 ** places;
  const scaled = Math.abs(value) * scale;
  const isTie = scaled - Math.floor(scaled) === 0.5 && scaled / scale === Math.abs(value) && scaled < 2 ** 50;
  if (!isTie || Math.floor(scaled) % 2 !== 0) return written;
  return (Math.sign(value) * (Math.floor(scaled) / scale)).toFixed(places);
}

/** sprintf for the forms %s %d %i %f %e %g %% with width and precision. */
function sprintf(format: string, values: readonly (string | number | null)[]): string {
  let next = 0;
  return format.replace(
    /%([-+0 #]*)(\d*)(?:\.(\d+))?([sdifegG%])/g,
    (_, options: string, width: string, precision: string | undefined, type: string) => {
      if (type === "%") return "%";
      const value = values[next++] ?? null;
      let body = "NA";
      if (value !== null) {
        const places = precision === undefined ? 6 : Number(precision);
        if (type === "s") body = typeof value === "number" ? formatNumber(value) : value;
        else if (type === "d" || type === "i") body = String(Number(value));
        else if (type === "f") body = toDecimals(Number(value), places);
        else if (type === "e")
          body = Number(value)
            .toExponential(places)
            .replace(/e([+-])(\d)$/, "e$10$2");
        else body = formatNumber(Number(Number(value).toPrecision(Math.max(1, places))));
        if (options.includes("+") && type !== "s" && Number(value) >= 0) body = `+${body}`;
      }
      if (options.includes("-")) return body.padEnd(Number(width));
      return body.padStart(Number(width), options.includes("0") && type !== "s" ? "0" : " ");
    },
  );
}

export const STRINGS: Bindings = {
  paste0: bind("... collapse", (args) =>
    paste(
      args.rest.map((part) => part.value()),
      "",
      args.has("collapse") ? args.text("collapse") : undefined,
    ),
  ),
  paste: bind("... sep collapse", (args) =>
    paste(
      args.rest.map((part) => part.value()),
      args.text("sep", " "),
      args.has("collapse") ? args.text("collapse") : undefined,
    ),
  ),
  sprintf: bind("fmt ...", (args) => {
    const columns = args.rest.map((part) => {
      const value = part.value();
      return value.kind === "number" && value.attributes.levels === undefined ? value.values : asTexts(value).values;
    });
    const formats = asTexts(args.value("fmt")).values;
    const length = Math.max(formats.length, ...columns.map((column) => column.length));
    return texts(
      Array.from({ length }, (_, at) =>
        sprintf(
          formats[at % formats.length] ?? "",
          columns.map((column) => column[at % column.length] ?? null),
        ),
      ),
    );
  }),
  format: bind("x digits nsmall ...", (args) => {
    const value = args.value("x");
    if (value.kind !== "number" || value.attributes.levels !== undefined) return texts(asTexts(value).values);
    const digits = args.number("digits", 7);
    const needed = value.values.map((item) => (item === null ? 0 : decimalsOf(Number(item.toPrecision(digits)))));
    const places = Math.max(args.number("nsmall", 0), ...needed);
    return texts(value.values.map((item) => (item === null ? "NA" : toDecimals(item, places))));
  }),
  formatC: bind("x width digits format flag ...", (args) => {
    const width = args.number("width", 0);
    const pad = args.text("flag", "").includes("0") ? "0" : " ";
    const value = args.value("x");
    const fixed = args.text("format", "") === "f" && value.kind === "number";
    const items = fixed
      ? value.values.map((item) => (item === null ? "NA" : toDecimals(item, args.number("digits", 6))))
      : asTexts(value).values;
    return texts(items.map((item) => (item ?? "NA").padStart(width, pad)));
  }),
  nchar: bind("x type", (args) =>
    numbers(asTexts(args.value("x")).values.map((item) => (item === null ? null : [...item].length))),
  ),
  toupper: bind("x", (args) => texts(asTexts(args.value("x")).values.map((item) => item?.toUpperCase() ?? null))),
  tolower: bind("x", (args) => texts(asTexts(args.value("x")).values.map((item) => item?.toLowerCase() ?? null))),
  trimws: bind("x which", (args) => texts(asTexts(args.value("x")).values.map((item) => item?.trim() ?? null))),
  substr: bind("x start stop", (args) => {
    const [start, stop] = [args.number("start"), args.number("stop")];
    return texts(asTexts(args.value("x")).values.map((item) => item?.slice(start - 1, stop) ?? null));
  }),
  substring: bind("text first last", (args) => {
    const [first, last] = [args.number("first"), args.number("last", 1_000_000)];
    return texts(asTexts(args.value("text")).values.map((item) => item?.slice(first - 1, last) ?? null));
  }),
  strsplit: bind("x split fixed perl", (args) => {
    const split = args.text("split");
    const pattern = toPattern(split, args.flag("fixed", false), false);
    return listOf(
      asTexts(args.value("x")).values.map((item) => texts(item?.split(split === "" ? "" : pattern) ?? [null])),
    );
  }),
  sub: replacing(false),
  gsub: replacing(true),
  grepl: bind("pattern x ignore.case perl fixed", (args) => {
    const pattern = toPattern(args.text("pattern"), args.flag("fixed", false), args.flag("ignore.case", false));
    return flags(asTexts(args.value("x")).values.map((item) => item !== null && item.search(pattern) >= 0));
  }),
  grep: bind("pattern x ignore.case perl value fixed", (args) => {
    const pattern = toPattern(args.text("pattern"), args.flag("fixed", false), args.flag("ignore.case", false));
    const items = asTexts(args.value("x")).values;
    const found = items.flatMap((item, at) => (item !== null && item.search(pattern) >= 0 ? [at] : []));
    return args.flag("value", false) ? texts(found.map((at) => items[at] ?? null)) : numbers(found.map((at) => at + 1));
  }),
  startsWith: bind("x prefix", (args) =>
    flags(asTexts(args.value("x")).values.map((item) => item?.startsWith(args.text("prefix")) ?? null)),
  ),
  endsWith: bind("x suffix", (args) =>
    flags(asTexts(args.value("x")).values.map((item) => item?.endsWith(args.text("suffix")) ?? null)),
  ),
  "make.names": bind("names unique", (args) =>
    texts(makeNames(asTexts(args.value("names")).values.map((name) => name ?? "NA."))),
  ),
  toString: bind("x sep", (args) => paste([args.value("x")], "", args.text("sep", ", "))),
  stop: bind("...", (args) => {
    throw new DialectError(args.rest.map((part) => asTexts(part.value()).values.join("")).join(""));
  }),
  stopifnot: bind("...", (args) => {
    for (const part of args.rest) {
      const value = part.value();
      if (value.kind !== "logical" || !value.values.every((truth) => truth === true))
        throw new DialectError("stopifnot does not hold");
    }
    return number(lengthOf(args.rest[0]?.value() ?? number(0)));
  }),
};
