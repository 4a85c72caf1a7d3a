import { describe, expect, it } from "vitest";
import type { Draft } from "./draft";
import { continued } from "./form-draft";

const begin: Draft = {
  version: 1,
  personId: "person",
  programmeId: "programme",
  participantId: "participant",
  timepointId: "timepoint",
  instrument: "phq9",
  edition: "1",
  assessmentId: "begun",
  mode: "paper",
  language: "en",
  answeredOn: "2026-01-06",
  answers: {},
  place: null,
  correction: null,
  toSend: {},
  risk: null,
  state: "editing",
  refusal: null,
  keptAt: "",
  shown: { code: "ABCD-EFGH", timepoint: "Baseline", title: "T", href: "/" },
};
const refusal = { code: "duplicate", reason: "assessment.second-at-timepoint" } as const;
const refused: Draft = { ...begin, assessmentId: "kept", mode: "interview", state: "refused", refusal };

describe("a kept draft that is opened again", () => {
  it("goes out exactly as it was when it waits to be sent", () => {
    const waiting: Draft = { ...refused, state: "unsent", refusal: null };
    expect(continued(waiting, begin)).toBe(waiting);
  });

  it("still says why it was refused", () => {
    expect(continued(refused, begin)).toMatchObject({ assessmentId: "kept", mode: "paper", state: "refused", refusal });
  });

  it("is no longer refused once it is taken up as a correction", () => {
    const correction = { assessmentId: "stored", reason: "" };
    const taken = continued(refused, { ...begin, correction });
    expect(taken).toMatchObject({ assessmentId: "kept", state: "editing", refusal: null, correction });
  });
});
