import { flag, flags, listFromEntries, listOf, NULL, number, numbers, text, texts } from "./dialect/make";
import type { RValue } from "./dialect/values";
import type { Json } from "./encode";

/** A case's options as R values: arrays of one type are vectors, other arrays and objects lists, null is NULL. */
export function fromJson(value: Json): RValue {
  if (value === null) return NULL;
  if (typeof value === "number") return number(value);
  if (typeof value === "string") return text(value);
  if (typeof value === "boolean") return flag(value);
  if (isArray(value)) return fromArray(value);
  return listFromEntries(Object.entries(value).map(([name, item]) => [name, fromJson(item)]));
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function fromArray(items: readonly Json[]): RValue {
  const present = items.filter((item) => item !== null);
  if (present.length === 0) return items.length === 0 ? NULL : flags(items.map(() => null));
  if (present.every((item) => typeof item === "number")) {
    return numbers(items.map((item) => (typeof item === "number" ? item : null)));
  }
  if (present.every((item) => typeof item === "string")) {
    return texts(items.map((item) => (typeof item === "string" ? item : null)));
  }
  if (present.every((item) => typeof item === "boolean")) {
    return flags(items.map((item) => (typeof item === "boolean" ? item : null)));
  }
  return listOf(items.map(fromJson));
}
