import type { AppRouter } from "@alongside/api/router";
import type { Failure } from "@alongside/domain/failure/failure";
import type { Answer } from "@alongside/domain/instruments/answers";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { useApiClient } from "@/trpc/client";
import { failureOf } from "@/trpc/failure-of";
import type { Draft } from "./draft";

export type SaveInput = inferRouterInputs<AppRouter>["assessment"]["save"];
export type Saved = inferRouterOutputs<AppRouter>["assessment"]["save"];

/** What became of an attempt to send. `waiting`: nobody answered, so it may or may not have arrived. */
export type SendOutcome =
  | { readonly kind: "stored"; readonly saved: Saved }
  | { readonly kind: "refused"; readonly failure: Failure }
  | { readonly kind: "waiting" };

/** Failures that say nothing about the form: it may be sent again as it is. */
const LATER: ReadonlySet<Failure["code"]> = new Set(["unexpected", "unavailable", "too-many"]);

/** Nor does a session that is locked: the form goes out once it is taken back. */
const HELD: ReadonlySet<string> = new Set(["session.locked", "session.handed-over"]);

/** The server as far as sending needs it. */
export interface DraftServer {
  /** Id of the person who is signed in at this moment. */
  readonly whoIsSignedIn: () => Promise<string>;
  readonly save: (input: SaveInput) => Promise<Saved>;
}

/** The server behind the data layer's client. */
export function draftServer(client: ReturnType<typeof useApiClient>): DraftServer {
  return {
    whoIsSignedIn: async () => (await client.session.read.query()).userId,
    save: (input) => client.assessment.save.mutate(input),
  };
}

/**
 * Sends a draft once. It may be sent again under the same id: the server stores it once. A page left open while somebody
 * else signed in on this device sends nothing: it would be recorded under the wrong name.
 */
export async function sendDraft(
  server: DraftServer,
  draft: Draft,
  answers: Readonly<Record<string, Answer>>,
): Promise<SendOutcome> {
  const { programmeId, participantId, assessmentId, timepointId, instrument, edition, mode, language } = draft;
  const { answeredOn, correction } = draft;
  try {
    if ((await server.whoIsSignedIn()) !== draft.personId) {
      return { kind: "refused", failure: { code: "signed-out", reason: "session.other-person" } };
    }
    const saved = await server.save({
      ...{ programmeId, participantId, assessmentId, timepointId, instrument, edition, mode, language, answeredOn },
      answers: { ...answers },
      ...(correction && { replaces: correction }),
    });
    return { kind: "stored", saved };
  } catch (error) {
    const failure = failureOf(error);
    // Something unforeseen at the server is like no answer: nothing is lost by asking again.
    if (failure === null || LATER.has(failure.code) || HELD.has(failure.reason)) return { kind: "waiting" };
    return { kind: "refused", failure };
  }
}
