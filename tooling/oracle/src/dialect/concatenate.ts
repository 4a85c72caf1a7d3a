import { flags, listOf, NULL, numbers, texts } from "./make";
import { asFlags, asNumbers, asTexts, isAtomic, isFactor } from "./read";
import { namesAlong } from "./subset";
import type { RAtomic, RValue } from "./values";

/** `c(...)`: the values in a row, in the widest of their types; a function or model among them makes a list. */
export function concatenate(parts: readonly RValue[], labels: readonly (string | undefined)[]): RValue {
  const kept = parts
    .map((value, position) => ({ value, label: labels[position] }))
    .filter(({ value }) => value.kind !== "null");
  if (kept.length === 0) return NULL;
  const names = kept.flatMap(({ value, label }) => namesOf(value, label));
  const attributes = names.some((name) => name !== "") ? { names } : {};
  if (kept.every(({ value }) => isFactor(value))) return joinFactors(kept.map(({ value }) => value));
  const atoms = kept.map(({ value }) => value).filter(isAtomic);
  if (atoms.length < kept.length) {
    return listOf(
      kept.flatMap(({ value }) => entriesOf(value)),
      attributes,
    );
  }
  if (atoms.some((atom) => atom.kind === "character")) {
    return texts(
      atoms.flatMap((atom) => [...asTexts(isFactor(atom) ? codes(atom) : atom).values]),
      attributes,
    );
  }
  if (atoms.some((atom) => atom.kind === "number")) {
    return numbers(
      atoms.flatMap((atom) => [...asNumbers(atom).values]),
      attributes,
    );
  }
  return flags(
    atoms.flatMap((atom) => [...asFlags(atom).values]),
    attributes,
  );
}

function codes(atom: RAtomic): RAtomic {
  return { ...atom, attributes: {} };
}

function joinFactors(factors: readonly RValue[]): RValue {
  const levels = [...new Set(factors.flatMap((some) => some.attributes.levels ?? []))];
  const labels = factors.flatMap((some) => [...asTexts(some).values]);
  const joined = labels.map((label) => (label === null ? null : levels.indexOf(label) + 1));
  return numbers(joined, { levels, class: ["factor"] });
}

function entriesOf(value: RValue): readonly RValue[] {
  if (value.kind === "list") return value.values;
  if (!isAtomic(value)) return [value];
  return value.values.map((_, position): RValue => {
    if (value.kind === "number") return numbers([value.values[position] ?? null]);
    return value.kind === "character"
      ? texts([value.values[position] ?? null])
      : flags([value.values[position] ?? null]);
  });
}

function namesOf(value: RValue, label: string | undefined): readonly string[] {
  const length = value.kind === "list" || isAtomic(value) ? value.values.length : 1;
  const inner = namesAlong(value);
  return Array.from({ length }, (_, position) => {
    const own = inner?.[position] ?? "";
    if (label === undefined || label === "") return own;
    if (own !== "") return `${label}.${own}`;
    return length === 1 ? label : `${label}${position + 1}`;
  });
}
