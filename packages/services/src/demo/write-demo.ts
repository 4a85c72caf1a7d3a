import type { Accounts } from "@alongside/auth/accounts";
import type { Tx } from "@alongside/db/client";
import type { Demo } from "./generate-demo";
import type { DemoParticipant } from "./generate-person";
import { DEMO_PASSWORD } from "./sign-ins";

/** Writes the simulated programme and its people in bulk, in the caller's transaction. */
export async function writeDemo(tx: Tx, accounts: Accounts, demo: Demo): Promise<void> {
  const { programme, participants } = demo;
  await tx.programme.create({ data: programme });
  await tx.site.createMany({ data: demo.sites });
  await tx.cohort.createMany({ data: demo.cohorts });
  await tx.timepoint.createMany({ data: demo.timepoints });
  await tx.instrumentUse.createMany({ data: demo.uses });
  for (const person of demo.people) {
    await accounts.create(tx, { ...person, password: DEMO_PASSWORD, mustChangePassword: false });
  }
  await tx.membership.createMany({ data: demo.memberships });
  await tx.participantCode.createMany({
    data: participants.map(({ participant: { code, participantId } }) => ({
      claim: `${programme.id}:${code}`,
      participantId,
    })),
  });
  await tx.participant.createMany({ data: participants.map(({ participant }) => participant) });
  await tx.enrolment.createMany({ data: participants.flatMap(({ enrolments }) => enrolments) });
  await writeAssessments(
    tx,
    participants.flatMap(({ assessments }) => assessments),
  );
  await writeScores(
    tx,
    participants.flatMap(({ scores }) => scores),
  );
  await tx.changeStatistic.createMany({ data: demo.cells.map((cell) => ({ programmeId: programme.id, ...cell })) });
  await tx.auditEvent.createMany({ data: demo.trail });
}

// The two large tables go over as one text each: row by row they would take most of the time of a first start.

async function writeAssessments(tx: Tx, rows: readonly DemoParticipant["assessments"][number][]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO assessment (participant_id, id, programme_id, timepoint_id, instrument, edition, mode, language,
                            answered_on, answers, content_hash, recorded_by_id, recorded_at)
    SELECT r."participantId", r.id, r."programmeId", r."timepointId", r.instrument, r.edition, r.mode, r.language,
           r."answeredOn", r.answers, r."contentHash", r."recordedById", r."recordedAt"
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(
           "participantId" uuid, id uuid, "programmeId" uuid, "timepointId" uuid, instrument text, edition text, mode text,
           language text, "answeredOn" date, answers jsonb, "contentHash" text, "recordedById" uuid,
           "recordedAt" timestamptz)`;
}

async function writeScores(tx: Tx, rows: readonly DemoParticipant["scores"][number][]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO score (participant_id, assessment_id, measure, programme_id, site_id, cohort_id, timepoint_id, outcome,
                       value, items_used, items_total, prorated, provenance)
    SELECT r."participantId", r."assessmentId", r.measure, r."programmeId", r."siteId", r."cohortId", r."timepointId",
           r.outcome, r.value, r."itemsUsed", r."itemsTotal", r.prorated, r.provenance
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(
           "participantId" uuid, "assessmentId" uuid, measure text, "programmeId" uuid, "siteId" uuid, "cohortId" uuid,
           "timepointId" uuid, outcome text, value float8, "itemsUsed" int, "itemsTotal" int, prorated boolean,
           provenance jsonb)`;
}
