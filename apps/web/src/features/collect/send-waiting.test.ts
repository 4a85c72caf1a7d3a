import { describe, expect, it } from "vitest";
import { type Draft, draftKey } from "./draft";
import type { DraftServer, Saved } from "./send-draft";
import { type Outbox, sendWaiting } from "./send-waiting";

const form = (name: string, part: Partial<Draft> = {}): Draft => ({
  version: 1,
  personId: "person",
  programmeId: "programme",
  participantId: "participant",
  timepointId: name,
  instrument: "phq9",
  edition: "1",
  assessmentId: name,
  mode: "paper",
  language: "en",
  answeredOn: "2026-01-06",
  answers: { a: 1, hidden: 2 },
  toSend: { a: 1 },
  place: null,
  correction: null,
  risk: null,
  state: "unsent",
  refusal: null,
  keptAt: `2026-01-06T10:00:0${name}.000Z`,
  shown: { code: "ABCD-EFGH", timepoint: "Baseline", title: "T", href: "/" },
  ...part,
});
const risk: NonNullable<Saved["risk"]> = {
  items: [{ item: "a", number: "1", meaning: { en: "m", zh: "m" } }],
  responsePath: null,
};

/** A device with these drafts, some of them open on a screen, and everything that happens to it. */
function device(drafts: readonly Draft[], open: readonly string[] = []) {
  const held = new Map(drafts.map((draft) => [draftKey(draft), draft]));
  const alerts: string[] = [];
  const outbox: Outbox = {
    list: async () => [...held.values()].toSorted((a, b) => (a.keptAt < b.keptAt ? 1 : -1)),
    read: async (place) => held.get(draftKey(place)) ?? null,
    keep: async (draft) => void held.set(draftKey(draft), draft),
    drop: async (place) => void held.delete(draftKey(place)),
    whileFree: async (place, work) => {
      if (open.includes(place.timepointId)) return false;
      await work();
      return true;
    },
    keepAlert: async (draft) => void alerts.push(draft.assessmentId),
  };
  return { outbox, alerts, held: () => [...held.values()] };
}

/** A server that answers each form as told, stores all others, and remembers what it was sent. */
function server(answers: Readonly<Record<string, () => Promise<Saved>>> = {}, personId = "person") {
  const sent: string[] = [];
  const asked: DraftServer = {
    whoIsSignedIn: async () => personId,
    save: async (input) => {
      sent.push(input.assessmentId);
      expect(input.answers).toEqual({ a: 1 });
      const answer = answers[input.assessmentId];
      return answer ? answer() : { assessmentId: input.assessmentId, stored: true, scores: {}, risk: null };
    },
  };
  return { asked, sent };
}

const refuse = (code: string, reason: string) => () => Promise.reject({ data: { failure: { code, reason } } });
const noAnswer = () => Promise.reject(new TypeError("Failed to fetch"));

describe("sendWaiting", () => {
  it("sends what waits, the oldest first, and nothing that is still being filled in or was refused", async () => {
    const { outbox, held } = device([
      form("2"),
      form("1"),
      form("3", { state: "editing" }),
      form("4", { state: "refused" }),
    ]);
    const { asked, sent } = server();
    expect(await sendWaiting(outbox, asked)).toEqual({ sent: 2, wiped: 0, again: false });
    expect(sent).toEqual(["1", "2"]);
    expect(held().map(({ assessmentId }) => assessmentId)).toEqual(["3", "4"]);
  });

  it("keeps a refused form with the reason, goes on with the next, and never sends it again", async () => {
    const { outbox, held } = device([form("1"), form("2")]);
    const { asked, sent } = server({ 1: refuse("duplicate", "assessment.second-at-timepoint") });
    expect(await sendWaiting(outbox, asked)).toEqual({ sent: 1, wiped: 0, again: false });
    expect(held()).toMatchObject([{ state: "refused", refusal: { reason: "assessment.second-at-timepoint" } }]);
    await sendWaiting(outbox, asked);
    expect(sent).toEqual(["1", "2"]);
  });

  it("stops at the first that gets no answer and asks for another round", async () => {
    const { outbox, held } = device([form("1"), form("2")]);
    const { asked, sent } = server({ 1: noAnswer });
    expect(await sendWaiting(outbox, asked)).toEqual({ sent: 0, wiped: 0, again: true });
    expect(sent).toEqual(["1"]);
    expect(held().every(({ state }) => state === "unsent")).toBe(true);
  });

  it("leaves alone what a screen has open, and comes back for it", async () => {
    const { outbox } = device([form("1"), form("2")], ["1"]);
    const { asked, sent } = server();
    expect(await sendWaiting(outbox, asked)).toEqual({ sent: 1, wiped: 0, again: true });
    expect(sent).toEqual(["2"]);
  });

  it("sends nothing in the name of somebody else who has signed in", async () => {
    const { outbox, held } = device([form("1")]);
    const { asked, sent } = server({}, "somebody else");
    expect(await sendWaiting(outbox, asked)).toMatchObject({ sent: 0 });
    expect(sent).toEqual([]);
    expect(held()).toMatchObject([{ state: "unsent" }]);
  });

  it("keeps the alert before the form leaves the device, whether the server or the device knew of it", async () => {
    const { outbox, alerts, held } = device([form("1"), form("2", { risk }), form("3")]);
    const stored = async () => ({ assessmentId: "1", stored: true, scores: {}, risk });
    await sendWaiting(outbox, server({ 1: stored }).asked);
    expect(alerts).toEqual(["1", "2"]);
    expect(held()).toEqual([]);
  });
});
