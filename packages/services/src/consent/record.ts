import { CONSENT_STATES, type ConsentPurpose, WITNESS_MODES } from "@alongside/domain/consent/consent";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { calendarDate, fromDay, toDay } from "../calendar-date";
import type { Context } from "../context";
import { lockPerson } from "../participant/lock-person";
import { perform } from "../perform";
import { programmeConsents } from "./programme-consents";
import { purposeSchema } from "./read";

export const recordConsentsInput = z.object({
  programmeId: z.uuid(),
  participantId: z.uuid(),
  /** Day on which it was said. */
  decidedOn: calendarDate,
  /** Language in which the words were read. */
  language: z.string().min(2).max(35),
  witness: z.enum(WITNESS_MODES),
  /** Each purpose once. */
  answers: z
    .array(
      z.object({
        /** Made by the caller, so that a repeated request records once. */
        consentId: z.uuid(),
        purpose: purposeSchema,
        state: z.enum(CONSENT_STATES),
        /** The edition that was read. */
        version: z.number().int().min(0),
      }),
    )
    .min(1)
    .max(5)
    .refine((answers) => new Set(answers.map(({ purpose }) => purpose)).size === answers.length, "consent.twice"),
});
type Input = z.output<typeof recordConsentsInput>;

export interface RecordedConsents {
  readonly recorded: number;
}

/** Records what a person said to one or more purposes. What was said before stays in the history. */
export function recordConsents(
  context: Context,
  input: z.input<typeof recordConsentsInput>,
): Promise<Result<RecordedConsents>> {
  return perform(context, "consent.record", recordConsentsInput, input, async (tx, scope, asked) => {
    const { participantId, decidedOn, language, witness } = asked;
    const person = await lockPerson(tx, context, scope, participantId);
    if (person === null) return fail("not-found", "participant.none");
    const ids = asked.answers.map(({ consentId }) => consentId);
    const before = await tx.consent.findMany({
      where: { participantId, OR: [{ id: { in: ids } }, { current: true }] },
    });
    const sent = before.filter(({ id }) => ids.includes(id));
    const value = { recorded: asked.answers.length };
    if (sent.length > 0) {
      const same = sent.length === ids.length && asked.answers.every((answer) => isSame(answer, asked, sent));
      return same ? ok({ subjectId: participantId, detail: null, value }) : fail("conflict", "consent.other");
    }
    if (decidedOn > person.today) {
      const issues = [{ path: "decidedOn", rule: "date.in-future" }];
      return fail("invalid", "consent.in-future", { issues });
    }
    const withdrawal = await tx.withdrawal.findFirst({ where: { participantId, current: true } });
    const purposes = await programmeConsents(tx, scope.programmeId);
    for (const { purpose, state, version } of asked.answers) {
      const edition = purposes.find((one) => one.purpose === purpose)?.editions.find((one) => one.version === version);
      if (edition === undefined || edition.texts[language] === undefined) {
        return fail("rule", "consent.no-such-words", { params: { version, language } });
      }
      const standing = before.find((one) => one.current && one.purpose === purpose);
      if (state === "withdrawn" && standing?.state !== "given") return fail("rule", "consent.nothing-to-withdraw");
      if (state === "given" && withdrawal !== null && stepsBack(withdrawal.level, purpose)) {
        return fail("rule", "consent.stepped-back");
      }
    }
    const changed = asked.answers.map(({ purpose }) => purpose);
    await tx.consent.updateMany({
      where: { participantId, current: true, purpose: { in: changed } },
      data: { current: false },
    });
    const common = { participantId, programmeId: scope.programmeId, decidedOn: toDay(decidedOn), language, witness };
    await tx.consent.createMany({
      data: asked.answers.map(({ consentId, purpose, state, version }) => ({
        ...common,
        ...{ id: consentId, purpose, state, version, recordedById: scope.actorId, recordedAt: context.now() },
      })),
    });
    const said = asked.answers.map(({ purpose, state, version }) => `${purpose}: ${state} (${version})`);
    return ok({ subjectId: participantId, detail: { said, decidedOn, language, witness }, value });
  });
}

/** Whoever has stepped back says first that they come back. */
function stepsBack(level: string, purpose: ConsentPurpose): boolean {
  return level === "use" || level === "erase" || (level === "contact" && purpose === "contact");
}

function isSame(
  answer: Input["answers"][number],
  asked: Input,
  sent: readonly {
    readonly id: string;
    readonly purpose: string;
    readonly state: string;
    readonly decidedOn: Date;
    readonly version: number | null;
  }[],
): boolean {
  const stored = sent.find(({ id }) => id === answer.consentId);
  return (
    stored?.purpose === answer.purpose &&
    stored.state === answer.state &&
    stored.version === answer.version &&
    fromDay(stored.decidedOn) === asked.decidedOn
  );
}
