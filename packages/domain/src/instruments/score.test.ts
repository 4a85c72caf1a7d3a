import { describe, expect, it } from "vitest";
import type { Answers } from "./answers";
import { personMean, plainItems } from "./definition-parts";
import type { Formula, MissingRule } from "./scale";
import { SCORING_ENGINE, scoreAnswers } from "./score";
import { SMALL_IDS, smallInstrument, smallScale } from "./small-instrument.fixture";

const [a, b, c, d] = SMALL_IDS;
const answers = { [a]: 0, [b]: 1, [c]: 2, [d]: 3 };

function total(formula: Formula, sheet: Answers = answers, missing?: MissingRule) {
  return scoreAnswers(smallInstrument([smallScale(formula, missing)]), sheet).total;
}

describe("each formula on the answers 0, 1, 2, 3", () => {
  it.each<[string, Formula, number]>([
    ["sum", { kind: "sum" }, 6],
    ["sum times four", { kind: "sum", multiply: 4 }, 24],
    ["mean", { kind: "mean" }, 1.5],
    ["mean times four", { kind: "mean", multiply: 4 }, 6],
    ["percent of range", { kind: "percent-of-range" }, 50],
    ["weighted", { kind: "weighted", weights: { [a]: 5, [b]: 2, [c]: 0.5, [d]: -1 }, constant: 10 }, 10],
    ["count", { kind: "count", atLeast: 2 }, 2],
    [
      "lookup",
      {
        kind: "lookup",
        table: [
          { raw: 5, score: 40.1 },
          { raw: 6, score: 43.7 },
        ],
      },
      43.7,
    ],
    [
      "categories",
      {
        kind: "categories",
        rows: [
          { from: 0, value: 0 },
          { from: 4, value: 1 },
          { from: 7, value: 2 },
        ],
      },
      1,
    ],
    [
      "criteria met",
      { kind: "criteria", conditions: [{ item: d, operator: ">", answer: 2 }], whenMet: 0, whenNot: 1 },
      0,
    ],
    [
      "criteria not met",
      { kind: "criteria", conditions: [{ item: d, operator: ">", answer: 3 }], whenMet: 0, whenNot: 1 },
      1,
    ],
    ["ratio", { kind: "ratio", numerator: [d], denominator: [b, c, d] }, 50],
  ])("%s", (_, formula, value) => {
    expect(total(formula)).toMatchObject({ outcome: "scored", value, itemsUsed: 4, itemsTotal: 4, prorated: false });
  });

  it("has no score for a raw sum outside the table", () => {
    expect(total({ kind: "lookup", table: [{ raw: 5, score: 40.1 }] })).toMatchObject({
      outcome: "not-applicable",
      why: "not-in-table",
    });
  });

  it("has no share of nothing", () => {
    expect(total({ kind: "ratio", numerator: [a], denominator: [a] })).toMatchObject({
      outcome: "not-applicable",
      why: "denominator-zero",
    });
  });
});

