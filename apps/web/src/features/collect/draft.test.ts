import { describe, expect, it } from "vitest";
import { adopted, type Draft, draftKey, draftsOf, isDraft, unownedKey } from "./draft";

const draft: Draft = {
  version: 2,
  personId: "ana",
  programmeId: "programme",
  participantId: "participant",
  timepointId: "timepoint",
  instrument: "gad7",
  edition: "1",
  assessmentId: "assessment",
  mode: "paper",
  language: "en",
  answeredOn: "2026-01-06",
  answers: { a: 1 },
  place: null,
  correction: null,
  state: "unsent",
  keptAt: "2026-01-06T10:00:00.000Z",
  shown: { code: "ABCD-EFGH", timepoint: "Baseline", title: "T", href: "/" },
};
const { personId: _nobody, ...rest } = draft;
const unowned = { ...rest, version: 1 };
const held = (drafts: readonly Draft[]) => drafts.map((one) => [draftKey(one), one] as const);

describe("drafts of several people on one device", () => {
  const bens: Draft = { ...draft, personId: "ben", assessmentId: "bens" };
  const later: Draft = { ...draft, timepointId: "later", keptAt: "2026-01-07T10:00:00.000Z" };
  const elsewhere: Draft = { ...draft, programmeId: "another" };

  it("stand beside each other for the very same form", () => {
    expect(draftKey(bens)).not.toBe(draftKey(draft));
  });

  it("are listed to their own person only, the newest first", () => {
    const all = held([draft, bens, later, elsewhere]);
    expect(draftsOf(all, draft)).toEqual([later, draft]);
    expect(draftsOf(all, bens)).toEqual([bens]);
    expect(draftsOf(all, { personId: "an", programmeId: "programme" })).toEqual([]);
    expect(draftsOf([[draftKey(draft), bens]], draft)).toEqual([]);
  });
});

describe("a draft of the first version, which has no owner", () => {
  it("is in nobody's list", () => {
    const all = [[unownedKey(draft), unowned] as const];
    expect(draftsOf(all, draft)).toEqual([]);
    expect(isDraft(unowned)).toBe(false);
  });

  it("goes on with whoever opens its form, under its own id, and is not sent before they say so", () => {
    expect(adopted(unowned, "ben")).toEqual({ ...draft, personId: "ben", state: "editing" });
  });

  it.each([undefined, null, "text", {}, draft, { ...unowned, version: 3 }])("is not made of %j", (value) => {
    expect(adopted(value, "ben")).toBeNull();
  });
});
