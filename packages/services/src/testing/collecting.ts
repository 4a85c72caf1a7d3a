import type { Db } from "@alongside/db/client";
import { makeProgramme } from "@alongside/db/testing/factories";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { uuidv7 } from "uuidv7";
import type { saveAssessment } from "../assessment/save";
import type { Context } from "../context";
import { enrolParticipant } from "../participant/enrol";
import { signedIn } from "./test-context";

export type SaveInput = Parameters<typeof saveAssessment>[1];

/** Every item of GAD-7 answered with 1: a total of 7. */
export const GAD7_ONES = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`gad7.i${i + 1}`, 1]));

export const RESPONSE_PATH = { contact: "Nurse on duty", withinHours: 4, firstWords: "Thank you for telling me." };

const editionOf = (code: string) => findInstrument(code)?.edition ?? "";

/** A programme that asks GAD-7, PHQ-9 with a response path, and the Core Set at the end only; and its evaluator. */
export async function makeCollecting(db: Db) {
  const plan = await makeProgramme(db);
  const programmeId = plan.programme.id;
  const uses = [
    { instrument: "gad7", position: 0 },
    { instrument: "phq9", position: 1, responsePath: RESPONSE_PATH },
    { instrument: "alongside-core", position: 2, timepointCodes: ["end"] },
  ];
  for (const use of uses) {
    await db.instrumentUse.create({ data: { ...use, programmeId, edition: editionOf(use.instrument) } });
  }
  const evaluator = await signedIn(db, { programmeId, role: "evaluator" });
  return { plan, programmeId, evaluator };
}
export type Collecting = Awaited<ReturnType<typeof makeCollecting>>;

/** Somebody enrolled on 5 January 2026, and the GAD-7 form that would be sent for them at baseline. */
export async function newForm(
  { plan, programmeId, evaluator }: Collecting,
  at: { readonly siteIndex?: 0 | 1; readonly by?: Context } = {},
): Promise<SaveInput> {
  const participantId = uuidv7();
  const place = { siteId: plan.sites[at.siteIndex ?? 0].id, cohortId: plan.cohorts[0].id };
  await enrolParticipant(at.by ?? evaluator, { programmeId, participantId, ...place, enrolledOn: "2026-01-05" });
  return {
    programmeId,
    participantId,
    assessmentId: uuidv7(),
    timepointId: plan.timepoints[0].id,
    instrument: "gad7",
    edition: editionOf("gad7"),
    mode: "interview",
    language: "en",
    answeredOn: "2026-01-06",
    answers: GAD7_ONES,
  };
}

/** The same person's PHQ-9 at baseline, with these answers. */
export function phq9Form(form: SaveInput, answers: SaveInput["answers"]): SaveInput {
  return { ...form, assessmentId: uuidv7(), instrument: "phq9", edition: editionOf("phq9"), answers };
}
