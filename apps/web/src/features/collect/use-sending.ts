"use client";

import type { Failure } from "@alongside/domain/failure/failure";
import { answersToSend } from "@alongside/ui/questionnaire/flow.model";
import { useCallback, useEffect, useRef, useState } from "react";
import { useApiClient } from "@/trpc/client";
import type { Draft } from "./draft";
import { keepDraft } from "./draft-store";
import type { OpenForm } from "./form-view";
import { draftServer, type Saved, sendDraft } from "./send-draft";
import type { DraftControl } from "./use-draft";

export type Sending =
  | { readonly kind: "idle" }
  | { readonly kind: "sending" }
  /** Nobody answered: it is kept on the device and goes out again by itself. */
  | { readonly kind: "waiting"; readonly attempts: number }
  | { readonly kind: "refused"; readonly failure: Failure }
  | { readonly kind: "stored"; readonly saved: Saved; readonly draft: Draft };

const FIRST_PAUSE_MS = 4_000;
const LONGEST_PAUSE_MS = 60_000;

/** Sends the draft, one attempt at a time and always under the same id, until somebody answers. */
export function useSending(form: OpenForm, control: DraftControl) {
  const client = useApiClient();
  const [sending, setSending] = useState<Sending>({ kind: "idle" });
  const busy = useRef(false);
  const attempts = useRef(0);
  const { draft, change, drop } = control;

  const send = useCallback(async () => {
    if (draft === null || busy.current) return;
    busy.current = true;
    setSending({ kind: "sending" });
    change({ state: "unsent" });
    // Kept before it leaves, so that a device that dies meanwhile still has it. Where nothing can be kept, it is sent all the same.
    await keepDraft({ ...draft, state: "unsent" }).catch(() => undefined);
    const outcome = await sendDraft(draftServer(client), draft, answersToSend(form.view, draft.answers));
    switch (outcome.kind) {
      case "stored":
        await drop();
        setSending({ ...outcome, draft });
        break;
      case "refused":
        // Without its own person signed in it goes on waiting; any other refusal is for somebody to put right.
        if (outcome.failure.code !== "signed-out") change({ state: "editing" });
        setSending(outcome);
        break;
      case "waiting":
        attempts.current += 1;
        setSending({ kind: "waiting", attempts: attempts.current });
    }
    busy.current = false;
  }, [draft, change, drop, client, form.view]);

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
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (sending.attempts - 1), LONGEST_PAUSE_MS);
    const timer = setTimeout(again, pause);
    window.addEventListener("online", again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", again);
    };
  }, [sending]);

  const backToAnswers = useCallback(() => {
    change({ state: "editing" });
    setSending({ kind: "idle" });
  }, [change]);
  return { sending, send, backToAnswers };
}
