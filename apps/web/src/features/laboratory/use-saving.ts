import type { Failure } from "@alongside/domain/failure/failure";
import { useCallback, useEffect, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { pauseAfter } from "@/features/collect/use-rounds";
import { useApiClient } from "@/trpc/client";
import { failureOf } from "@/trpc/failure-of";
import type { LaboratorySetting, RowOutcome, SaveGridInput } from "./laboratory-view";
import type { RowView } from "./row-view.model";
import { saidRow } from "./said-row";
import { answerOf, sendRows } from "./send-rows";
import type { Spoken, StackRow } from "./stack";
import { waitingSaves } from "./stack.model";
import type { People } from "./use-people";
import type { StackControl } from "./use-stack";

type Entry = "single" | "grid";

export interface Saving {
  /** How many attempts nobody answered; 0 while nothing waits. */
  readonly attempts: number;
  readonly busy: boolean;
  /** Why the whole of the last request was not taken. */
  readonly failure: Failure | null;
  /** What was stored from this page, the newest first. */
  readonly stored: readonly StoredLine[];
  readonly save: (ids: readonly string[]) => void;
  readonly undo: () => void;
}

export interface StoredLine {
  readonly saveId: string;
  readonly resultId: string;
  readonly participantId: string;
  readonly row: StackRow;
  readonly view: RowView;
  readonly outcome: RowOutcome;
}

/**
 * Sends the rows of a stack in one request for each press of "save", under the same ids until somebody answers, also
 * after the page was closed in between; and takes the last save back.
 */
export function useSaving(
  { programmeId, personId }: LaboratorySetting,
  { stack, act }: StackControl,
  views: ReadonlyMap<string, RowView>,
  people: People,
  entry: Entry,
): Saving {
  const client = useApiClient();
  const [attempts, setAttempts] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [stored, setStored] = useState<readonly StoredLine[]>([]);
  const underWay = useRef(false);

  const round = useCallback(async () => {
    if (stack === null || underWay.current) return;
    for (const { saveId, rows } of waitingSaves(stack)) {
      const request = requestOf(programmeId, saveId, entry, rows, views, people);
      if (request === null) {
        // Nobody answers who the people are: that waits like a save.
        if (rows.some((row) => people.of(row.code).kind === "unanswered")) setAttempts((before) => before + 1);
        return;
      }
      underWay.current = true;
      setBusy(true);
      const { refused, input } = request;
      const outcome =
        input.rows.length === 0 ? ({ kind: "answered", rows: [] } as const) : await sendRows(client, personId, input);
      underWay.current = false;
      setBusy(false);
      if (outcome.kind === "waiting") return setAttempts((before) => before + 1);
      setAttempts(0);
      if (outcome.kind === "declined") {
        setFailure(outcome.failure);
        return act({ type: "declined", saveId });
      }
      setFailure(null);
      const answers = [...outcome.rows.map(answerOf), ...refused];
      setStored((before) => [...linesOf(saveId, rows, views, people, outcome.rows), ...before].slice(0, MOST_LINES));
      act({ type: "answered", saveId, at: new Date().toISOString(), rows: answers });
      people.refresh();
      return;
    }
  }, [stack, programmeId, personId, entry, views, people, client, act]);

  const latest = useRef(round);
  const lookUp = useRef(people.refresh);
  useEffect(() => {
    latest.current = round;
    lookUp.current = people.refresh;
    // A save that nobody answered goes out again after a pause; any other at once.
    if (attempts === 0) void round();
  }, [round, people.refresh, attempts]);

  useEffect(() => {
    if (attempts === 0) return;
    const again = () => {
      lookUp.current();
      void latest.current();
    };
    const timer = setTimeout(again, pauseAfter(attempts));
    window.addEventListener("online", again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", again);
    };
  }, [attempts]);

  const lastSave = stack?.lastSave ?? null;
  useEffect(() => {
    if (lastSave === null) return;
    const left = UNDO_MS - (Date.now() - Date.parse(lastSave.at));
    const timer = setTimeout(() => act({ type: "settled" }), Math.max(0, left));
    return () => clearTimeout(timer);
  }, [lastSave, act]);

  const undo = useCallback(async () => {
    if (lastSave === null) return;
    const { saveId, rows } = lastSave;
    try {
      await client.labResult.undo.mutate({ programmeId, saveId });
      // Before the rows are back, or each would look like the one that was just taken away.
      await people.reload(rows.map(({ code }) => code));
      setFailure(null);
      setStored((before) => before.filter((line) => line.saveId !== saveId));
      act({ type: "undone" });
    } catch (error) {
      setFailure(failureOf(error) ?? { code: "unavailable", reason: "lab-result.undo-unanswered" });
    }
  }, [lastSave, client, programmeId, act, people]);

  const save = useCallback(
    (ids: readonly string[]) => {
      const rows = ids.slice(0, MOST_ROWS).flatMap((id) => {
        const view = views.get(id);
        return view === undefined ? [] : [saidRow(id, view)];
      });
      if (rows.length > 0) act({ type: "send", saveId: uuidv7(), rows });
    },
    [act, views],
  );
  return { attempts, busy, failure, stored, save, undo: () => void undo() };
}

/** For how long a save can be taken back; the server counts for itself. */
const UNDO_MS = 60_000;
const MOST_LINES = 100;
/** As many rows as the server takes at once; what is ready beyond goes with the next save. */
const MOST_ROWS = 200;

/** A save as a request; null while it is not known yet whom every row is about. */
function requestOf(
  programmeId: string,
  saveId: string,
  entry: Entry,
  rows: readonly StackRow[],
  views: ReadonlyMap<string, RowView>,
  people: People,
): {
  readonly input: SaveGridInput;
  readonly refused: { resultId: string; answer: { kind: "refused"; issues: Spoken[] } }[];
} | null {
  const refused: { resultId: string; answer: { kind: "refused"; issues: Spoken[] } }[] = [];
  const sent: SaveGridInput["rows"] = [];
  for (const row of rows) {
    const person = people.of(row.code);
    const view = views.get(row.id);
    if (person.kind === "looking" || person.kind === "unanswered") return null;
    if (person.kind !== "found" || view?.measurement === undefined || view.measurement === null) {
      const rule = person.kind === "refused" ? person.failure.reason : "row-incomplete";
      refused.push({ resultId: row.id, answer: { kind: "refused", issues: [{ field: "code", rule, values: {} }] } });
      continue;
    }
    sent.push(sentRow(row, view, person.recent.participantId));
  }
  return { input: { programmeId, saveId, entry, rows: sent }, refused };
}

/** A row as the server takes it. */
export function sentRow(row: StackRow, view: RowView, participantId: string): SaveGridInput["rows"][number] {
  const { measurement, timepointCode } = view;
  if (measurement === null) throw new RangeError("A row that says nothing yet is not sent");
  return {
    resultId: row.id,
    participantId,
    kind: measurement.kind,
    measurement: { ...measurement.result },
    timepointCode,
    reasons: Object.fromEntries(Object.entries(row.reasons).filter(([, reason]) => reason.trim().length >= 3)),
  };
}

function linesOf(
  saveId: string,
  rows: readonly StackRow[],
  views: ReadonlyMap<string, RowView>,
  people: People,
  outcomes: readonly RowOutcome[],
): readonly StoredLine[] {
  return outcomes.flatMap((outcome) => {
    const row = rows.find(({ id }) => id === outcome.resultId);
    const view = views.get(outcome.resultId);
    const person = row && people.of(row.code);
    const isStored = outcome.outcome === "saved" || outcome.outcome === "same";
    if (!isStored || row === undefined || view === undefined || person?.kind !== "found") return [];
    return [{ saveId, resultId: row.id, participantId: person.recent.participantId, row, view, outcome }];
  });
}
