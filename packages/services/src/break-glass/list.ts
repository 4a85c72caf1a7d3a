import type { Tx } from "@alongside/db/client";
import { isOpen } from "@alongside/domain/access/break-glass";
import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { ledSites } from "./site-lead";

export const listOpeningsInput = z.object({
  programmeId: z.uuid(),
  /** Only what nobody has looked at yet. */
  waiting: z.boolean().optional(),
});

const MOST = 200;
const MOST_READINGS = 2000;

/** What was read under one access. */
export interface OpeningReading {
  readonly at: Date;
  readonly action: string;
}

/** An access of a few hours to one person's record, as whoever judges it sees it. */
export interface OpeningView {
  readonly breakGlassId: string;
  readonly site: string;
  /** Null once the person has been erased. */
  readonly participantCode: string | null;
  readonly person: string | null;
  readonly reason: string;
  readonly words: string;
  readonly openedAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | null;
  readonly isOpen: boolean;
  /** Nobody judges an access of their own. */
  readonly isMine: boolean;
  readonly readings: readonly OpeningReading[];
  readonly review: {
    readonly judgement: string;
    readonly note: string;
    readonly at: Date;
    readonly by: string | null;
  } | null;
}

/** Every access to records at the sites somebody leads, the newest first, with what was read. */
export async function listOpenings(
  context: Context,
  input: z.input<typeof listOpeningsInput>,
): Promise<Result<readonly OpeningView[]>> {
  const parsed = parseInput(listOpeningsInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "break-glass.review", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const { programmeId, actorId } = scope.value;
  const { db } = scope.value;
  const led = await ledSites(db, scope.value);
  if (led !== "all" && led.length === 0) return ok([]);
  const rows = await db.breakGlass.findMany({
    where: {
      programmeId,
      ...(led === "all" ? {} : { openedSiteId: { in: [...led] } }),
      ...(parsed.value.waiting === true ? { reviewedAt: null } : {}),
    },
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  const [sites, people, participants, readings] = await Promise.all([
    db.site.findMany({ where: { programmeId }, select: { id: true, name: true } }),
    db.user.findMany({
      where: {
        id: { in: rows.flatMap(({ userId, reviewedById }) => [userId, ...(reviewedById ? [reviewedById] : [])]) },
      },
      select: { id: true, name: true },
    }),
    db.participant.findMany({
      where: { programmeId, participantId: { in: rows.flatMap(({ subjectId }) => subjectId ?? []) } },
      select: { participantId: true, code: true },
    }),
    readingsOf(
      db,
      programmeId,
      rows.map(({ id }) => id),
    ),
  ]);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const codeOf = new Map(participants.map(({ participantId, code }) => [participantId, code]));
  return ok(
    rows.map((row) => ({
      breakGlassId: row.id,
      site: sites.find(({ id }) => id === row.openedSiteId)?.name ?? "",
      participantCode: codeOf.get(row.subjectId ?? "") ?? null,
      person: nameOf.get(row.userId) ?? null,
      ...{ reason: row.reason, words: row.words, openedAt: row.openedAt, endsAt: row.endsAt, endedAt: row.endedAt },
      isOpen: row.endedAt === null && isOpen(row, context.now()),
      isMine: row.userId === actorId,
      readings: readings.get(row.id) ?? [],
      review:
        row.reviewedAt === null
          ? null
          : {
              ...{ judgement: row.judgement ?? "unclear", note: row.judgementNote, at: row.reviewedAt },
              by: nameOf.get(row.reviewedById ?? "") ?? null,
            },
    })),
  );
}

async function readingsOf(
  db: Tx,
  programmeId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly OpeningReading[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: string; at: Date; action: string }[]>`
    SELECT b.id, a.at, a.action
      FROM break_glass b
      JOIN audit_event a ON a.programme_id = b.programme_id AND a.at BETWEEN b.opened_at AND b.ends_at
       AND a.actor_id = b.user_id AND a.detail->>'breakGlass' = b.id::text AND a.action NOT LIKE 'break-glass.%'
     WHERE b.programme_id = ${programmeId}::uuid AND b.id = ANY(${[...ids]}::uuid[])
     ORDER BY a.at, a.id LIMIT ${MOST_READINGS}::int`;
  const byId = new Map<string, OpeningReading[]>();
  for (const { id, at, action } of rows) byId.set(id, [...(byId.get(id) ?? []), { at, action }]);
  return byId;
}
