import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise, coversSite } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";

export const readConsentInput = z.object({ programmeId: z.uuid(), participantId: z.uuid() });

/** What a person said about being contacted, and when it was written down. */
export interface ConsentVersion {
  readonly consentId: string;
  readonly mayContact: boolean;
  readonly recordedAt: Date;
  /** Who wrote it down; null for an account that is gone. */
  readonly recordedBy: string | null;
}

export interface ConsentHistory {
  /** What holds now; null while nobody has asked. */
  readonly current: ConsentVersion | null;
  /** What was said before, the newest first. */
  readonly earlier: readonly ConsentVersion[];
}

/** Everything one person ever said about being contacted by a peer supporter. Reading it is written to the audit trail. */
export async function readContactConsent(
  context: Context,
  input: z.input<typeof readConsentInput>,
): Promise<Result<ConsentHistory>> {
  const parsed = parseInput(readConsentInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, participantId } = parsed.value;
  const scope = authorise(context, "contact-consent.read", programmeId);
  if (!scope.ok) return scope;
  const { db } = scope.value;
  const person = await db.participant.findUnique({
    where: { participantId, programmeId },
    select: {
      siteId: true,
      contactConsents: {
        orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
        select: { id: true, mayContact: true, current: true, recordedAt: true, recordedById: true },
      },
    },
  });
  if (person === null || !coversSite(scope.value, person.siteId)) return fail("not-found", "participant.none");
  const { contactConsents: rows } = person;
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(rows.flatMap(({ recordedById }) => recordedById ?? []))] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  await writeAuditEvent(db, context, scope.value, participantId);
  const versions = rows.map(({ id, mayContact, current, recordedAt, recordedById }) => ({
    current,
    version: { consentId: id, mayContact, recordedAt, recordedBy: names.get(recordedById ?? "") ?? null },
  }));
  return ok({
    current: versions.find(({ current }) => current)?.version ?? null,
    earlier: versions.filter(({ current }) => !current).map(({ version }) => version),
  });
}
