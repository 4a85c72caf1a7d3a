import { randomUUID } from "node:crypto";
import { openCounsellingLoop } from "@alongside/services/counselling/open";
import { saveLabGrid } from "@alongside/services/lab-result/save-grid";
import { signedIn } from "@alongside/services/testing/test-context";
import { type Place, participantAt } from "./place";

/** How a programme might read its results. */
export function settings() {
  const schedule = {
    ...{ routineMonths: [6, 12], thenEveryMonths: 12, repeatAfterMonths: 3 },
    ...{ daysBefore: 30, daysAfter: 30 },
  };
  return { ruleId: "who-2023", verification: "flagged", doubleEntry: false, thirdPerson: false, schedule } as const;
}

/** An assay no laboratory has. */
export const OWN_ASSAY = {
  key: "bench-machine-plasma",
  platform: "Bench machine",
  name: { en: "Bench machine, plasma", zh: "台式机，血浆" },
  specimen: "plasma",
  unit: "copies-per-ml",
  lowerLimit: 20,
  upperLimit: 10_000_000,
  detectionLimit: null,
  loinc: { copies: null, log10: null, iu: null },
  meansOfBelow: "ask",
  iuPerCopy: null,
  source: "The maker's leaflet",
  validFrom: "2026-01-01",
} as const;

/** So many copies on 4 May 2026, as a row that nobody has sent yet. */
export function labRowAt(participantId: string, value: string) {
  const dates = { collectedOn: "2026-05-04", receivedOn: null, testedOn: null, returnedOn: null, asPrinted: null };
  const limits = { lowerLimitCopiesPerMl: 40, upperLimitCopiesPerMl: 10_000_000, detectionLimitCopiesPerMl: null };
  const assay = { key: "abbott-realtime-plasma-600", edition: "1" };
  const number = { state: "quantified", value, unit: "copies-per-ml", comparator: null };
  const measurement = { specimen: "plasma", assay, reason: "routine", ...dates, ...limits, ...number };
  return { resultId: randomUUID(), participantId, kind: "viral-load" as const, measurement, reasons: {} };
}

/** A result that waits for a second person, of somebody enrolled at the place. */
export async function labResultAt(place: Place) {
  const { db, programmeId } = place;
  const { participantId } = await participantAt(place);
  const nurse = await signedIn(db, { programmeId, role: "clinic-staff" });
  const row = labRowAt(participantId, "2400");
  const saved = await saveLabGrid(nurse, { programmeId, saveId: randomUUID(), rows: [row] });
  if (!saved.ok || saved.value.rows[0]?.outcome !== "saved") throw new Error(JSON.stringify(saved));
  return { programmeId, participantId, resultId: row.resultId };
}

/** A counselling loop that could be opened for somebody at the place. */
export async function loopAt(place: Place) {
  return { ...(await labResultAt(place)), loopId: randomUUID(), openedOn: "2026-05-10" };
}

/** A session in a loop that is open. */
export async function counsellingAt(place: Place) {
  const loop = await loopAt(place);
  const nurse = await signedIn(place.db, { programmeId: place.programmeId, role: "clinic-staff" });
  const opened = await openCounsellingLoop(nurse, loop);
  if (!opened.ok) throw new Error(opened.failure.reason);
  const { programmeId, participantId, loopId } = loop;
  const session = { kind: "session" as const, happenedOn: "2026-05-12" };
  return { programmeId, participantId, loopId, eventId: randomUUID(), ...session };
}

/** An assay the programme has added. */
export async function ownAssayAt({ db, programmeId }: Place) {
  const assay = { ...OWN_ASSAY, edition: randomUUID().slice(0, 8) };
  await db.assay.create({ data: { programmeId, key: assay.key, edition: assay.edition, content: assay } });
  return { key: assay.key, edition: assay.edition };
}
