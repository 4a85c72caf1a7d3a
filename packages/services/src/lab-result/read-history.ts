import { sql } from "@alongside/db/sql";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { LAB_KINDS } from "@alongside/domain/laboratory/kinds";
import { z } from "zod";
import { authorise, coversPerson, type Scope } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { type Difference, differencesSchema } from "./differences";
import { RESULT_JSON, type ResultView, resultView, type StoredResult } from "./stored-result";

export const readHistoryInput = z.object({
  programmeId: z.uuid(),
  participantId: z.uuid(),
  kind: z.enum(LAB_KINDS).optional(),
});

/** What a second person said about a result. */
export interface VerificationView {
  readonly resultId: string;
  readonly decision: string;
  readonly note: string;
  readonly decidedById: string;
  readonly decidedAt: Date;
}

/** A second reading of a result. */
export interface SecondEntryView {
  readonly resultId: string;
  readonly differences: readonly Difference[];
  readonly enteredById: string;
  readonly enteredAt: Date;
}

export interface ResultHistory {
  readonly participantId: string;
  readonly code: string;
  readonly treatmentStartedOn: string | null;
  /** Names the start in force, for a correction of it; null when none is recorded. */
  readonly treatmentStartId: string | null;
  /** Every result with every version, also what was replaced or undone: the newest collection first. */
  readonly results: readonly ResultView[];
  readonly verifications: readonly VerificationView[];
  readonly secondEntries: readonly SecondEntryView[];
  /** Names of the people who entered and verified, by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** Everything ever recorded of one person's results. Reading it is written to the audit trail. */
export async function readResultHistory(
  context: Context,
  input: z.input<typeof readHistoryInput>,
): Promise<Result<ResultHistory>> {
  const parsed = parseInput(readHistoryInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, participantId, kind } = parsed.value;
  const scope = authorise(context, "lab-result.read", programmeId);
  if (!scope.ok) return scope;
  const { db } = scope.value;
  const person = await db.participant.findUnique({
    where: { participantId, programmeId },
    select: { siteId: true, code: true, treatmentStarts: { where: { current: true } } },
  });
  if (person === null || !coversPerson(scope.value, { participantId, siteId: person.siteId }))
    return fail("not-found", "participant.none");
  const only = kind === undefined ? sql`true` : sql`r.kind = ${kind}`;
  const order = { participantId, programmeId };
  const [rows, verifications, secondEntries] = await Promise.all([
    db.$queryRaw<{ result: StoredResult }[]>`
      SELECT ${RESULT_JSON} AS result FROM lab_result r WHERE r.participant_id = ${participantId}::uuid AND ${only}
       ORDER BY r.collected_on DESC, r.entered_at DESC, r.id DESC`,
    db.labVerification.findMany({ where: order, orderBy: [{ decidedAt: "asc" }, { id: "asc" }] }),
    db.labSecondEntry.findMany({ where: order, orderBy: [{ enteredAt: "asc" }, { id: "asc" }] }),
    writeAuditEvent(db, context, scope.value, participantId, { read: "history" }),
  ]);
  const results = rows.map(({ result }) => resultView(result));
  const ids = [
    ...results.map(({ enteredById }) => enteredById),
    ...verifications.map(({ decidedById }) => decidedById),
    ...secondEntries.map(({ enteredById }) => enteredById),
  ];
  const [start] = person.treatmentStarts;
  return ok({
    participantId,
    code: person.code,
    treatmentStartedOn: start === undefined ? null : start.startedOn.toISOString().slice(0, 10),
    treatmentStartId: start?.id ?? null,
    results,
    verifications: verifications.map(({ resultId, decision, note, decidedById, decidedAt }) => {
      return { resultId, decision, note, decidedById, decidedAt };
    }),
    secondEntries: secondEntries.map(({ resultId, differences, enteredById, enteredAt }) => {
      return { resultId, differences: differencesSchema.parse(differences), enteredById, enteredAt };
    }),
    names: await readNames(scope.value, ids),
  });
}

async function readNames({ db }: Scope, ids: readonly (string | null)[]): Promise<Record<string, string>> {
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(ids.flatMap((id) => id ?? []))] } },
    select: { id: true, name: true },
  });
  return Object.fromEntries(people.map(({ id, name }) => [id, name]));
}
