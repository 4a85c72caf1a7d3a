import { onlyRecorded } from "@alongside/domain/characteristics/characteristics";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise, coversPerson, mayAt, mayReadPerson, type Scope } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import { fromDay } from "../calendar-date";
import { currentCharacteristics } from "../characteristics/current";
import { closedFor, endsAsking } from "../consent/collecting-columns";
import type { Context } from "../context";
import { currentIdentity } from "../identity-settings/settings";
import { parseInput } from "../parse-input";
import { readPlan } from "../schedule/plan";
import { progressOf, waveStates } from "../schedule/wave-states";
import { nameInstrument } from "./name-instrument";
import { readTrajectories } from "./trajectories";
import { readVersions, type VersionsAt } from "./versions";

export const readParticipantInput = z.object({ programmeId: z.uuid(), participantId: z.uuid() });

/**
 * A participant's record as this person may see it: where they stand, the plan with every assessment and its versions,
 * and the course of their scores (null for those who may not see scores). Reading it is written to the audit trail.
 */
export async function readParticipant(context: Context, input: z.input<typeof readParticipantInput>) {
  const parsed = parseInput(readParticipantInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, participantId } = parsed.value;
  const scope = authorise(context, "participant.read", programmeId);
  if (!scope.ok) return scope;
  const { db } = scope.value;
  const [person, plan] = await Promise.all([
    readPerson(scope.value, participantId),
    readPlan(db, programmeId, context.now()),
  ]);
  const enrolment = person?.enrolments.find((one) => one.current);
  if (person === null || enrolment === undefined || plan === null) return fail("not-found", "participant.none");
  const { siteId } = person;
  if (person.programmeId !== programmeId || !coversPerson(scope.value, { participantId, siteId })) {
    return fail("not-found", "participant.none");
  }
  const seesScores = mayReadPerson(context, "score.read", programmeId, { participantId, siteId });
  const [versions, trajectories, names, who] = await Promise.all([
    readVersions(db, participantId),
    seesScores ? readTrajectories(db, programmeId, participantId) : null,
    readNames(scope.value, person.enrolments),
    mayAt(context, "characteristics.record", programmeId, siteId) ? readWho(scope.value, participantId) : null,
    writeAuditEvent(db, context, scope.value, participantId),
  ]);
  const period = {
    enrolledOn: fromDay(enrolment.enrolledOn),
    endedOn: enrolment.endedOn && fromDay(enrolment.endedOn),
  };
  const closed = await closedFor(db, { programmeId, participantId, ...period }, plan.today);
  const followed = { ...period, notAsked: endsAsking(closed), cohortKind: person.cohort.kind };
  const waves = waveStates(plan, followed, inForce(versions));
  const planned = new Set(
    waves.flatMap((one) => one.slots.map((slot) => `${one.wave.timepointId} ${slot.instrument}`)),
  );
  const at = new Map(versions.map((one) => [`${one.timepointId} ${one.instrument}`, one]));
  return ok({
    participantId,
    code: person.code,
    site: person.site.name,
    cohort: person.cohort.name,
    status: enrolment.status,
    ...period,
    today: plan.today,
    /** Why no form opens for this person today; null where forms do. */
    closed,
    /** Opened for reading only, from a site that is not theirs. */
    readOnly: !mayAt(context, "participant.read", programmeId, siteId),
    progress: progressOf(waves),
    enrolments: person.enrolments.map((one) => ({
      id: one.id,
      status: one.status,
      current: one.current,
      enrolledOn: fromDay(one.enrolledOn),
      endedOn: one.endedOn && fromDay(one.endedOn),
      reason: one.reason,
      recordedAt: one.recordedAt,
      recordedBy: one.recordedById === null ? null : (names.get(one.recordedById) ?? null),
    })),
    waves: waves.map(({ wave, window, state, slots }) => ({
      timepointId: wave.timepointId,
      code: wave.code,
      label: wave.label,
      kind: wave.kind,
      state,
      ...window,
      slots: slots.map((slot) => ({
        ...slot,
        ...nameInstrument(slot.instrument),
        versions: at.get(`${wave.timepointId} ${slot.instrument}`)?.versions ?? [],
      })),
    })),
    /** Collected, but not part of the plan as it is now: imported, or of an instrument switched off or asked of others. */
    others: versions
      .filter((one) => !planned.has(`${one.timepointId} ${one.instrument}`))
      .map((one) => ({ ...one, ...nameInstrument(one.instrument) })),
    trajectories,
    /** Who they are, as far as the programme records it; null for those who do not record it. */
    who,
  });
}

async function readWho({ db, programmeId }: Scope, participantId: string) {
  const [{ characteristics: recorded }, now] = await Promise.all([
    currentIdentity(db, programmeId),
    currentCharacteristics(db, participantId),
  ]);
  if (recorded.length === 0) return null;
  return { recorded, now: now && { ...now, characteristics: onlyRecorded(now.characteristics, recorded) } };
}

function readPerson({ db }: Scope, participantId: string) {
  return db.participant.findUnique({
    where: { participantId },
    select: {
      programmeId: true,
      siteId: true,
      code: true,
      site: { select: { name: true } },
      cohort: { select: { name: true, kind: true } },
      enrolments: { orderBy: [{ current: "desc" }, { recordedAt: "desc" }, { id: "desc" }] },
    },
  });
}

function inForce(versions: readonly VersionsAt[]) {
  return versions.flatMap(({ timepointId, instrument, versions: all }) => {
    const current = all.find((one) => one.current);
    return current === undefined ? [] : [{ timepointId, instrument, answeredOn: current.answeredOn }];
  });
}

async function readNames({ db }: Scope, rows: readonly { readonly recordedById: string | null }[]) {
  const ids = [...new Set(rows.flatMap((row) => row.recordedById ?? []))];
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map((one) => [one.id, one.name]));
}

type Loaded<T> = T extends Result<infer V> ? V : never;
export type ParticipantView = Loaded<Awaited<ReturnType<typeof readParticipant>>>;
