"use client";

import type { Answer } from "@alongside/domain/instruments/answers";
import { useCallback, useEffect, useRef, useState } from "react";
import { answeredCount, type Draft, withAnswer } from "./draft";
import { dropDraft, keepDraft, readDraft } from "./draft-store";
import { continued, derived, EDITING, newDraft } from "./form-draft";
import type { FormSetting, OpenForm } from "./form-view";

/** Where the device stands with keeping the draft. */
export type Keeping = "kept" | "keeping" | "unavailable";

export interface DraftControl {
  /** Null until the device has been asked. */
  readonly draft: Draft | null;
  readonly keeping: Keeping;
  /** Set when the form goes on from what the device had kept. */
  readonly resumed: { readonly keptAt: string; readonly count: number } | null;
  readonly answer: (item: string, answer: Answer | undefined) => void;
  readonly change: (part: Partial<Pick<Draft, "place" | "answeredOn" | "correction" | "state" | "refusal">>) => void;
  readonly startOver: () => void;
  /** Forgets the draft for good. */
  readonly drop: () => Promise<void>;
}

/** The draft of one form: read from the device at the start, and kept there at every change. */
export function useDraft(form: OpenForm, setting: FormSetting): DraftControl {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [resumed, setResumed] = useState<DraftControl["resumed"]>(null);
  const [keeping, setKeeping] = useState<Keeping>("kept");
  const fresh = useRef(() => newDraft(form, setting));
  const dropped = useRef(false);

  useEffect(() => {
    let gone = false;
    const begin = fresh.current();
    readDraft(begin).then(
      (found) => {
        if (gone) return;
        const count = found === null ? 0 : answeredCount(found.answers);
        if (found === null || (count === 0 && found.state === "editing")) return setDraft(begin);
        setResumed({ keptAt: found.keptAt, count });
        setDraft(derived(form, continued(found, begin)));
      },
      () => {
        if (gone) return;
        setKeeping("unavailable");
        setDraft(begin);
      },
    );
    return () => {
      gone = true;
    };
  }, [form]);

  const update = useCallback(
    (make: (before: Draft) => Draft) => {
      setDraft((before) =>
        before === null ? null : derived(form, { ...make(before), keptAt: new Date().toISOString() }),
      );
    },
    [form],
  );

  useEffect(() => {
    // What has not been touched is not kept: opening a form leaves nothing on the device.
    if (draft === null || draft.keptAt === "" || dropped.current) return;
    setKeeping("keeping");
    keepDraft(draft).then(
      () => setKeeping("kept"),
      () => setKeeping("unavailable"),
    );
  }, [draft]);

  return {
    draft,
    keeping,
    resumed,
    answer: (item, answer) =>
      update((before) => ({ ...before, ...EDITING, answers: withAnswer(before.answers, item, answer) })),
    change: (part) => update((before) => ({ ...before, ...part })),
    startOver: () => {
      setResumed(null);
      update(() => fresh.current());
    },
    drop: async () => {
      dropped.current = true;
      if (draft !== null) await dropDraft(draft).catch(() => undefined);
    },
  };
}
