import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CollectingStanding, collectingRefusal } from "./collecting";
import { CONSENT_STATES, isRequired, permits } from "./consent";
import { collectsOn, WITHDRAWAL_LEVELS } from "./withdrawal";

const plain: CollectingStanding = { survey: null, requiredFrom: null, enrolledOn: "2026-01-05", withdrawal: null };
const use = { level: "use", fromOn: "2026-03-10", leavesOut: false } as const;

describe("whether answers of a day may be stored", () => {
  it.each([
    ["nobody asked, and the programme needs no answer", plain, "2026-03-10", null],
    ["nobody asked, and it does", { ...plain, requiredFrom: "2026-01-05" }, "2026-03-10", "consent.survey-not-asked"],
    ["enrolled before an answer was needed", { ...plain, requiredFrom: "2026-01-06" }, "2026-03-10", null],
    ["a yes", { ...plain, survey: { state: "given", decidedOn: "2026-03-11" } }, "2026-03-10", null],
    [
      "a no",
      { ...plain, survey: { state: "refused", decidedOn: "2026-03-11" } },
      "2026-03-10",
      "consent.survey-refused",
    ],
    [
      "the day before a yes was taken back",
      { ...plain, survey: { state: "withdrawn", decidedOn: "2026-03-11" } },
      "2026-03-10",
      null,
    ],
    [
      "the day it was",
      { ...plain, survey: { state: "withdrawn", decidedOn: "2026-03-10" } },
      "2026-03-10",
      "consent.survey-refused",
    ],
    ["the last day of use", { ...plain, withdrawal: use }, "2026-03-10", null],
    ["the day after", { ...plain, withdrawal: use }, "2026-03-11", "participant.withdrawn"],
    ["left out", { ...plain, withdrawal: { ...use, leavesOut: true } }, "2026-03-01", "participant.withdrawn"],
    [
      "to be erased",
      { ...plain, withdrawal: { ...use, level: "erase", leavesOut: true } },
      "2026-03-01",
      "participant.withdrawn",
    ],
    ["no more contact", { ...plain, withdrawal: { ...use, level: "contact" } }, "2026-03-30", null],
    ["came back", { ...plain, withdrawal: { ...use, level: "none" } }, "2026-03-30", null],
  ] satisfies [string, CollectingStanding, string, string | null][])("%s", (_, standing, day, refusal) => {
    expect(collectingRefusal(standing, day)).toBe(refusal);
  });

  it("never stores what a withdrawal forbids, whatever was said about the survey", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, "0")}`);
    const withdrawal = fc.record({
      level: fc.constantFrom(...WITHDRAWAL_LEVELS),
      fromOn: day,
      leavesOut: fc.boolean(),
    });
    const survey = fc.option(fc.record({ state: fc.constantFrom(...CONSENT_STATES), decidedOn: day }));
    fc.assert(
      fc.property(withdrawal, survey, day, (one, said, on) => {
        const refusal = collectingRefusal({ ...plain, survey: said, withdrawal: one }, on);
        expect(refusal === "participant.withdrawn").toBe(!collectsOn(one, on));
      }),
    );
  });
});

it("takes silence for neither yes nor no", () => {
  expect(permits({ state: null, required: false })).toBe(true);
  expect(permits({ state: null, required: true })).toBe(false);
  expect(permits({ state: "given", required: true })).toBe(true);
  for (const state of ["refused", "withdrawn"] as const) expect(permits({ state, required: false })).toBe(false);
  expect(isRequired("2026-01-05", null)).toBe(false);
});
