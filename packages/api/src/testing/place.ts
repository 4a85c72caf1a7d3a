import { randomUUID } from "node:crypto";
import type { Db } from "@alongside/db/client";
import { makePerson, makeProgramme } from "@alongside/db/testing/factories";
import { findInstrument } from "@alongside/domain/instruments/registry";
import type { saveAssessmentInput } from "@alongside/services/assessment/input";
import { saveAssessment } from "@alongside/services/assessment/save";
import type { Context } from "@alongside/services/context";
import { enableInstrument } from "@alongside/services/instrument/enable";
import { enrolParticipant } from "@alongside/services/participant/enrol";
import { uploadAndCheck } from "@alongside/services/testing/study-files";
import { signedIn } from "@alongside/services/testing/test-context";
import type { z } from "zod";

/** One site of a programme, and somebody who may do everything there, to make what a call needs. */
export interface Place {
  readonly db: Db;
  readonly programmeId: string;
  readonly siteId: string;
  readonly cohortId: string;
  readonly timepointIds: readonly [string, string, string];
  readonly administrator: Context;
}

/** The edition of an instrument of the catalogue. */
export const editionOf = (code: string): string => findInstrument(code)?.edition ?? "";

/** A new programme with two sites, with one instrument in use, as its two places. */
export async function makePlaces(db: Db): Promise<readonly [Place, Place]> {
  const { programme, sites, cohorts, timepoints } = await makeProgramme(db);
  const programmeId = programme.id;
  const administrator = await signedIn(db, { programmeId, role: "administrator" });
  await enableInstrument(administrator, { programmeId, instrument: "gad7", edition: editionOf("gad7") });
  const [a, b, c] = timepoints;
  const rest = { db, programmeId, cohortId: cohorts[0].id, administrator, timepointIds: [a.id, b.id, c.id] as const };
  return [
    { ...rest, siteId: sites[0].id },
    { ...rest, siteId: sites[1].id },
  ];
}

/** Somebody enrolled at the place. */
export async function participantAt(place: Place): Promise<{ readonly participantId: string; readonly code: string }> {
  const { programmeId, siteId, cohortId } = place;
  const input = { programmeId, participantId: randomUUID(), siteId, cohortId, enrolledOn: "2026-01-05" };
  const enrolled = await enrolParticipant(place.administrator, input);
  if (!enrolled.ok) throw new Error(enrolled.failure.reason);
  return enrolled.value;
}

type Form = z.input<typeof saveAssessmentInput>;

/** A filled-in baseline form of somebody enrolled at the place, not sent yet. */
export async function formAt(place: Place): Promise<Form> {
  const { participantId } = await participantAt(place);
  return {
    programmeId: place.programmeId,
    participantId,
    assessmentId: randomUUID(),
    timepointId: place.timepointIds[0],
    instrument: "gad7",
    edition: editionOf("gad7"),
    mode: "interview",
    language: "en",
    answeredOn: "2026-01-06",
    answers: { "gad7.i1": 1 },
  };
}

/** A form that is stored. */
export async function savedAt(place: Place): Promise<Form> {
  const form = await formAt(place);
  const saved = await saveAssessment(place.administrator, form);
  if (!saved.ok) throw new Error(saved.failure.reason);
  return form;
}

/** A stored form of which another version came under the same id. */
export async function conflictAt(place: Place): Promise<Form & { readonly conflictId: string }> {
  const form = await savedAt(place);
  await saveAssessment(place.administrator, { ...form, answers: { "gad7.i1": 2 } });
  const conflict = await place.db.assessmentConflict.findFirstOrThrow({ where: { assessmentId: form.assessmentId } });
  return { ...form, conflictId: conflict.id };
}

/** Somebody who works in the programme. */
export async function colleagueAt(place: Place): Promise<string> {
  const { user } = await makePerson(place.db, { programmeId: place.programmeId, role: "researcher" });
  return user.id;
}

/** A study file that was uploaded and checked. */
export async function studyFileAt(place: Place): Promise<string> {
  // Only so many files may wait in a programme, and the table asks for one in almost every row.
  await place.db.studyImport.deleteMany({ where: { programmeId: place.programmeId, status: { not: "done" } } });
  const rows = ["p1 A pre mood 20 2025-01-06", "p1 A post mood 12 2025-04-07"];
  const file = `id,arm,when,what,value,day\n${rows.map((row) => row.replaceAll(" ", ",")).join("\n")}\n`;
  return (await uploadAndCheck(place.administrator, place.programmeId, file)).importId;
}

/** A wording pack the programme holds. */
export async function packAt(place: Place): Promise<string> {
  const pack = await place.db.wordingPack.create({
    data: {
      programmeId: place.programmeId,
      instrument: "gad7",
      edition: editionOf("gad7"),
      language: `x-${randomUUID().slice(0, 8)}`,
      content: {},
      permission: {},
      loadedById: place.administrator.actor?.userId ?? "",
    },
  });
  return pack.id;
}
