import type { Accounts } from "@alongside/auth/accounts";
import { appendEvents } from "@alongside/db/audit/append-events";
import type { Tx } from "@alongside/db/client";
import { rebuildStandings } from "@alongside/db/lab-standing/rebuild";
import { CHARACTERISTICS } from "@alongside/domain/characteristics/characteristics";
import { insertAssessments } from "../assessment/insert-assessments";
import { insertResults } from "../lab-result/insert-results";
import { DEFAULT_SETTINGS } from "../laboratory-settings/settings";
import { dueOn } from "../worklist/standing-sql";
import type { Demo } from "./generate-demo";
import type { DemoLaboratory } from "./generate-laboratory";
import { publishReport } from "./publish-report";
import { DEMO_PASSWORD } from "./sign-ins";
import { type PartOfParticipant, splitAt } from "./split-at";
import { writeSnapshot } from "./write-snapshot";

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
  await tx.identitySettings.create({ data: recordsWho(demo) });
  await tx.analysisPlan.create({ data: { ...demo.analysisPlan, content: { ...demo.analysisPlan.content } } });
  await tx.cohortDefinition.createMany({ data: demo.defined.definitions });
  await tx.cohortDefinitionVersion.createMany({ data: demo.defined.versions });
  const { early, late } = splitAt(participants, demo.frozen.takenAt);
  await writeParticipants(tx, programme.id, early);
  const frozen = [await writeSnapshot(tx, demo), ...(await publishReport(tx, demo))];
  await writeParticipants(tx, programme.id, late);
  await tx.participantCharacteristics.createMany({ data: demo.characteristics });
  await tx.volunteer.createMany({ data: demo.support.volunteers });
  await tx.supportContact.createMany({ data: demo.support.contacts });
  await tx.changeStatistic.deleteMany({ where: { programmeId: programme.id } });
  await tx.changeStatistic.createMany({ data: demo.cells.map((cell) => ({ programmeId: programme.id, ...cell })) });
  await writeLaboratory(tx, programme.id, demo.laboratory);
  await tx.laboratory.create({ data: demo.sent.laboratory });
  await tx.laboratoryMapping.create({ data: demo.sent.mapping });
  await tx.labImport.create({ data: demo.sent.labImport });
  await tx.labImportRow.createMany({ data: demo.sent.rows });
  await tx.rowRelease.createMany({ data: demo.outgoing.releases });
  await tx.rowReleaseDecision.createMany({ data: demo.outgoing.decisions });
  await tx.rowReleaseTaking.createMany({ data: demo.outgoing.takings });
  const trail = [...demo.trail, ...frozen].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  for (const statement of appendEvents(trail)) await tx.$executeRaw(statement);
}

/** The demonstration records who people are, so that cohorts can be defined by it. */
function recordsWho({ programme, analysisPlan }: Demo) {
  const saved = { savedById: analysisPlan.savedById, savedAt: programme.createdAt };
  const kept = { contactDetails: false, duplicateRecipe: "none", characteristics: [...CHARACTERISTICS] };
  return { programmeId: programme.id, version: 1, ...kept, ...saved };
}

/** Enrols people who are new, and stores what they answered. */
async function writeParticipants(tx: Tx, programmeId: string, rows: readonly PartOfParticipant[]): Promise<void> {
  const enrolled = rows.filter(({ isNew }) => isNew);
  await tx.participantCode.createMany({
    data: enrolled.map(({ participant: { code, participantId } }) => ({
      claim: `${programmeId}:${code}`,
      participantId,
    })),
  });
  await tx.participant.createMany({ data: enrolled.map(({ participant }) => participant) });
  await tx.enrolment.createMany({ data: enrolled.flatMap(({ enrolments }) => enrolments) });
  const statements = insertAssessments({
    assessments: rows.flatMap(({ assessments }) => assessments),
    scores: rows.flatMap(({ scores }) => scores),
    deltas: [],
  });
  for (const statement of statements) await tx.$executeRaw(statement);
}

async function writeLaboratory(tx: Tx, programmeId: string, laboratory: DemoLaboratory): Promise<void> {
  await tx.treatmentStart.createMany({ data: laboratory.starts });
  await tx.consent.createMany({ data: laboratory.consents });
  await tx.$executeRaw(insertResults(laboratory.results));
  await tx.labVerification.createMany({ data: laboratory.verifications });
  await tx.counsellingLoop.createMany({ data: laboratory.loops });
  await tx.counsellingEvent.createMany({ data: laboratory.events });
  await rebuildStandings(tx, programmeId, dueOn(DEFAULT_SETTINGS));
}
