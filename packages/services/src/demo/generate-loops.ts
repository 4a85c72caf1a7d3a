import { addDays, type CalendarDate } from "@alongside/domain/schedule/calendar-date";
import { toDay } from "../calendar-date";
import type { ResultRow } from "../lab-result/insert-results";
import type { RandomStream } from "./random-stream";

export interface LoopPlan {
  readonly programmeId: string;
  readonly participantId: string;
  readonly nurseId: string;
  /** The last day on which anything can have happened. */
  readonly lastDay: CalendarDate;
}

/** Above this a result calls for counselling, by the programme's rule. */
const UNSUPPRESSED_ABOVE = 1000;
const MOST_SESSIONS = 3;

/** The counselling that unsuppressed results called for: sessions, the repeat, and how it ended; the last may be open. */
export function generateLoops(stream: RandomStream, plan: LoopPlan, rows: readonly ResultRow[]) {
  const answered = rows.filter((row) => row.kind === "viral-load" && isAnswer(row));
  const loops: ReturnType<typeof drawLoop>["loop"][] = [];
  const events: ReturnType<typeof drawLoop>["events"][number][] = [];
  for (const [index, row] of answered.entries()) {
    // One that goes on while the next unsuppressed result comes is the same loop.
    if (!isHigh(row) || (index > 0 && answered.slice(index - 1, index).some(isHigh))) continue;
    const drawn = drawLoop(stream, plan, row, answered[index + 1]);
    if (drawn.loop.openedOn > toDay(plan.lastDay)) continue;
    loops.push(drawn.loop);
    events.push(...drawn.events);
  }
  return { loops, events };
}

function isAnswer({ state }: ResultRow): boolean {
  return state !== "rejected" && state !== "failed" && state !== "pending";
}

function isHigh({ state, copiesPerMl }: ResultRow): boolean {
  return state === "quantified" && (copiesPerMl ?? 0) > UNSUPPRESSED_ABOVE;
}

function drawLoop(stream: RandomStream, plan: LoopPlan, row: ResultRow, next: ResultRow | undefined) {
  const openedOn = addDays(row.returnedOn ?? row.collectedOn, stream.integer(3, 12));
  const { participantId, programmeId } = plan;
  const loopId = stream.id(toDay(openedOn));
  const lastSession = next === undefined || next.collectedOn > plan.lastDay ? plan.lastDay : next.collectedOn;
  const sessions = Array.from({ length: stream.integer(1, MOST_SESSIONS) }, (_, at) => addDays(openedOn, 7 + 28 * at));
  const event = (kind: string, happenedOn: CalendarDate, resultId: string | null) => ({
    ...{ participantId, id: stream.id(toDay(happenedOn)), programmeId, loopId, kind, resultId, note: "" },
    ...{ happenedOn: toDay(happenedOn), recordedById: plan.nurseId, recordedAt: toDay(happenedOn) },
  });
  const closedOn = next === undefined ? null : addDays(next.returnedOn ?? next.collectedOn, 7);
  const isClosed = next !== undefined && closedOn !== null && closedOn <= plan.lastDay && next.collectedOn > openedOn;
  const held = sessions.filter((day) => day <= lastSession).map((day) => event("session", day, null));
  const ended = isClosed ? [event("repeat", next.collectedOn, next.id), event("closed", closedOn, null)] : [];
  return {
    loop: {
      ...{ participantId, id: loopId, programmeId, openedByResultId: row.id, openedOn: toDay(openedOn) },
      ...{ openedById: plan.nurseId, openedAt: toDay(openedOn) },
      closedOn: isClosed ? toDay(closedOn) : null,
      outcome: isClosed ? (isHigh(next) ? "still-unsuppressed" : "suppressed") : null,
    },
    events: [...held, ...ended],
  };
}
