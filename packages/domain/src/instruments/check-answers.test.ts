import { describe, expect, it } from "vitest";
import { adhVas } from "./catalog/adh-vas/instrument";
import { phq9 } from "./catalog/phq9/instrument";
import { checkAnswers, liesOnStep } from "./check-answers";

describe("an answer sheet", () => {
  it("may leave items out, skip and decline", () => {
    expect(
      checkAnswers(phq9, { "phq9.i1": 0, "phq9.i2": "skipped", "phq9.i3": "declined", "phq9.i4": undefined }),
    ).toEqual([]);
    expect(checkAnswers(phq9, {})).toEqual([]);
  });

  it.each([
    [
      "an item of another instrument",
      { "gad7.i1": 1 },
      { path: "answers.gad7.i1", rule: "answer.unknown-item", value: "1" },
    ],
    [
      "a code that is not there",
      { "phq9.i1": 4 },
      { path: "answers.phq9.i1", rule: "answer.unknown-code", value: "4", params: { allowed: "0, 1, 2, 3" } },
    ],
    ["a number as text", { "phq9.i1": "2" }, { path: "answers.phq9.i1", rule: "answer.not-a-number", value: "2" }],
    ["nothing at all", { "phq9.i1": null }, { path: "answers.phq9.i1", rule: "answer.not-a-number", value: "null" }],
    [
      "another word",
      { "phq9.i1": "refused" },
      { path: "answers.phq9.i1", rule: "answer.not-a-number", value: "refused" },
    ],
  ])("refuses %s and says which", (_, answers, issue) => {
    expect(checkAnswers(phq9, answers)).toEqual([issue]);
  });

  it.each([
    [101, "answer.out-of-range"],
    [-1, "answer.out-of-range"],
    [50.5, "answer.not-whole"],
    [Number.NaN, "answer.not-a-number"],
    [Number.POSITIVE_INFINITY, "answer.not-a-number"],
  ])("refuses the number %s", (value, rule) => {
    expect(checkAnswers(adhVas, { "adh-vas.taken": value }).map((issue) => issue.rule)).toEqual([rule]);
  });

  it.each([[null], ["text"], [[1, 2]], [3]])("refuses %j as a sheet", (sheet) => {
    expect(checkAnswers(phq9, sheet).map(({ rule }) => rule)).toEqual(["answers.not-a-sheet"]);
  });

  it("shortens what it shows", () => {
    expect(checkAnswers(phq9, { "phq9.i1": "x".repeat(500) })[0]?.value).toHaveLength(41);
  });
});

it("counts decimal steps from the minimum", () => {
  expect(liesOnStep(0.3, { minimum: 0, step: 0.1 })).toBe(true);
  expect(liesOnStep(0.35, { minimum: 0, step: 0.1 })).toBe(false);
  expect(liesOnStep(1.5, { minimum: 0.5, step: 0.5 })).toBe(true);
});
