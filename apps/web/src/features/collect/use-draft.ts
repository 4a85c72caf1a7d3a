"use client";

import type { Answer } from "@alongside/domain/instruments/answers";
import { alertFor } from "@alongside/domain/instruments/risk-watch";
import { hasEnded } from "@alongside/domain/schedule/due-state";
import { answersToSend } from "@alongside/ui/questionnaire/flow.model";
import { useCallback, useEffect, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { formHref } from "./address";
import { answeredCount, type Draft, type DraftPlace, type ReadyDraft, withAnswer } from "./draft";
import { dropDraft, keepDraft, readDraft } from "./draft-store";
import type { FormSetting, OpenForm } from "./form-view";

/** Where the device stands with keeping the draft. */
export type Keeping = "kept" | "keeping" | "unavailable";

export interface DraftControl {
  /** Null until the device has been asked. */
  readonly draft: ReadyDraft | null;
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
  const [draft, setDraft] = useState<ReadyDraft | null>(null);
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

/** The state of a draft that somebody works on; whatever was said about it before is over. */
export const EDITING = { state: "editing", refusal: null } as const satisfies Partial<Draft>;

/** The draft with what follows from its answers: what goes out, and whether somebody has to act. */
function derived(form: OpenForm, draft: Draft): ReadyDraft {
  const toSend = answersToSend(form.view, draft.answers);
  return { ...draft, toSend, risk: alertFor(form.risk, toSend) };
}

/** Where the draft of a form is kept. */
export function placeOf({ participant, place }: OpenForm, { personId, programmeId }: FormSetting): DraftPlace {
  const { participantId } = participant;
  return { personId, programmeId, participantId, timepointId: place.timepointId, instrument: place.instrument };
}

function newDraft(form: OpenForm, setting: FormSetting): ReadyDraft {
  const { participant, place, view, today } = form;
  const { stored } = setting;
  const choice = { mode: setting.mode, language: view.language };
  return derived(form, {
    ...placeOf(form, setting),
    ...choice,
    version: 1,
    edition: place.edition,
    assessmentId: uuidv7(),
    answeredOn: stored?.answeredOn ?? lastDay(today, participant.endedOn),
    answers: stored?.answers ?? {},
    place: null,
    correction: stored === null ? null : { assessmentId: stored.assessmentId, reason: "" },
    state: "editing",
    keptAt: "",
    shown: {
      code: participant.code,
      timepoint: place.timepointLabel,
      title: view.title,
      href: formHref(
        setting.base,
        { ...place, participantId: participant.participantId },
        {
          ...choice,
          correct: stored !== null,
        },
      ),
    },
  });
}

/** The last day on which the form can have been answered. */
export function lastDay(today: string, endedOn: string | null): string {
  return hasEnded(endedOn, today) ? endedOn : today;
}

/**
 * A kept draft under the choices of today's address: mode and language may have been chosen anew. One that was to be
 * sent goes out exactly as it was.
 */
function continued(found: Draft, begin: Draft): Draft {
  if (found.state === "unsent") return found;
  const { mode, language, edition, shown } = begin;
  // Taken up as a correction, it is no longer what the server has refused.
  const anew = begin.correction !== null && found.correction === null;
  return {
    ...found,
    ...(anew && EDITING),
    mode,
    language,
    edition,
    shown,
    correction: begin.correction && (found.correction ?? begin.correction),
  };
}
