import { backupsGoneBy } from "@alongside/db/backup/gone-by";
import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise, scopeFilter } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";

export const listErasuresInput = z.object({ programmeId: z.uuid() });

/** Somebody who is to be erased and waits for a second colleague. */
export interface AwaitingErasure {
  readonly participantId: string;
  readonly code: string;
  readonly site: string;
  readonly reason: string;
  readonly askedAt: Date;
  readonly askedBy: string | null;
  /** Whoever asked cannot confirm. */
  readonly isMine: boolean;
}

/** An erasure that happened. */
export interface PastErasure {
  readonly erasureId: string;
  readonly erasedAt: Date;
  readonly askedBy: string | null;
  readonly confirmedBy: string | null;
  readonly receipt: string;
}

export interface Erasures {
  readonly awaiting: readonly AwaitingErasure[];
  readonly past: readonly PastErasure[];
  /** By when daily backups of today and before are gone; null where the installation makes none by itself. */
  readonly backupsGoneBy: Date | null;
  /** The key with which receipts are signed. */
  readonly fingerprint: string;
  readonly publicKey: string;
}

/** Who waits to be erased, and what is left of those who were: that it happened, with the receipt. */
export async function listErasures(
  context: Context,
  input: z.input<typeof listErasuresInput>,
): Promise<Result<Erasures>> {
  const parsed = parseInput(listErasuresInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "erasure.list", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const { programmeId, actorId } = scope.value;
  const [wishes, past] = await Promise.all([
    scope.value.db.withdrawal.findMany({
      where: { programmeId, current: true, level: "erase", participant: scopeFilter(scope.value) },
      include: { participant: { select: { code: true, site: { select: { name: true } } } } },
      orderBy: { recordedAt: "asc" },
    }),
    scope.value.db.erasure.findMany({ where: { programmeId }, orderBy: [{ erasedAt: "desc" }, { id: "desc" }] }),
  ]);
  const ids = [
    ...wishes.map(({ recordedById }) => recordedById),
    ...past.flatMap(({ askedById, confirmedById }) => [askedById, confirmedById]),
  ];
  const people = await scope.value.db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return ok({
    awaiting: wishes.map(({ participantId, participant, reason, recordedAt, recordedById }) => ({
      ...{ participantId, code: participant.code, site: participant.site.name, reason, askedAt: recordedAt },
      ...{ askedBy: names.get(recordedById) ?? null, isMine: recordedById === actorId },
    })),
    past: past.map(({ id, erasedAt, askedById, confirmedById, receipt }) => ({
      ...{ erasureId: id, erasedAt, receipt },
      ...{ askedBy: names.get(askedById) ?? null, confirmedBy: names.get(confirmedById) ?? null },
    })),
    backupsGoneBy: context.backupsKept && backupsGoneBy(context.now(), context.backupsKept),
    fingerprint: context.receipts.fingerprint,
    publicKey: context.receipts.publicKey,
  });
}
