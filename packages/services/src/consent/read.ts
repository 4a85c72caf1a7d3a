import {
  CONSENT_PURPOSES,
  CONSENT_STATES,
  type ConsentPurpose,
  type ConsentState,
  isRequired,
  permits,
  WITNESS_MODES,
  type WitnessMode,
} from "@alongside/domain/consent/consent";
import { WITHDRAWAL_LEVELS, type WithdrawalLevel } from "@alongside/domain/consent/withdrawal";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { todayIn } from "@alongside/domain/schedule/calendar-date";
import { z } from "zod";
import { authorise, coversPerson } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import { fromDay } from "../calendar-date";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { type ConsentEditionView, type ProgrammeConsent, programmeConsents } from "./programme-consents";

export const readConsentsInput = z.object({ programmeId: z.uuid(), participantId: z.uuid() });

/** What a person said about one purpose, and to which words. */
export interface ConsentAnswer {
  readonly consentId: string;
  readonly state: ConsentState;
  readonly decidedOn: string;
  /** Null: recorded before words were kept. */
  readonly version: number | null;
  readonly language: string | null;
  readonly witness: WitnessMode | null;
  readonly recordedAt: Date;
  /** Null for an account that is gone. */
  readonly recordedBy: string | null;
}

export interface ConsentLine {
  readonly purpose: ConsentPurpose;
  readonly asked: boolean;
  /** Nothing may be done without a yes. */
  readonly required: boolean;
  /** Whether something may be done for this purpose now. */
  readonly permits: boolean;
  /** The words that are read out now. */
  readonly edition: ConsentEditionView;
  /** Null: not asked. */
  readonly current: ConsentAnswer | null;
  /** The answer in force was given to earlier words. */
  readonly isOlder: boolean;
  readonly earlier: readonly ConsentAnswer[];
}

export interface WithdrawalView {
  readonly withdrawalId: string;
  readonly level: WithdrawalLevel;
  readonly fromOn: string;
  readonly leavesOut: boolean;
  readonly reason: string;
  readonly recordedById: string;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
}

export interface PersonConsents {
  readonly participantId: string;
  readonly code: string;
  readonly enrolledOn: string;
  readonly today: string;
  readonly lines: readonly ConsentLine[];
  readonly withdrawal: WithdrawalView | null;
  readonly earlierWithdrawals: readonly WithdrawalView[];
}

/** What one person has agreed to, and how far they have stepped back, with everything said before. Leaves a trace. */
export async function readConsents(
  context: Context,
  input: z.input<typeof readConsentsInput>,
): Promise<Result<PersonConsents>> {
  const parsed = parseInput(readConsentsInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, participantId } = parsed.value;
  const scope = authorise(context, "consent.read", programmeId);
  if (!scope.ok) return scope;
  const { db } = scope.value;
  const person = await db.participant.findUnique({
    where: { participantId, programmeId },
    select: {
      siteId: true,
      code: true,
      programme: { select: { timeZone: true } },
      enrolments: { where: { current: true }, select: { enrolledOn: true } },
      consents: { orderBy: [{ recordedAt: "desc" }, { id: "desc" }] },
      withdrawals: { orderBy: [{ recordedAt: "desc" }, { id: "desc" }] },
    },
  });
  const enrolment = person?.enrolments[0];
  if (person === null || enrolment === undefined || !coversPerson(scope.value, { participantId, ...person })) {
    return fail("not-found", "participant.none");
  }
  const purposes = await programmeConsents(db, programmeId);
  const by = [...person.consents, ...person.withdrawals].flatMap(({ recordedById }) => recordedById ?? []);
  const people = await db.user.findMany({ where: { id: { in: [...new Set(by)] } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  await writeAuditEvent(db, context, scope.value, participantId);
  const enrolledOn = fromDay(enrolment.enrolledOn);
  const answers = person.consents.map((row) => ({
    purpose: row.purpose,
    current: row.current,
    answer: {
      consentId: row.id,
      state: oneOf(CONSENT_STATES, row.state),
      decidedOn: fromDay(row.decidedOn),
      version: row.version,
      language: row.language,
      witness: row.witness === null ? null : oneOf(WITNESS_MODES, row.witness),
      recordedAt: row.recordedAt,
      recordedBy: names.get(row.recordedById ?? "") ?? null,
    },
  }));
  const withdrawals = person.withdrawals.map((row) => ({
    current: row.current,
    view: {
      withdrawalId: row.id,
      level: oneOf(WITHDRAWAL_LEVELS, row.level),
      fromOn: fromDay(row.fromOn),
      leavesOut: row.leavesOut,
      reason: row.reason,
      recordedById: row.recordedById,
      recordedAt: row.recordedAt,
      recordedBy: names.get(row.recordedById) ?? null,
    },
  }));
  return ok({
    participantId,
    code: person.code,
    enrolledOn,
    today: todayIn(person.programme.timeZone, context.now()),
    lines: purposes.map((one) => lineOf(one, enrolledOn, answers)),
    withdrawal: withdrawals.find(({ current }) => current)?.view ?? null,
    earlierWithdrawals: withdrawals.filter(({ current }) => !current).map(({ view }) => view),
  });
}

interface StoredAnswer {
  readonly purpose: string;
  readonly current: boolean;
  readonly answer: ConsentAnswer;
}

function lineOf(
  { purpose, asked, requiredFrom, editions: [edition] }: ProgrammeConsent,
  enrolledOn: string,
  answers: readonly StoredAnswer[],
): ConsentLine {
  const own = answers.filter((one) => one.purpose === purpose);
  const current = own.find((one) => one.current)?.answer ?? null;
  const required = asked && isRequired(enrolledOn, requiredFrom);
  return {
    purpose,
    asked,
    required,
    permits: permits({ state: current?.state ?? null, required }),
    edition,
    current,
    isOlder: edition.version > 0 && current?.state === "given" && (current.version ?? -1) < edition.version,
    earlier: own.filter((one) => !one.current).map(({ answer }) => answer),
  };
}

/** The column's own check lets nothing else in. */
function oneOf<T extends string>(known: readonly [T, ...T[]], text: string): T {
  return known.find((one) => one === text) ?? known[0];
}

/** A purpose as it came from outside. */
export const purposeSchema = z.enum(CONSENT_PURPOSES);
