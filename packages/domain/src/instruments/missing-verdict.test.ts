import { describe, expect, it } from "vitest";
import type { Answer } from "./answers";
import type { Instrument } from "./instrument";
import type { Item } from "./item";
import { INSTRUMENTS } from "./registry";
import type { Scale } from "./scale";
import { scoreAnswers } from "./score";

/** A whole sheet in which every conditional item is asked and no criterion of a criteria scale is met. */
function wholeSheet(instrument: Instrument): Record<string, Answer> {
  const wanted = new Map<string, number>();
  for (const { enableWhen } of instrument.items) {
    const first = enableWhen?.conditions[0];
    if (first !== undefined) wanted.set(first.item, first.answer);
  }
  const answer = ({ id, response }: Item): number => {
    const stated = wanted.get(id);
    if (stated !== undefined) return stated;
    if (response.kind === "number") return response.minimum;
    const valued = (instrument.responseSets[response.set]?.options ?? []).filter(({ value }) => value !== null);
    return valued.reduce((lowest, { code }) => Math.min(lowest, code), Number.POSITIVE_INFINITY);
  };
  return Object.fromEntries(instrument.items.map((item) => [item.id, answer(item)]));
}

type Verdict = "scored" | "incomplete" | "not-applicable";

/** The declared rule read off the definition in its own words, without the engine: count what is left, compare. */
function declaredVerdict(instrument: Instrument, scale: Scale, dropped: ReadonlySet<string>): Verdict {
  if (scale.formula.kind === "composite") {
    const parts = scale.formula.scales.map((code) => {
      const part = instrument.scales.find((one) => one.code === code);
      return part === undefined ? "incomplete" : declaredVerdict(instrument, part, dropped);
    });
    if (parts.every((part) => part === "scored")) return "scored";
    return parts.includes("not-applicable") ? "not-applicable" : "incomplete";
  }
  const isAsked = (item: Item) =>
    item.enableWhen === undefined || item.enableWhen.conditions.some(({ item: other }) => !dropped.has(other));
  const asked = instrument.items.filter(isAsked);
  const mine = asked.filter(({ id }) => scale.items.includes(id));
  if (mine.length === 0) return "not-applicable";
  const whole = instrument.sheetMinimumAnswered;
  if (whole !== undefined && asked.filter(({ id }) => !dropped.has(id)).length < whole) return "incomplete";
  const share = scale.missing.minimumAnswered / scale.items.length;
  const left = mine.filter(({ id }) => !dropped.has(id)).length;
  return left > 0 && left >= share * mine.length - 1e-9 ? "scored" : "incomplete";
}

function pairs(ids: readonly string[]): string[][] {
  return ids.flatMap((first, index) => ids.slice(index + 1).map((second) => [first, second]));
}

function disagreements(instrument: Instrument, drops: readonly (readonly string[])[]): string[] {
  const sheet = wholeSheet(instrument);
  return drops.flatMap((drop) => {
    const dropped = new Set(drop);
    const answers = Object.fromEntries(Object.entries(sheet).filter(([id]) => !dropped.has(id)));
    const outcomes = scoreAnswers(instrument, answers);
    return instrument.scales.flatMap((scale) => {
      const got = outcomes[scale.code]?.outcome;
      const want = declaredVerdict(instrument, scale, dropped);
      return got === want ? [] : [`${scale.code} without ${drop.join(", ")}: ${got}, declared ${want}`];
    });
  });
}

// Scales whose lowest answers leave them without a value for another reason than a missing item.
const EMPTY_DENOMINATOR = new Set(["retention"]);

describe.each(INSTRUMENTS.map((instrument) => [instrument.code, instrument] as const))("%s", (code, instrument) => {
  const ids = instrument.items.map(({ id }) => id);
  const subject: Instrument = EMPTY_DENOMINATOR.has(code)
    ? { ...instrument, scales: instrument.scales.filter(({ formula }) => formula.kind !== "ratio") }
    : instrument;

  it("scores every scale of a whole sheet", () => {
    expect(disagreements(subject, [[]])).toEqual([]);
    const outcomes = scoreAnswers(subject, wholeSheet(subject));
    expect(Object.values(outcomes).map(({ outcome }) => outcome)).toEqual(subject.scales.map(() => "scored"));
  });

  it("follows the declared rule when any one item is missing", () => {
    expect(
      disagreements(
        subject,
        ids.map((id) => [id]),
      ),
    ).toEqual([]);
  });

  it("follows the declared rule when any two items are missing", () => {
    expect(disagreements(subject, pairs(ids))).toEqual([]);
  });

  it("has no score at all when everything is missing", () => {
    expect(disagreements(subject, [ids])).toEqual([]);
    expect(Object.values(scoreAnswers(subject, {})).filter(({ outcome }) => outcome === "scored")).toEqual([]);
  });

  it("follows the declared rule as the items of a scale go missing one after the other", () => {
    const drops = subject.scales.flatMap(({ items }) => items.map((_, index) => items.slice(0, index + 1)));
    expect(disagreements(subject, drops)).toEqual([]);
  });
});
