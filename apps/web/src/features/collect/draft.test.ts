import { describe, expect, it } from "vitest";
import { type Draft, draftKey, draftsOf, isDraft } from "./draft";

const draft: Draft = {
  version: 1,
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
  toSend: { a: 1 },
  risk: null,
  state: "unsent",
  refusal: null,
  keptAt: "2026-01-06T10:00:00.000Z",
  shown: { code: "ABCD-EFGH", timepoint: "Baseline", title: "T", href: "/" },
};
const { personId: _nobody, ...unowned } = draft;
const { toSend: _nothing, ...unready } = draft;
const { risk: _unknown, ...unwatched } = draft;
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

describe("what the device gives back", () => {
  it.each([undefined, null, "text", {}, unowned, unready, unwatched, { ...draft, version: 2 }])(
    "is no draft when it is %j",
    (value) => {
      expect(isDraft(value)).toBe(false);
      expect(draftsOf([[draftKey(draft), value]], draft)).toEqual([]);
    },
  );
});
