import type { Tx } from "@alongside/db/client";
import { sql } from "@alongside/db/sql";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { calendarDate, fromDay, toDay } from "../calendar-date";
import type { Context } from "../context";
import { versionInForce } from "../lab-result/version-in-force";
import { lockPerson } from "../participant/lock-person";
import { perform } from "../perform";
import { closingProblem } from "./closing-problem";
import { COUNSELLING_OUTCOMES } from "./loop-words";

const common = {
  programmeId: z.uuid(),
  participantId: z.uuid(),
  loopId: z.uuid(),
  /** Made by the caller, so that a repeated request records once. */
  eventId: z.uuid(),
  happenedOn: calendarDate,
  note: z.string().trim().max(500).default(""),
};

export const recordEventInput = z.discriminatedUnion("kind", [
  z.object({ ...common, kind: z.literal("session") }),
  /** The test was repeated; `resultId` is its row, which may still be pending. */
  z.object({ ...common, kind: z.literal("repeat"), resultId: z.uuid() }),
  z.object({ ...common, kind: z.literal("closed"), outcome: z.enum(COUNSELLING_OUTCOMES) }),
]);
type Event = z.output<typeof recordEventInput>;

export interface RecordedEvent {
  readonly eventId: string;
  /** Whether the loop is over. */
  readonly closed: boolean;
}

/**
 * Records a session, a repeat of the test, or the end of a counselling loop.
 * @returns `rule` for a day that cannot be, for a loop that is over, and for an end that the results do not bear out
 */
export function recordCounsellingEvent(
  context: Context,
  input: z.input<typeof recordEventInput>,
): Promise<Result<RecordedEvent>> {
  return perform(context, "counselling.record", recordEventInput, input, async (tx, scope, asked) => {
    const { participantId, loopId, eventId, kind, happenedOn } = asked;
    const person = await lockPerson(tx, context, scope, participantId);
    if (person === null) return fail("not-found", "participant.none");
    const loop = await tx.counsellingLoop.findUnique({
      where: { participantId_id: { participantId, id: loopId } },
      include: { events: true },
    });
    if (loop === null) return fail("not-found", "counselling.none");
    const value = { eventId, closed: kind === "closed" };
    const before = loop.events.find(({ id }) => id === eventId);
    if (before !== undefined) {
      return saysTheSame(before, loop.outcome, asked)
        ? ok({ subjectId: participantId, detail: null, value })
        : fail("conflict", "counselling.other-event");
    }
    if (loop.closedOn !== null) return fail("rule", "counselling.closed");
    if (happenedOn > person.today) return fail("rule", "counselling.in-future", { params: { limit: person.today } });
    const earliest = earliestDay(asked, loop);
    if (happenedOn < earliest) return fail("rule", "counselling.too-early", { params: { limit: earliest } });
    if (asked.kind === "repeat") {
      const repeat = await findRepeat(tx, asked, loop.openedByResultId);
      if (repeat === null) return fail("not-found", "lab-result.none");
      const limit = fromDay(repeat.collectedOn);
      if (happenedOn !== limit) return fail("rule", "counselling.other-day", { params: { limit } });
    }
    if (asked.kind === "closed") {
      const problem = await closingProblem(tx, { ...asked, repeatedOn: repeatedOn(loop.events) });
      if (problem !== null) return { ok: false, failure: problem };
    }
    await tx.counsellingEvent.create({
      data: {
        ...{ participantId, id: eventId, programmeId: scope.programmeId, loopId, kind, note: asked.note },
        resultId: asked.kind === "repeat" ? asked.resultId : null,
        ...{ happenedOn: toDay(happenedOn), recordedById: scope.actorId, recordedAt: context.now() },
      },
    });
    if (asked.kind === "closed") await close(tx, asked);
    const outcome = asked.kind === "closed" ? { outcome: asked.outcome } : {};
    return ok({ subjectId: participantId, detail: { loopId, eventId, kind, ...outcome }, value });
  });
}

/**
 * No session before the loop was opened, and no end before the last thing in it. A repeat may have been collected before: it
 * has to lie after the result that opened the loop, which `findRepeat` looks at.
 */
function earliestDay(
  { kind }: Event,
  loop: { readonly openedOn: Date; readonly events: readonly { readonly happenedOn: Date }[] },
): string {
  if (kind === "repeat") return "";
  const days = kind === "closed" ? loop.events.map(({ happenedOn }) => happenedOn) : [];
  return [loop.openedOn, ...days].map(fromDay).toSorted().at(-1) ?? fromDay(loop.openedOn);
}

/** The day of the last repeat; null when there is none. */
function repeatedOn(events: readonly { readonly kind: string; readonly happenedOn: Date }[]): string | null {
  const days = events.filter(({ kind }) => kind === "repeat").map(({ happenedOn }) => fromDay(happenedOn));
  return days.toSorted().at(-1) ?? null;
}

/** Whether an event that is stored is what is asked for once more. */
function saysTheSame(
  before: { readonly kind: string; readonly happenedOn: Date; readonly note: string; readonly resultId: string | null },
  outcome: string | null,
  asked: Event,
): boolean {
  const same =
    before.kind === asked.kind && fromDay(before.happenedOn) === asked.happenedOn && before.note === asked.note;
  if (asked.kind === "repeat") return same && before.resultId === asked.resultId;
  return same && (asked.kind !== "closed" || outcome === asked.outcome);
}

/**
 * The row, if it is a test of the same person collected after the one that opened the loop, as that one stands now; else
 * null. A corrected result is not its own repeat.
 */
async function findRepeat(tx: Tx, asked: Extract<Event, { kind: "repeat" }>, openedBy: string) {
  const { participantId, resultId } = asked;
  const inForce = versionInForce(sql`${participantId}::uuid`, sql`${openedBy}::uuid`);
  const [opening] = await tx.$queryRaw<{ id: string | null }[]>(sql`SELECT ${inForce} AS id`);
  const firstId = opening?.id ?? openedBy;
  const [repeat, first] = await Promise.all(
    [resultId, firstId].map((id) => tx.labResult.findUnique({ where: { participantId_id: { participantId, id } } })),
  );
  if (!repeat || !first || !repeat.current || repeat.id === first.id) return null;
  return repeat.kind === "viral-load" && repeat.collectedOn > first.collectedOn ? repeat : null;
}

async function close(tx: Tx, { participantId, loopId, happenedOn, outcome }: Extract<Event, { kind: "closed" }>) {
  await tx.counsellingLoop.update({
    where: { participantId_id: { participantId, id: loopId } },
    data: { closedOn: toDay(happenedOn), outcome },
  });
}
