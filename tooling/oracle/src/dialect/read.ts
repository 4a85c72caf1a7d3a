import { DialectError } from "./failure";
import { formatNumber } from "./format-number";
import { flags, numbers, texts } from "./make";
import type {
  RAtomic,
  RCharacter,
  RFactor,
  RFrame,
  RFunction,
  RList,
  RLogical,
  RNumber,
  RValue,
  RVector,
} from "./values";

/** What a value is read as. All throw when the value has another nature; none guesses. */

export function isVector(value: RValue): value is RVector {
  return value.kind === "list" || isAtomic(value);
}
export function isAtomic(value: RValue): value is RAtomic {
  return value.kind === "logical" || value.kind === "number" || value.kind === "character";
}
export function isFunction(value: RValue): value is RFunction {
  return value.kind === "closure" || value.kind === "builtin";
}
export function isFactor(value: RValue): value is RFactor {
  return value.kind === "number" && value.attributes.levels !== undefined;
}
export function isFrame(value: RValue): value is RFrame {
  return value.kind === "list" && hasClass(value, "data.frame");
}
export function hasClass(value: RValue, name: string): boolean {
  return value.attributes.class?.includes(name) ?? false;
}

export function asVector(value: RValue): RVector {
  if (isVector(value)) return value;
  if (value.kind === "null") return numbers([]);
  throw new DialectError(`Expected a vector, got ${value.kind}`);
}
export function asList(value: RValue): RList {
  if (value.kind === "list") return value;
  throw new DialectError(`Expected a list, got ${value.kind}`);
}
export function asFrame(value: RValue): RList {
  if (isFrame(value)) return value;
  throw new DialectError(`Expected a data frame, got ${value.kind}`);
}
export function asFunction(value: RValue): RFunction {
  if (isFunction(value)) return value;
  throw new DialectError(`Expected a function, got ${value.kind}`);
}

/** A factor reads as its labels; numbers as R prints them with 15 digits. A list of single values reads as a vector. */
export function asTexts(value: RValue): RCharacter {
  if (value.kind === "null") return texts([]);
  if (value.kind === "character") return value;
  if (isFactor(value)) {
    const levels = value.attributes.levels ?? [];
    const labels = value.values.map((code) => (code === null ? null : (levels[code - 1] ?? null)));
    return texts(labels, { names: value.attributes.names });
  }
  if (value.kind === "number") {
    return texts(
      value.values.map((item) => (item === null ? null : formatNumber(item))),
      value.attributes,
    );
  }
  if (value.kind === "logical") {
    return texts(
      value.values.map((item) => (item === null ? null : item ? "TRUE" : "FALSE")),
      value.attributes,
    );
  }
  if (value.kind === "list") return texts(value.values.map((item) => asTexts(item).values[0] ?? null));
  if (value.kind === "language" && value.expression.type === "name") return texts([value.expression.name]);
  throw new DialectError(`Expected text, got ${value.kind}`);
}

/** Truth values read as 0 and 1, texts as the number written in them (NA when none), factors as their codes. */
export function asNumbers(value: RValue): RNumber {
  if (value.kind === "null") return numbers([]);
  if (value.kind === "number") return value;
  if (value.kind === "logical") {
    return numbers(
      value.values.map((item) => (item === null ? null : Number(item))),
      value.attributes,
    );
  }
  if (value.kind === "character") {
    return numbers(
      value.values.map((item) => (item === null ? null : readNumber(item))),
      value.attributes,
    );
  }
  if (value.kind === "list") return numbers(value.values.map((item) => asNumbers(item).values[0] ?? null));
  throw new DialectError(`Expected numbers, got ${value.kind}`);
}

export function readNumber(written: string): number | null {
  const trimmed = written.trim();
  if (trimmed === "Inf") return Number.POSITIVE_INFINITY;
  if (trimmed === "-Inf") return Number.NEGATIVE_INFINITY;
  if (trimmed === "NaN") return Number.NaN;
  return /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(trimmed) ? Number(trimmed) : null;
}

export function asFlags(value: RValue): RLogical {
  if (value.kind === "null") return flags([]);
  if (value.kind === "logical") return value;
  if (value.kind === "number") {
    const truths = value.values.map((item) => (item === null || Number.isNaN(item) ? null : item !== 0));
    return flags(truths, value.attributes);
  }
  if (value.kind === "character") {
    const truths = value.values.map((item) =>
      item === "TRUE" || item === "T" || item === "true" ? true : item === "FALSE" || item === "F" ? false : null,
    );
    return flags(truths, value.attributes);
  }
  if (value.kind === "list") return flags(value.values.map((item) => asFlags(item).values[0] ?? null));
  throw new DialectError(`Expected truth values, got ${value.kind}`);
}

/** The numbers of a vector without missing values; NA is an error here, not a number. */
export function completeNumbers(value: RValue, what = "a value"): readonly number[] {
  return asNumbers(value).values.map((item) => {
    if (item === null) throw new DialectError(`${what} is missing where a number is needed`);
    return item;
  });
}

export function oneNumber(value: RValue, what = "a value"): number {
  const first = asNumbers(value).values[0];
  if (first === undefined || first === null) throw new DialectError(`Expected one number for ${what}`);
  return first;
}
export function oneText(value: RValue, what = "a value"): string {
  const first = asTexts(value).values[0];
  if (first === undefined || first === null) throw new DialectError(`Expected one text for ${what}`);
  return first;
}
export function oneFlag(value: RValue, what = "a condition"): boolean {
  const first = asFlags(value).values[0];
  if (first === undefined || first === null) throw new DialectError(`Expected TRUE or FALSE for ${what}`);
  return first;
}

/** Elements of a vector; rows times columns for a matrix, columns for a data frame. */
export function lengthOf(value: RValue): number {
  if (value.kind === "null") return 0;
  if (isVector(value)) return value.values.length;
  return value.kind === "object" ? Object.keys(value.fields).length : 1;
}
export function rowsOf(value: RValue): number | undefined {
  if (isFrame(value)) return value.attributes.rowNames?.length ?? 0;
  return value.attributes.dim?.[0];
}

/** Column of a data frame or entry of a list, by its full name. */
export function entryOf(value: RList, name: string): RValue | undefined {
  const position = value.attributes.names?.indexOf(name) ?? -1;
  return position < 0 ? undefined : value.values[position];
}
