import { makeParticipant, makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { isExpected } from "@alongside/domain/schedule/asked-of";
import { addDays } from "@alongside/domain/schedule/calendar-date";
import { dueState } from "@alongside/domain/schedule/due-state";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { listDueAssessments } from "../assessment/list-due";
import { openAssessmentForm } from "../assessment/open-form";
import { saveAssessment } from "../assessment/save";
import { toDay } from "../calendar-date";
import type { Context } from "../context";
import { readHome } from "../home/read";
import { listParticipants } from "../participant/list";
import { readParticipant } from "../participant/read";
import { GAD7_ONES, type SaveInput } from "../testing/collecting";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";

const database = useTestDatabase();
const TODAY = "2026-06-15";
const USES = [
  { instrument: "gad7", timepointCodes: ["baseline"], askedOf: "everyone" },
  { instrument: "alongside-mechanisms", timepointCodes: ["end"], askedOf: "peer-support" },
  { instrument: "who5", timepointCodes: [], askedOf: "comparison" },
] as const;
/** Days since enrolment: open, overdue and upcoming at each of the three timepoints. */
const AGO = [3, 50, 100, 130, 200, 300];

let plan: Awaited<ReturnType<typeof makeProgramme>>;
let programmeId: string;
let evaluator: Context;
interface Person {
  readonly participantId: string;
  readonly code: string;
  readonly cohortKind: string;
  readonly enrolledOn: string;
}
let people: readonly Person[];

const editionOf = (code: string) => findInstrument(code)?.edition ?? "";

beforeAll(async () => {
  const { db } = database;
  plan = await makeProgramme(db);
  programmeId = plan.programme.id;
  evaluator = await signedIn(db, { programmeId, role: "evaluator" });
  const other = await db.cohort.create({ data: { programmeId, name: "Volunteers", kind: "other", position: 2 } });
  for (const [position, { timepointCodes, ...use }] of USES.entries()) {
    const row = { ...use, programmeId, position, timepointCodes: [...timepointCodes] };
    await db.instrumentUse.create({ data: { ...row, edition: editionOf(use.instrument) } });
  }
  const made: Person[] = [];
  for (const cohort of [...plan.cohorts, other])
    for (const days of AGO) {
      const enrolledOn = addDays(TODAY, -days);
      const at = { programmeId, siteId: plan.sites[0].id, cohortId: cohort.id, enrolledOn: toDay(enrolledOn) };
      const { participant } = await makeParticipant(db, at);
      const { participantId, code } = participant;
      made.push({ participantId, code, cohortKind: cohort.kind, enrolledOn });
    }
  people = made;
});

/** What the pure rules say is expected of somebody: `timepoint instrument state`. */
function expectedOf({ cohortKind, enrolledOn }: Person): readonly string[] {
  return plan.timepoints.flatMap((timepoint) =>
    USES.filter((use) => isExpected(use, { timepointCode: timepoint.code, cohortKind })).map(({ instrument }) => {
      const { state } = dueState(timepoint, { enrolledOn, endedOn: null }, null, TODAY);
      return `${timepoint.code} ${instrument} ${state}`;
    }),
  );
}

/** Waves of somebody at which something is in this state. */
function wavesOf(person: Person, state: string): number {
  const found = expectedOf(person).filter((line) => line.endsWith(` ${state}`));
  return new Set(found.map((line) => line.split(" ")[0])).size;
}

const anybody = (cohort: 0 | 1): Person => {
  const found = people.find(({ cohortKind }) => cohortKind === plan.cohorts[cohort].kind);
  if (found === undefined) throw new Error("nobody");
  return found;
};

function formOf({ participantId, enrolledOn }: Person, instrument: string, answers: SaveInput["answers"]): SaveInput {
  return {
    ...{ programmeId, participantId, assessmentId: uuidv7(), instrument, edition: editionOf(instrument), answers },
    ...{ timepointId: plan.timepoints[1].id, mode: "interview", language: "en", answeredOn: enrolledOn },
  };
}

describe("whom an instrument is asked of", () => {
  it.each(["open", "overdue"] as const)("decides in SQL what is %s exactly as the pure rule does", async (state) => {
    const home = await readHome(evaluator, { programmeId });
    if (!home.ok) throw new Error(home.failure.reason);
    expect(home.value.due?.[state].count).toBe(people.reduce((sum, person) => sum + wavesOf(person, state), 0));
    const page = await listParticipants(evaluator, { programmeId, due: state });
    if (!page.ok) throw new Error(page.failure.reason);
    const concerned = people.filter((person) => wavesOf(person, state) > 0);
    expect(page.value.rows.map(({ code }) => code)).toEqual(concerned.map(({ code }) => code).toSorted());
    // Each kind of cohort has somebody of whom it is, so all of them were put to the test.
    expect(new Set(concerned.map(({ cohortKind }) => cohortKind)).size).toBe(3);
    expect(concerned.length).toBeLessThan(people.length);
  });

  it("gives every person exactly the places that the pure rule expects of them", async () => {
    for (const person of people) {
      const which = { programmeId, participantId: person.participantId };
      const [due, page] = [await listDueAssessments(evaluator, which), await readParticipant(evaluator, which)];
      if (!due.ok || !page.ok) throw new Error("not found");
      const wanted = expectedOf(person);
      const places = due.value.places.map((one) => `${one.timepointCode} ${one.instrument} ${one.state}`);
      expect(places).toEqual(wanted);
      const slots = page.value.waves.flatMap((wave) =>
        wave.slots.map((slot) => `${wave.code} ${slot.instrument} ${slot.state}`),
      );
      expect(slots).toEqual(wanted);
      expect(page.value.progress.expected).toBe(wanted.length);
    }
  });

  it("refuses a form for somebody it is not asked of, and stores nothing", async () => {
    const person = anybody(1);
    const saved = await saveAssessment(evaluator, formOf(person, "alongside-mechanisms", {}));
    expect(reasonOf(saved)).toBe("rule:instrument.not-for-cohort");
    expect(await database.db.assessment.count({ where: { participantId: person.participantId } })).toBe(0);
    const place = { timepointCode: "end", instrument: "alongside-mechanisms" };
    const opened = await openAssessmentForm(evaluator, { programmeId, participantId: person.participantId, ...place });
    expect(reasonOf(opened)).toBe("not-found:assessment.not-planned");
    const filledIn = formOf(anybody(0), "alongside-mechanisms", { "alongside-mechanisms.training-1": 2 });
    expect(reasonOf(await saveAssessment(evaluator, filledIn))).toBe("ok");
  });

  it("leaves what was collected before where it is, outside the plan", async () => {
    const person = anybody(0);
    const { participantId } = person;
    const which = { programmeId_instrument_edition: { programmeId, instrument: "gad7", edition: editionOf("gad7") } };
    const baseline = { ...formOf(person, "gad7", GAD7_ONES), timepointId: plan.timepoints[0].id };
    expect(reasonOf(await saveAssessment(evaluator, baseline))).toBe("ok");
    await database.db.instrumentUse.update({ where: which, data: { askedOf: "comparison" } });
    const page = await readParticipant(evaluator, { programmeId, participantId });
    await database.db.instrumentUse.update({ where: which, data: { askedOf: "everyone" } });
    if (!page.ok) throw new Error(page.failure.reason);
    expect(page.value.waves.flatMap(({ slots }) => slots.map(({ instrument }) => instrument))).not.toContain("gad7");
    expect(page.value.others).toMatchObject([{ instrument: "gad7", versions: [{ current: true }] }]);
  });
});
