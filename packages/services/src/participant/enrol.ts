import type { Tx } from "@alongside/db/client";
import { isUniqueRefusal } from "@alongside/db/errors";
import { characteristicsSchema, recordedIn } from "@alongside/domain/characteristics/characteristics";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { makeParticipantCode } from "@alongside/domain/identity/participant-code";
import { todayIn } from "@alongside/domain/schedule/calendar-date";
import { z } from "zod";
import { authorise, coversSite, type Scope } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import { calendarDate, fromDay, toDay } from "../calendar-date";
import { addEnrolment } from "../change-statistic/add-enrolment";
import { writeCharacteristics } from "../characteristics/record";
import type { Context } from "../context";
import { currentIdentity } from "../identity-settings/settings";
import { parseInput } from "../parse-input";
import { duplicateClaim } from "./duplicate-claim";

export const enrolParticipantInput = z.object({
  programmeId: z.uuid(),
  /** Made by the caller, so that a repeated request enrols once. */
  participantId: z.uuid(),
  siteId: z.uuid(),
  cohortId: z.uuid(),
  enrolledOn: calendarDate,
  /** What the programme asks for to notice somebody enrolled twice. Only its keyed hash is stored. */
  attribute: z.string().trim().min(1).max(60).optional(),
  /** Who they are, as far as the programme records it. */
  characteristics: characteristicsSchema.optional(),
});
type EnrolInput = z.output<typeof enrolParticipantInput>;

export interface EnrolledParticipant {
  readonly participantId: string;
  /** The random code, written `XXXX-XXXX`: the only thing by which the programme knows the person. */
  readonly code: string;
}

/** Random symbols in a code; the rest are check symbols. */
const RANDOM_SYMBOLS = 6;
/** Codes are drawn at random from about a thousand million; a clash is drawn again. */
const DRAWS = 5;

/** Adds a person to a programme under a new random code and enrols them in a cohort. */
export async function enrolParticipant(
  context: Context,
  input: z.input<typeof enrolParticipantInput>,
): Promise<Result<EnrolledParticipant>> {
  const parsed = parseInput(enrolParticipantInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "participant.enrol", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const allowed = await checkPlace(context, scope.value, parsed.value);
  if (!allowed.ok) return allowed;
  const before = await findEnrolled(scope.value, parsed.value);
  if (before !== null) return before;
  const { programmeId, attribute, characteristics } = parsed.value;
  const identity = await currentIdentity(scope.value.db, programmeId);
  const claim = attribute === undefined ? ok(null) : duplicateClaim(context.vault, programmeId, identity, attribute);
  if (!claim.ok) return claim;
  if (characteristics && recordedIn(characteristics).some((one) => !identity.characteristics.includes(one))) {
    return fail("rule", "characteristics.not-recorded");
  }
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const code = makeParticipantCode([...context.randomBytes(RANDOM_SYMBOLS)].map((byte) => byte % 32));
    try {
      await scope.value.db.$transaction((tx) =>
        write(tx, context, scope.value, { ...parsed.value, claim: claim.value }, code),
      );
      return ok({ participantId: parsed.value.participantId, code });
    } catch (error) {
      if (!isUniqueRefusal(error)) throw error;
      const repeated = await findEnrolled(scope.value, parsed.value);
      if (repeated !== null) return repeated;
      // Somebody whom this scope cannot see.
      if (isUniqueRefusal(error, "participant_pkey")) return fail("conflict", "participant.id-reused");
    }
  }
  return fail("unexpected", "participant.no-code");
}

async function checkPlace(context: Context, scope: Scope, input: EnrolInput): Promise<Result<null>> {
  if (!coversSite(scope, input.siteId)) return fail("forbidden", "access.site");
  const { programmeId } = scope;
  const [programme, site, cohort] = await Promise.all([
    scope.db.programme.findUnique({ where: { id: programmeId }, select: { timeZone: true } }),
    scope.db.site.findFirst({ where: { id: input.siteId, programmeId, active: true }, select: { id: true } }),
    scope.db.cohort.findFirst({ where: { id: input.cohortId, programmeId, active: true }, select: { id: true } }),
  ]);
  if (site === null) return fail("not-found", "site.none");
  if (cohort === null) return fail("not-found", "cohort.none");
  // East of Greenwich the day begins before it does in UTC.
  if (input.enrolledOn > todayIn(programme?.timeZone ?? "UTC", context.now())) {
    return fail("invalid", "enrolment.in-future", { issues: [{ path: "enrolledOn", rule: "date.in-future" }] });
  }
  return ok(null);
}

async function findEnrolled(scope: Scope, input: EnrolInput): Promise<Result<EnrolledParticipant> | null> {
  const found = await scope.db.participant.findUnique({
    where: { participantId: input.participantId },
    include: { enrolments: { orderBy: [{ recordedAt: "asc" }, { id: "asc" }], take: 1 } },
  });
  if (found === null) return null;
  const first = found.enrolments[0];
  const same =
    found.programmeId === scope.programmeId &&
    found.siteId === input.siteId &&
    found.cohortId === input.cohortId &&
    first !== undefined &&
    fromDay(first.enrolledOn) === input.enrolledOn;
  return same
    ? ok({ participantId: found.participantId, code: found.code })
    : fail("conflict", "participant.id-reused");
}

async function write(
  tx: Tx,
  context: Context,
  scope: Scope,
  input: Omit<EnrolInput, "attribute"> & { readonly claim: string | null },
  code: string,
): Promise<void> {
  const { programmeId } = scope;
  const { participantId, siteId, cohortId } = input;
  await tx.participantCode.create({ data: { claim: `${programmeId}:${code}`, participantId } });
  await tx.participant.create({
    data: { participantId, programmeId, siteId, cohortId, code, createdAt: context.now() },
  });
  await tx.enrolment.create({
    data: {
      participantId,
      id: context.newId(),
      programmeId,
      status: "active",
      enrolledOn: toDay(input.enrolledOn),
      recordedById: scope.actorId,
      recordedAt: context.now(),
    },
  });
  await recordWho(tx, context, scope, input);
  if (input.claim !== null) await tx.duplicateMark.create({ data: { claim: input.claim, participantId, programmeId } });
  await addEnrolment(tx, context, { participantId, programmeId, siteId, cohortId });
  await writeAuditEvent(tx, context, scope, participantId);
}

async function recordWho(
  tx: Tx,
  context: Context,
  { programmeId, actorId }: Scope,
  { participantId, characteristics }: Pick<EnrolInput, "participantId" | "characteristics">,
): Promise<void> {
  if (characteristics === undefined || recordedIn(characteristics).length === 0) return;
  const place = { programmeId, participantId, id: context.newId(), recordedById: actorId, recordedAt: context.now() };
  await writeCharacteristics(tx, place, characteristics);
}
