"use client";

import type { Failure } from "@alongside/domain/failure/failure";
import { useCallback, useEffect, useRef, useState } from "react";
import { useApiClient } from "@/trpc/client";
import type { Draft, DraftPlace } from "./draft";
import { keepDraft } from "./draft-store";
import { EDITING } from "./form-draft";
import { draftServer, type Saved, sendDraft } from "./send-draft";
import { WITHDRAWN } from "./send-waiting";
import type { DraftControl } from "./use-draft";
import { useHeldForm } from "./use-held-form";
import { pauseAfter } from "./use-rounds";

export type Sending =
  | { readonly kind: "idle" }
  | { readonly kind: "sending" }
  /** Nobody answered: it is kept on the device and goes out again by itself. */
  | { readonly kind: "waiting"; readonly attempts: number }
  | { readonly kind: "refused"; readonly failure: Failure }
  | { readonly kind: "stored"; readonly saved: Saved; readonly draft: Draft };

/** Sends the draft, one attempt at a time and always under the same id, until somebody answers. */
export function useSending(place: DraftPlace, control: DraftControl) {
  const client = useApiClient();
  const [sending, setSending] = useState<Sending>({ kind: "idle" });
  const busy = useRef(false);
  const attempts = useRef(0);
  const { draft, change, drop } = control;
  useHeldForm(place, sending.kind !== "refused" && sending.kind !== "stored");

  const send = useCallback(async () => {
    if (draft === null || busy.current) return;
    busy.current = true;
    setSending({ kind: "sending" });
    change({ state: "unsent", refusal: null });
    // Kept before it leaves, so that a device that dies meanwhile still has it. Where nothing can be kept, it is sent all the same.
    await keepDraft({ ...draft, state: "unsent", refusal: null }).catch(() => undefined);
    const outcome = await sendDraft(draftServer(client), draft, draft.toSend);
    switch (outcome.kind) {
      case "stored":
        await drop();
        setSending({ ...outcome, draft });
        break;
      case "refused":
        // Without its own person signed in it goes on waiting; any other refusal is for somebody to put right.
        if (outcome.failure.reason === WITHDRAWN) await drop();
        else if (outcome.failure.code !== "signed-out") change({ state: "refused", refusal: outcome.failure });
        setSending(outcome);
        break;
      case "waiting":
        attempts.current += 1;
        setSending({ kind: "waiting", attempts: attempts.current });
    }
    busy.current = false;
  }, [draft, change, drop, client]);

  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  }, [send]);

  // A form that was to be sent before the page was left goes out as soon as it is opened again.
  const resumes = draft?.state === "unsent" && sending.kind === "idle";
  useEffect(() => {
    if (resumes) void latest.current();
  }, [resumes]);

  useEffect(() => {
    if (sending.kind !== "waiting") return;
    const again = () => void latest.current();
    const timer = setTimeout(again, pauseAfter(sending.attempts));
    window.addEventListener("online", again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", again);
    };
  }, [sending]);

  const backToAnswers = useCallback(() => {
    change(EDITING);
    setSending({ kind: "idle" });
  }, [change]);
  return { sending, send, backToAnswers };
}
