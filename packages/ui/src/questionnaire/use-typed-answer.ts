import type { Answer } from "@alongside/domain/instruments/answers";
import type { ItemView } from "@alongside/domain/instruments/questionnaire-view";
import { useState } from "react";
import { type EntryProblem, readEntry } from "./entry.model";

interface Typing {
  readonly item: string;
  /** The beginning of an answer that may go on: the 1 of 10. */
  readonly begun: string;
  readonly problem: EntryProblem | null;
  /** How often keys were refused, so that the same explanation is said again each time. */
  readonly refusals: number;
}

/**
 * Keys that answer a question with options. A digit that is no answer is explained; other keys that mean nothing are
 * left alone.
 */
export function useTypedAnswer(item: ItemView) {
  const [state, setState] = useState<Typing | null>(null);
  const current = state?.item === item.id ? state : null;
  const keep = (begun: string, problem: EntryProblem | null) =>
    setState({ item: item.id, begun, problem, refusals: (current?.refusals ?? 0) + (problem === null ? 0 : 1) });
  return {
    problem: current?.problem ?? null,
    refusals: current?.refusals ?? 0,
    /** Forgets what was begun and what was explained. */
    clear: () => setState(null),
    /** Takes a key. `whole`: no longer answer begins like this one. Null when the key is no answer. */
    type: (key: string): { readonly answer: Answer; readonly whole: boolean } | null => {
      const begun = current?.begun ?? "";
      const longer = begun === "" ? null : readEntry(begun + key, item.response);
      const entry = longer !== null && longer.kind !== "refused" ? longer : readEntry(key, item.response);
      switch (entry.kind) {
        case "empty":
          return null;
        case "answer":
          setState(null);
          return { answer: entry.answer, whole: true };
        case "perhaps":
          keep(entry === longer ? begun + key : key, null);
          return entry.answer === null ? null : { answer: entry.answer, whole: false };
        case "refused":
          if (/^\p{Decimal_Number}$/u.test(key)) keep("", entry.problem);
          return null;
      }
    },
  };
}
