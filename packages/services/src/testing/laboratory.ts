import type { Db } from "@alongside/db/client";
import { makeProgramme } from "@alongside/db/testing/factories";
import type { ViralLoad } from "@alongside/domain/viral-load/measurement";
import { uuidv7 } from "uuidv7";
import type { Context } from "../context";
import type { LabRow } from "../lab-result/input";
import { saveLabGrid } from "../lab-result/save-grid";
import { enrolParticipant } from "../participant/enrol";
import { signedIn } from "./test-context";

/** A programme with people who enter results at both sites and one who looks after everything. */
export async function makeLaboratory(db: Db) {
  const plan = await makeProgramme(db);
  const programmeId = plan.programme.id;
  const [nurse, colleague, administrator] = [
    await signedIn(db, { programmeId, role: "clinic-staff" }),
    await signedIn(db, { programmeId, role: "clinic-staff" }),
    await signedIn(db, { programmeId, role: "administrator" }),
  ];
  return { plan, programmeId, nurse, colleague, administrator };
}
export type TestLaboratory = Awaited<ReturnType<typeof makeLaboratory>>;

/** Somebody enrolled on 5 January 2026. */
export async function enrolAt({ plan, programmeId, nurse }: TestLaboratory, siteIndex: 0 | 1 = 0) {
  const place = { siteId: plan.sites[siteIndex].id, cohortId: plan.cohorts[0].id };
  const enrolled = await enrolParticipant(nurse, {
    ...{ programmeId, participantId: uuidv7(), ...place, enrolledOn: "2026-01-05" },
  });
  if (!enrolled.ok) throw new Error(enrolled.failure.reason);
  return enrolled.value;
}

/** What every viral load of the tests has in common: plasma, Abbott 600 µL, no later date than collection. */
export const VIRAL_LOAD = {
  specimen: "plasma",
  assay: { key: "abbott-realtime-plasma-600", edition: "1" },
  reason: "routine",
  collectedOn: "2026-05-04",
  receivedOn: null,
  testedOn: null,
  returnedOn: null,
  asPrinted: null,
  lowerLimitCopiesPerMl: 40,
  upperLimitCopiesPerMl: 10_000_000,
  detectionLimitCopiesPerMl: null,
} as const;

/** So many copies, as counted. */
export function copies(value: string, over: Partial<ViralLoad> = {}) {
  return { ...VIRAL_LOAD, state: "quantified", value, unit: "copies-per-ml", comparator: null, ...over };
}

/** Found, below the assay's limit. */
export function belowLimit(over: Partial<ViralLoad> = {}) {
  return { ...VIRAL_LOAD, state: "below-quantification", comparator: "<", value: null, unit: null, ...over };
}

/** A row of viral load that nobody has sent yet. */
export function viralLoadRow(participantId: string, measurement: LabRow["measurement"], over: Partial<LabRow> = {}) {
  return {
    resultId: uuidv7(),
    participantId,
    kind: "viral-load" as const,
    measurement,
    timepointCode: null,
    reasons: {},
    ...over,
  };
}

/** Saves rows; gives their outcomes. */
export async function saveRowsAs(context: Context, programmeId: string, rows: readonly LabRow[], saveId = uuidv7()) {
  const saved = await saveLabGrid(context, { programmeId, saveId, rows: [...rows] });
  if (!saved.ok) throw new Error(saved.failure.reason);
  return saved.value.rows;
}
