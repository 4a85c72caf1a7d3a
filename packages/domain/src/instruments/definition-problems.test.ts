import { describe, expect, it } from "vitest";
import { allNeeded, personMean, plainItems } from "./definition-parts";
import { definitionProblems } from "./definition-problems";
import type { Instrument } from "./instrument";
import type { Band, Scale } from "./scale";
import { SMALL_IDS, smallInstrument, smallScale } from "./small-instrument.fixture";

const [a, b] = SMALL_IDS;
const sum = smallScale({ kind: "sum" });
const band = (from: number, code = `from-${from}`): Band => ({
  code,
  from,
  label: { en: "Band", zh: "分级" },
  certainty: "house",
});
const changed = (change: Partial<Scale>): Instrument => smallInstrument([{ ...sum, ...change }]);
const items = plainItems(SMALL_IDS, { kind: "choice", set: "agreement" });

it("finds nothing wrong with a sound definition", () => {
  expect(definitionProblems(changed({ bands: [band(0), band(5)] }))).toEqual([]);
});

describe("finds", () => {
  it.each<[string, Instrument, RegExp]>([
    ["a band that leaves the bottom uncovered", changed({ bands: [band(1)] }), /do not start/],
    ["bands out of order", changed({ bands: [band(0), band(8), band(5)] }), /ascending/],
    ["two bands at one point", changed({ bands: [band(0), band(0, "again")] }), /ascending/],
    ["a band above the range", changed({ bands: [band(0), band(13)] }), /above the maximum/],
    ["a range the formula does not give", changed({ range: { minimum: 0, maximum: 10 } }), /formula gives 0-12/],
    ["an item that is not there", changed({ items: [a, "small.z"] }), /no item small.z/],
    ["an item counted twice", changed({ items: [a, a] }), /twice/],
    ["a minimum nobody can reach", changed({ missing: allNeeded(5) }), /minimum answered 5 of 4/],
    [
      "missing items allowed without a stand-in",
      changed({ missing: { ...allNeeded(4), minimumAnswered: 3 } }),
      /substituted/,
    ],
    ["a stand-in that is never used", changed({ missing: personMean(4) }), /substituted/],
    [
      "a composite of nothing",
      changed({ formula: { kind: "composite", scales: ["gone"], combine: "sum" } }),
      /no plain part/,
    ],
    ["no headline", changed({ headline: false }), /headline/],
    ["a reverse item that is not there", smallInstrument([sum], { reverse: ["small.z"] }), /does not exist/],
    [
      "a risk item that is not there",
      smallInstrument([sum], {
        risks: [{ item: "small.z", when: { operator: ">", answer: 0 }, meaning: { en: "Risk", zh: "风险" } }],
      }),
      /risk item/,
    ],
    [
      "published wording",
      smallInstrument([sum], { items: items.map((item) => ({ ...item, text: { en: "Words", zh: "文字" } })) }),
      /wording in a definition/,
    ],
    ["an own item without words", smallInstrument([sum], { wording: "own" }), /without text/],
    [
      "a condition on a later item",
      smallInstrument([sum], {
        items: items.map((item) =>
          item.id === a
            ? { ...item, enableWhen: { behaviour: "all", conditions: [{ item: b, operator: "=", answer: 1 }] } }
            : item,
        ),
      }),
      /not earlier/,
    ],
    [
      "a key that is no code",
      smallInstrument([sum], { items: items.map((item) => ({ ...item, key: 9 })) }),
      /key is not a code/,
    ],
    ["a response set that is not there", smallInstrument([sum], { responseSets: {} }), /no response set/],
    ["an id of another instrument", smallInstrument([sum], { code: "other" }), /does not start with the code/],
    [
      "a section that forgets an item",
      smallInstrument([sum], { sections: [{ id: "one", title: { en: "One", zh: "一" }, items: [a, b] }] }),
      /sections/,
    ],
  ])("%s", (_, instrument, problem) => {
    expect(definitionProblems(instrument).join("\n")).toMatch(problem);
  });
});
