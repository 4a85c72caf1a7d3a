import { sql } from "@alongside/db/sql";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise, coversSite, type Scope } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import { fromDay } from "../calendar-date";
import type { Context } from "../context";
import { currentSettings } from "../laboratory-settings/read";
import { ruleOf } from "../laboratory-settings/rule-of";
import { parseInput } from "../parse-input";
import { loopGround } from "./loop-ground";
import type { LoopGround } from "./loop-words";

export const readLoopsInput = z.object({ programmeId: z.uuid(), participantId: z.uuid() });

export interface LoopView {
  readonly loopId: string;
  readonly openedByResultId: string;
  readonly ground: LoopGround;
  readonly openedOn: string;
  /** Null while it is open. */
  readonly closedOn: string | null;
  readonly outcome: string | null;
  /** In the order in which they happened. */
  readonly events: readonly {
    readonly eventId: string;
    readonly kind: string;
    readonly happenedOn: string;
    readonly resultId: string | null;
    readonly note: string;
  }[];
}

/** One person's counselling loops, the newest first. Reading them is written to the audit trail. */
export async function readCounsellingLoops(
  context: Context,
  input: z.input<typeof readLoopsInput>,
): Promise<Result<readonly LoopView[]>> {
  const parsed = parseInput(readLoopsInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, participantId } = parsed.value;
  const scope = authorise(context, "lab-result.read", programmeId);
  if (!scope.ok) return scope;
  const person = await scope.value.db.participant.findUnique({
    where: { participantId, programmeId },
    select: {
      siteId: true,
      counsellingLoops: {
        orderBy: [{ openedOn: "desc" }, { id: "desc" }],
        include: { events: { orderBy: [{ happenedOn: "asc" }, { recordedAt: "asc" }, { id: "asc" }] } },
      },
    },
  });
  if (person === null || !coversSite(scope.value, person.siteId)) return fail("not-found", "participant.none");
  const grounds = await groundsOf(scope.value, participantId);
  await writeAuditEvent(scope.value.db, context, scope.value, participantId, { read: "counselling" });
  return ok(
    person.counsellingLoops.map(({ id, openedByResultId, openedOn, closedOn, outcome, events }) => ({
      ...{ loopId: id, openedByResultId, openedOn: fromDay(openedOn), outcome },
      ground: grounds.get(id) ?? "stands",
      closedOn: closedOn && fromDay(closedOn),
      events: events.map((event) => ({
        ...{ eventId: event.id, kind: event.kind, resultId: event.resultId, note: event.note },
        happenedOn: fromDay(event.happenedOn),
      })),
    })),
  );
}

/** What became of the results that opened a person's loops, by loop. */
async function groundsOf({ db, programmeId }: Scope, participantId: string): Promise<ReadonlyMap<string, LoopGround>> {
  const rule = ruleOf(await currentSettings(db, programmeId));
  const rows = await db.$queryRaw<{ id: string; ground: LoopGround }[]>(sql`
    SELECT l.id, ${loopGround(rule)} AS ground
      FROM counselling_loop l WHERE l.participant_id = ${participantId}::uuid`);
  return new Map(rows.map(({ id, ground }) => [id, ground]));
}
