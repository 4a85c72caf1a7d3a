import { describe, expect, it } from "vitest";
import type { Draft } from "./draft";
import { sendWaiting } from "./send-waiting";
import { wipeWithdrawn } from "./wipe-withdrawn";

const draft = (participantId: string, state: Draft["state"] = "editing"): Draft => ({
  ...{ version: 1, personId: "p", programmeId: "g", participantId, timepointId: "t", instrument: "i", edition: "1" },
  ...{ assessmentId: participantId, mode: "paper", language: "en", answeredOn: "2026-06-01", answers: {}, place: null },
  ...{ correction: null, toSend: {}, risk: null, state, refusal: null, keptAt: "2026-06-01T10:00:00.000Z" },
  shown: { code: participantId, timepoint: "", title: "", href: "" },
});

function device(drafts: readonly Draft[], open: readonly string[] = []) {
  const held = new Map(drafts.map((one) => [one.participantId, one]));
  return {
    held,
    outbox: {
      list: async () => [...held.values()],
      read: async ({ participantId }: { readonly participantId: string }) => held.get(participantId) ?? null,
      keep: async (one: Draft) => void held.set(one.participantId, one),
      drop: async ({ participantId }: { readonly participantId: string }) => void held.delete(participantId),
      whileFree: async ({ participantId }: { readonly participantId: string }, work: () => Promise<void>) => {
        if (open.includes(participantId)) return false;
        await work();
        return true;
      },
      keepAlert: async () => undefined,
    },
  };
}

describe("a device that holds forms of somebody who stepped back", () => {
  it("removes those the server names, and no other", async () => {
    const { held, outbox } = device([draft("a"), draft("b"), draft("c")], ["c"]);
    const removed = await wipeWithdrawn(outbox, async (asked) => {
      expect(asked).toEqual(["a", "b", "c"].map((participantId) => ({ participantId, day: "2026-06-01" })));
      return [1, 2];
    });
    expect(removed).toBe(1);
    expect([...held.keys()]).toEqual(["a", "c"]);
  });

  it("asks nothing when it holds nothing", async () => {
    expect(await wipeWithdrawn(device([]).outbox, () => Promise.reject(new Error("asked")))).toBe(0);
  });

  it("removes what the server refuses for that reason when it is sent, and keeps what is refused otherwise", async () => {
    const { held, outbox } = device([draft("a", "unsent"), draft("b", "unsent")]);
    const round = await sendWaiting(outbox, {
      whoIsSignedIn: async () => "p",
      save: async ({ participantId }) => {
        const reason = participantId === "a" ? "participant.withdrawn" : "assessment.in-future";
        throw Object.assign(new Error(), { data: { failure: { code: "rule", reason } } });
      },
    });
    expect(round).toEqual({ sent: 0, wiped: 1, again: false });
    expect([...held.values()]).toMatchObject([{ participantId: "b", state: "refused" }]);
  });
});