describe("missing items", () => {
  const oneMissing = { [a]: 0, [b]: 1, [c]: "declined", [d]: 3 } as const;

  it("prorates a sum by the person's mean and says so", () => {
    expect(total({ kind: "sum" }, oneMissing, personMean(3))).toEqual({
      outcome: "scored",
      value: (4 * 4) / 3,
      prorated: true,
      itemsUsed: 3,
      itemsTotal: 4,
      missing: [c],
      edition: "1",
      engine: SCORING_ENGINE,
      rule: "3-of-4/person-mean",
    });
  });

  it("rounds halves up where the rule rounds", () => {
    const rule: MissingRule = { ...personMean(2), rounding: "nearest-integer" };
    expect(total({ kind: "sum" }, { [a]: 1, [b]: 2, [c]: 1 }, rule)).toMatchObject({ value: 5 });
    expect(total({ kind: "weighted", weights: { [a]: 1 }, constant: 0.5 }, { [a]: 1, [b]: 0 }, rule)).toMatchObject({
      value: 3,
    });
  });

  it("counts a blank as zero where the rule says so", () => {
    const rule: MissingRule = { minimumAnswered: 3, substitute: "zero", rounding: "none", certainty: "house" };
    expect(total({ kind: "sum" }, oneMissing, rule)).toMatchObject({ value: 4, prorated: true });
    expect(total({ kind: "mean" }, oneMissing, rule)).toMatchObject({ value: 1 });
  });

  it("says what was needed and had", () => {
    expect(total({ kind: "sum" }, { [a]: 1, [b]: 1 }, personMean(3))).toMatchObject({
      outcome: "incomplete",
      needed: 3,
      had: 2,
      missing: [c, d],
    });
  });

  it("never scores a code the item does not have", () => {
    expect(total({ kind: "sum" }, { ...answers, [d]: 99 })).toMatchObject({ outcome: "incomplete", missing: [d] });
  });

  it("keeps the whole sheet to its own minimum", () => {
    const instrument = smallInstrument([smallScale({ kind: "sum" }, personMean(1), [a, b])], {
      sheetMinimumAnswered: 3,
    });
    expect(scoreAnswers(instrument, { [a]: 1, [b]: 1 }).total).toMatchObject({
      outcome: "incomplete",
      needed: 3,
      had: 2,
      rule: "3-of-4-on-sheet/1-of-2/person-mean",
    });
    expect(scoreAnswers(instrument, { [a]: 1, [b]: 1, [c]: 0 }).total).toMatchObject({ outcome: "scored", value: 2 });
  });
});

describe("items that do not apply", () => {
  const items = plainItems(SMALL_IDS, { kind: "choice", set: "agreement" }).map((item) =>
    item.id === a
      ? item
      : {
          ...item,
          enableWhen: { behaviour: "all" as const, conditions: [{ item: a, operator: ">" as const, answer: 0 }] },
        },
  );
  const instrument = smallInstrument([smallScale({ kind: "mean" }, personMean(2), [b, c, d])], { items });

  it("are neither missing nor counted", () => {
    expect(scoreAnswers(instrument, { [a]: 0 }).total).toMatchObject({
      outcome: "not-applicable",
      why: "no-item-applies",
      missing: [],
      itemsTotal: 0,
    });
    expect(scoreAnswers(instrument, { [a]: 1, [b]: 3, [c]: 1 }).total).toMatchObject({ value: 2, missing: [d] });
  });

  it("are not scored even when an answer was left behind", () => {
    expect(scoreAnswers(instrument, { [a]: 0, [b]: 3, [c]: 3, [d]: 3 }).total?.outcome).toBe("not-applicable");
  });

  it("meet no criterion with an answer left behind", () => {
    const formula: Formula = {
      kind: "criteria",
      conditions: [{ item: b, operator: ">", answer: 2 }],
      whenMet: 0,
      whenNot: 1,
    };
    const judged = smallInstrument([smallScale(formula, personMean(1))], { items });
    expect(scoreAnswers(judged, { [a]: 1, [b]: 3, [c]: 0, [d]: 0 }).total).toMatchObject({
      outcome: "scored",
      value: 0,
    });
    expect(scoreAnswers(judged, { [a]: 0, [b]: 3 }).total).toMatchObject({
      outcome: "scored",
      value: 1,
      itemsTotal: 1,
    });
  });

  it("lower the number needed in proportion", () => {
    const half = items.map((item) =>
      item.id === c || item.id === d ? item : { id: item.id, number: "1", response: item.response },
    );
    const mixed = smallInstrument([smallScale({ kind: "sum" }, personMean(2))], { items: half });
    expect(scoreAnswers(mixed, { [a]: 0 }).total).toMatchObject({ outcome: "scored", value: 0, itemsTotal: 2 });
  });
});
