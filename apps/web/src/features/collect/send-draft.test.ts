import { describe, expect, it } from "vitest";
import type { Draft } from "./draft";
import { type DraftServer, type Saved, type SaveInput, sendDraft } from "./send-draft";

const draft: Draft = {
  version: 1,
  personId: "person",
  programmeId: "programme",
  participantId: "participant",
  timepointId: "timepoint",
  instrument: "gad7",
  edition: "1",
  assessmentId: "assessment",
  mode: "paper",
  language: "en",
  answeredOn: "2026-01-06",
  answers: { a: 1, b: "declined" },
  place: null,
  correction: null,
  toSend: { a: 1, b: "declined" },
  risk: null,
  state: "unsent",
  refusal: null,
  keptAt: "2026-01-06T10:00:00.000Z",
  shown: { code: "ABCD-EFGH", timepoint: "Baseline", title: "T", href: "/" },
};
const saved: Saved = { assessmentId: "assessment", stored: true, scores: {}, risk: null };

const asPerson = (save: DraftServer["save"], personId = draft.personId): DraftServer => ({
  whoIsSignedIn: async () => personId,
  save,
});

describe("sendDraft", () => {
  it("sends what the draft says under the draft's own id, every time", async () => {
    const sent: SaveInput[] = [];
    const save = async (input: SaveInput) => {
      sent.push(input);
      return saved;
    };
    expect(await sendDraft(asPerson(save), draft, { a: 1 })).toEqual({ kind: "stored", saved });
    await sendDraft(asPerson(save), draft, { a: 1 });
    expect(sent[0]).toEqual(sent[1]);
    expect(sent[0]).toMatchObject({ assessmentId: "assessment", answers: { a: 1 }, mode: "paper" });
    expect(sent[0]).not.toHaveProperty("replaces");
  });

  it("names what it corrects", async () => {
    let sent: SaveInput | undefined;
    const correction = { assessmentId: "old", reason: "Misread" };
    await sendDraft(
      asPerson(async (input) => {
        sent = input;
        return saved;
      }),
      { ...draft, correction },
      {},
    );
    expect(sent?.replaces).toEqual(correction);
  });

  it("sends nothing once somebody else is signed in", async () => {
    const sent: SaveInput[] = [];
    const save = async (input: SaveInput) => {
      sent.push(input);
      return saved;
    };
    expect(await sendDraft(asPerson(save, "somebody else"), draft, { a: 1 })).toEqual({
      kind: "refused",
      failure: { code: "signed-out", reason: "session.other-person" },
    });
    expect(sent).toEqual([]);
  });

  it.each([
    ["no connection", new TypeError("Failed to fetch"), { kind: "waiting" }],
    ["a fault of the server", { data: { failure: { code: "unexpected", reason: "unexpected" } } }, { kind: "waiting" }],
    [
      "a rule",
      { data: { failure: { code: "rule", reason: "assessment.in-future" } } },
      { kind: "refused", failure: { code: "rule", reason: "assessment.in-future" } },
    ],
  ])("tells %s", async (_name, error, expected) => {
    expect(
      await sendDraft(
        asPerson(() => Promise.reject(error)),
        draft,
        {},
      ),
    ).toEqual(expected);
  });
});
