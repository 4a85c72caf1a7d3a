import type { ScopedDb } from "@alongside/db/client";
import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";

export const READINGS_PAGE = 50;

export const listReadingsInput = z.object({
  programmeId: z.uuid(),
  /** Readings of one person's details. */
  participantId: z.uuid().optional(),
  /** The same, by the code. */
  code: z.string().trim().min(1).max(40).optional(),
  /** Readings by one colleague. */
  readerId: z.uuid().optional(),
  /** The last reading of the page before. */
  after: z.object({ at: z.iso.datetime(), id: z.uuid() }).optional(),
});

export interface ContactReadingView {
  readonly readingId: string;
  readonly participantId: string;
  /** Null for somebody whose record is gone. */
  readonly code: string | null;
  readonly readerId: string;
  readonly readerName: string | null;
  readonly purpose: string;
  readonly purposeWords: string | null;
  readonly fields: readonly string[];
  readonly readAt: Date;
}

export interface ReadingsPage {
  readonly readings: readonly ContactReadingView[];
  readonly next: { readonly at: string; readonly id: string } | null;
  /** Whoever has read, with the number of readings in the last 30 days. */
  readonly readers: readonly { readonly readerId: string; readonly name: string | null; readonly count: number }[];
}

const DAYS_COUNTED = 30;

/** Who read whose contact details, when and for what, newest first. */
export async function listReadings(
  context: Context,
  input: z.input<typeof listReadingsInput>,
): Promise<Result<ReadingsPage>> {
  const parsed = parseInput(listReadingsInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "contact-details.list-readings", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const { db, programmeId } = scope.value;
  const { readerId, participantId, code, after } = parsed.value;
  const last = after && { readAt: new Date(after.at), id: after.id };
  const person =
    code === undefined
      ? undefined
      : await db.participant.findFirst({ where: { programmeId, code }, select: { participantId: true } });
  if (code !== undefined && person === null)
    return ok({ readings: [], next: null, readers: await readersOf(context, scope.value) });
  const subject = participantId ?? person?.participantId;
  const rows = await db.contactReading.findMany({
    where: {
      programmeId,
      ...(subject && { participantId: subject }),
      ...(readerId && { readerId }),
      ...(last && { OR: [{ readAt: { lt: last.readAt } }, { readAt: last.readAt, id: { lt: last.id } }] }),
    },
    orderBy: [{ readAt: "desc" }, { id: "desc" }],
    take: READINGS_PAGE + 1,
  });
  const page = rows.slice(0, READINGS_PAGE);
  const readers = await readersOf(context, scope.value);
  const names = await namesOf(
    db,
    page.map((row) => row.readerId),
  );
  const people = await db.participant.findMany({
    where: { programmeId, participantId: { in: [...new Set(page.map((row) => row.participantId))] } },
    select: { participantId: true, code: true },
  });
  const codes = new Map(people.map((one) => [one.participantId, one.code]));
  const end = page.at(-1);
  return ok({
    readings: page.map(({ id, programmeId: _, ...row }) => ({
      ...row,
      readingId: id,
      code: codes.get(row.participantId) ?? null,
      readerName: names.get(row.readerId) ?? null,
    })),
    next: rows.length > READINGS_PAGE && end ? { at: end.readAt.toISOString(), id: end.id } : null,
    readers,
  });
}

async function readersOf(context: Context, { db, programmeId }: Scope): Promise<ReadingsPage["readers"]> {
  const since = new Date(context.now().getTime() - DAYS_COUNTED * 86_400_000);
  const grouped = await db.contactReading.groupBy({
    by: ["readerId"],
    where: { programmeId, readAt: { gte: since } },
    _count: true,
  });
  const names = await namesOf(
    db,
    grouped.map(({ readerId }) => readerId),
  );
  return grouped
    .map(({ readerId, _count: count }) => ({ readerId, name: names.get(readerId) ?? null, count }))
    .toSorted((a, b) => b.count - a.count);
}

async function namesOf(db: ScopedDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const users = await db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}
