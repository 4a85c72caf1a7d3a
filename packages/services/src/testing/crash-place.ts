import { rebuildCells } from "@alongside/db/change-statistic/rebuild";
import type { Db } from "@alongside/db/client";
import { rebuildStandings } from "@alongside/db/lab-standing/rebuild";
import { makeProgramme } from "@alongside/db/testing/factories";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { uuidv7 } from "uuidv7";
import { DEFAULT_SETTINGS } from "../laboratory-settings/settings";
import { dueOn } from "../worklist/standing-sql";
import { RESPONSE_PATH, type SaveInput } from "./collecting";
import type { CrashWrite } from "./crash-clients";
import { copies, viralLoadRow } from "./laboratory";

/** Asked at every timepoint of the programme that clients write into. */
const INSTRUMENTS = ["gad7", "phq9"] as const;
const ANSWERED_ON = "2026-05-04";

/** A programme with so many people enrolled, into whom clients write while things are killed. */
export interface CrashPlace {
  readonly programmeId: string;
  readonly participantIds: readonly string[];
  readonly timepointIds: readonly string[];
}

/** Makes the programme, as the owner of the tables. */
export async function makeCrashPlace(owner: Db, people: number): Promise<CrashPlace> {
  const { programme, sites, cohorts, timepoints } = await makeProgramme(owner);
  const programmeId = programme.id;
  for (const [position, instrument] of INSTRUMENTS.entries()) {
    const edition = findInstrument(instrument)?.edition ?? "";
    await owner.instrumentUse.create({
      data: { programmeId, instrument, edition, position, responsePath: RESPONSE_PATH },
    });
  }
  const participantIds = Array.from({ length: people }, () => uuidv7());
  const at = { programmeId, siteId: sites[0].id, cohortId: cohorts[0].id };
  await owner.participant.createMany({
    data: participantIds.map((participantId, n) => ({ ...at, participantId, code: `C${n}` })),
  });
  await owner.enrolment.createMany({
    data: participantIds.map((participantId) => {
      return { programmeId, participantId, status: "active", enrolledOn: new Date("2026-01-05") };
    }),
  });
  await rebuildCells(owner, programmeId);
  await owner.$transaction((tx) => rebuildStandings(tx, programmeId, dueOn(DEFAULT_SETTINGS)));
  return { programmeId, participantIds, timepointIds: timepoints.map(({ id }) => id) };
}

/**
 * The writes that clients send, never the same twice: forms of the same person at several timepoints close together, and
 * between them stacks of one to three results. Throws a RangeError when everything has been asked of everybody.
 */
export function crashWrites({ programmeId, participantIds, timepointIds }: CrashPlace): () => CrashWrite {
  const slots = timepointIds.flatMap((timepointId) => INSTRUMENTS.map((instrument) => ({ timepointId, instrument })));
  let forms = 0;
  let tested = 0;
  let made = 0;
  const form = (): CrashWrite => {
    const participantId = participantIds[Math.floor(forms / slots.length)];
    const slot = slots[forms % slots.length];
    if (participantId === undefined || slot === undefined) throw new RangeError("every form has been filled in");
    forms += 1;
    const instrument = findInstrument(slot.instrument);
    const answers = Object.fromEntries((instrument?.items ?? []).map(({ id }, item) => [id, (forms + item) % 3]));
    const input: SaveInput = {
      ...{ programmeId, participantId, assessmentId: uuidv7(), timepointId: slot.timepointId },
      ...{ instrument: slot.instrument, edition: instrument?.edition ?? "", mode: "paper", language: "en" },
      ...{ answeredOn: ANSWERED_ON, answers },
    };
    return { kind: "assessment", input };
  };
  const results = (): CrashWrite => {
    const people = participantIds.slice(tested, tested + 1 + (made % 3));
    if (people.length === 0) throw new RangeError("everybody has been tested");
    tested += people.length;
    const rows = people.map((participantId, n) => viralLoadRow(participantId, copies(String(100 + made + n))));
    return { kind: "results", input: { programmeId, saveId: uuidv7(), rows } };
  };
  return () => {
    made += 1;
    return made % 4 === 0 ? results() : form();
  };
}
