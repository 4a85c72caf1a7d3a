import type { CohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import { describe, expect, it } from "vitest";
import { draftOf, readDraft } from "./criteria-draft";

const ARM = "0a000000-0000-4000-8000-000000000001";
const EMPTY = draftOf({});
const WHOLE: CohortCriteria = {
  arms: [ARM],
  enrolled: { from: "2026-01-01", until: null },
  daysOnTreatment: { from: 365, below: null },
  baseline: [{ measure: "phq9/total", from: 10, below: 20.5 }],
  age: { from: 18, below: 25 },
  gender: ["woman", "trans-woman"],
  keyPopulations: ["sex-workers"],
  dose: [{ type: "emotional", withinDays: 90, from: 60, below: null }],
  volunteers: [ARM],
  standing: ["completed"],
};

describe("a form of criteria", () => {
  it("says what it was made of", () => {
    expect(readDraft(EMPTY)).toEqual({ kind: "criteria", criteria: {} });
    expect(readDraft(draftOf(WHOLE))).toEqual({ kind: "criteria", criteria: WHOLE });
  });

  it("leaves out a row of which no measure was chosen, and never takes an empty bound for zero", () => {
    const baseline = [
      { measure: "", from: "5", below: "" },
      { measure: "phq9/total", from: " ", below: "10,5" },
    ];
    expect(readDraft({ ...EMPTY, baseline })).toEqual({
      kind: "criteria",
      criteria: { baseline: [{ measure: "phq9/total", from: null, below: 10.5 }] },
    });
  });

  it.each([
    [{ baseline: [{ measure: "phq9/total", from: "ten", below: "" }] }, "baseline", "number"],
    [{ baseline: [{ measure: "phq9/total", from: "", below: "" }] }, "baseline", "band-open"],
    [{ daysOnTreatment: { from: "30", below: "10" } }, "daysOnTreatment", "band-empty"],
    [{ dose: [{ type: "all", withinDays: "", from: "1", below: "" }] }, "dose", "number"],
    [{ dose: [{ type: "all", withinDays: "90", from: "", below: "" }] }, "dose", "band-open"],
    [{ age: { from: "18.5", below: "" } }, "age", "number"],
    [{ age: { from: "30", below: "18" } }, "age", "band-empty"],
    [{ enrolledFrom: "2026-03-01", enrolledUntil: "2026-02-01" }, "enrolled", "band-empty"],
  ] as const)("says what is wrong in %j", (wrong, part, rule) => {
    expect(readDraft({ ...EMPTY, ...wrong })).toEqual({ kind: "problem", part, rule });
  });
});
