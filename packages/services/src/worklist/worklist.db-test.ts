import { verifyStandings } from "@alongside/db/lab-standing/rebuild";
import { makeParticipant } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { DEFAULT_LAB_SCHEDULE, nextResultDue } from "@alongside/domain/laboratory/schedule";
import { addDays } from "@alongside/domain/schedule/calendar-date";
import { categorise } from "@alongside/domain/viral-load/categorise";
import { THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { toDay } from "../calendar-date";
import { recordContactConsent } from "../contact-consent/record";
import { openCounsellingLoop } from "../counselling/open";
import { recordCounsellingEvent } from "../counselling/record-event";
import { insertResults, type ResultRow } from "../lab-result/insert-results";
import { measurementOf, RESULT_JSON, type StoredResult } from "../lab-result/stored-result";
import { verifyLabResult } from "../lab-result/verify";
import { saveLaboratorySettings } from "../laboratory-settings/save";
import { DEFAULT_SETTINGS } from "../laboratory-settings/settings";
import {
  copies,
  enrolAt,
  makeLaboratory,
  saveRowsAs,
  type TestLaboratory,
  VIRAL_LOAD,
  viralLoadRow,
} from "../testing/laboratory";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { recordTreatmentStart } from "../treatment/record-start";
import { listContacts } from "./contacts";
import { countWorklists } from "./count";
import { readWorklist } from "./read";
import { dueOn } from "./standing-sql";
import { WORKLISTS, type Worklist } from "./worklist-names";

const database = useTestDatabase();
const TODAY = "2026-06-15";

/** Somebody of whom these results are known, on treatment since a day. */
async function person(
  lab: TestLaboratory,
  startedOn: string | null,
  results: readonly Record<string, unknown>[],
  siteIndex: 0 | 1 = 0,
) {
  const enrolled = await enrolAt(lab, siteIndex);
  const { participantId } = enrolled;
  if (startedOn !== null) {
    const start = { programmeId: lab.programmeId, participantId, startId: uuidv7(), startedOn };
    expect(reasonOf(await recordTreatmentStart(lab.nurse, start))).toBe("ok");
  }
  const reasons = Object.fromEntries(["jump", "early-treatment"].map((check) => [check, "Looked at twice"]));
  for (const measurement of results) {
    const row = viralLoadRow(participantId, measurement, { reasons });
    expect(await saveRowsAs(lab.nurse, lab.programmeId, [row])).toMatchObject([{ outcome: "saved" }]);
  }
  return enrolled;
}

async function codesOn(lab: TestLaboratory, list: Worklist, more: { siteId?: string } = {}) {
  const page = await readWorklist(lab.administrator, { programmeId: lab.programmeId, list, ...more });
  if (!page.ok) throw new Error(reasonOf(page));
  return page.value.rows.map(({ code }) => code);
}

describe("the lists", () => {
  let lab: TestLaboratory;
  const people: Record<string, { participantId: string; code: string }> = {};

  beforeAll(async () => {
    lab = await makeLaboratory(database.db);
    const at = (collectedOn: string, value = "300") => copies(value, { collectedOn });
    Object.assign(people, {
      due: await person(lab, "2025-12-20", []),
      overdue: await person(lab, "2025-10-01", []),
      notYet: await person(lab, "2026-03-01", []),
      unknown: await person(lab, null, []),
      done: await person(lab, "2025-12-20", [at("2026-05-25")]),
      pending: await person(lab, "2025-10-01", [{ ...VIRAL_LOAD, state: "pending", collectedOn: "2026-06-01" }]),
      high: await person(lab, "2025-01-10", [at("2026-02-20", "5000")]),
      retested: await person(lab, "2025-01-10", [at("2026-02-20", "5000"), at("2026-06-01", "4000")]),
      rejected: await person(lab, "2025-12-20", [
        { ...VIRAL_LOAD, state: "rejected", rejectionCode: "leaked", collectedOn: "2026-06-01" },
      ]),
      south: await person(lab, "2025-10-02", [], 1),
    });
  });

  const names = (codes: readonly string[]) =>
    codes.map((code) => Object.entries(people).find(([, one]) => one.code === code)?.[0]);

  it("hold who is due, overdue, unsuppressed for three months, and without a new specimen", async () => {
    expect(names(await codesOn(lab, "due")).toSorted()).toEqual(["due", "high", "rejected"]);
    expect(names(await codesOn(lab, "overdue"))).toEqual(["overdue", "south"]);
    expect(names(await codesOn(lab, "unsuppressed"))).toEqual(["high"]);
    expect(names(await codesOn(lab, "rejected"))).toEqual(["rejected"]);
    expect(names(await codesOn(lab, "awaiting-verification"))).toEqual(["high", "retested", "retested"]);
  });

  it("are counted as they are listed", async () => {
    const counts = await countWorklists(lab.nurse, { programmeId: lab.programmeId });
    if (!counts.ok) throw new Error(reasonOf(counts));
    for (const list of WORKLISTS) expect([list, counts.value[list]]).toEqual([list, (await codesOn(lab, list)).length]);
  });

  it("keep to a site, and to the sites of whoever looks", async () => {
    const [north, south] = lab.plan.sites;
    expect(names(await codesOn(lab, "overdue", { siteId: south.id }))).toEqual(["south"]);
    const atNorth = await signedIn(database.db, {
      ...{ programmeId: lab.programmeId, role: "clinic-staff", siteId: north.id },
    });
    const page = await readWorklist(atNorth, { programmeId: lab.programmeId, list: "overdue" });
    expect(page.ok && names(page.value.rows.map(({ code }) => code))).toEqual(["overdue"]);
    const elsewhere = { programmeId: lab.programmeId, list: "overdue" as const, siteId: south.id };
    expect(reasonOf(await readWorklist(atNorth, elsewhere))).toBe("not-found:site.none");
  });

  it("come page by page, everybody once", async () => {
    const seen: string[] = [];
    let after: { on: string; participantId: string; id: string } | undefined;
    do {
      const page = await readWorklist(lab.nurse, {
        ...{ programmeId: lab.programmeId, list: "awaiting-verification", take: 1 },
        ...(after && { after }),
      });
      if (!page.ok) throw new Error(reasonOf(page));
      seen.push(...page.value.rows.map(({ id }) => id));
      after = page.value.next ?? undefined;
    } while (after);
    expect(new Set(seen).size).toBe(3);
    expect(seen).toHaveLength(3);
  });

  it("show a loop from its opening to its end, and a result leaves when somebody has verified it", async () => {
    const { participantId } = people.high ?? { participantId: "" };
    const { programmeId } = lab;
    const rows = await readWorklist(lab.nurse, { programmeId, list: "unsuppressed" });
    const resultId = (rows.ok && rows.value.rows[0]?.id) || "";
    const loopId = uuidv7();
    const opening = { programmeId, participantId, loopId, resultId, openedOn: "2026-03-01" };
    expect(reasonOf(await openCounsellingLoop(lab.nurse, opening))).toBe("ok");
    expect(reasonOf(await openCounsellingLoop(lab.nurse, opening))).toBe("ok");
    expect(reasonOf(await openCounsellingLoop(lab.nurse, { ...opening, loopId: uuidv7() }))).toBe(
      "duplicate:counselling.open-already",
    );
    const event = { programmeId, participantId, loopId };
    const session = { ...event, eventId: uuidv7(), kind: "session" as const, happenedOn: "2026-03-08" };
    for (const _ of [1, 2]) expect(reasonOf(await recordCounsellingEvent(lab.nurse, session))).toBe("ok");
    const early = { ...session, eventId: uuidv7(), happenedOn: "2026-02-28" };
    expect(reasonOf(await recordCounsellingEvent(lab.nurse, early))).toBe("rule:counselling.too-early");
    const open = await readWorklist(lab.nurse, { programmeId, list: "counselling" });
    expect(open.ok && open.value.rows).toMatchObject([
      { on: "2026-03-01", days: 106, loop: { loopId, sessions: 1, repeatedOn: null }, result: { resultId } },
    ]);
    const end = { ...event, eventId: uuidv7(), kind: "closed" as const, happenedOn: "2026-06-01" };
    const closing = { ...end, outcome: "still-unsuppressed" as const };
    expect(reasonOf(await recordCounsellingEvent(lab.nurse, closing))).toBe("ok");
    expect(await codesOn(lab, "counselling")).toEqual([]);
    const after = { ...session, eventId: uuidv7() };
    expect(reasonOf(await recordCounsellingEvent(lab.nurse, after))).toBe("rule:counselling.closed");
    const decision = { verificationId: uuidv7(), decision: "verified" as const };
    await verifyLabResult(lab.colleague, { programmeId, participantId, resultId, ...decision });
    expect(names(await codesOn(lab, "awaiting-verification"))).toEqual(["retested", "retested"]);
  });

  it("tell a peer coordinator the codes of those who have agreed, and nothing else", async () => {
    const { programmeId } = lab;
    const coordinator = await signedIn(database.db, { programmeId, role: "peer-coordinator" });
    expect(await listContacts(coordinator, { programmeId })).toEqual({ ok: true, value: [] });
    const consent = (who: string, mayContact: boolean) =>
      recordContactConsent(lab.nurse, {
        ...{ programmeId, participantId: people[who]?.participantId ?? "", consentId: uuidv7(), mayContact },
      });
    for (const who of ["due", "overdue", "notYet"]) expect(reasonOf(await consent(who, true))).toBe("ok");
    const agreed = await listContacts(coordinator, { programmeId });
    const expected = [people.due, people.overdue].map((one) => one?.code ?? "").toSorted();
    expect(agreed.ok && agreed.value).toEqual(expected.map((code) => ({ code, siteId: lab.plan.sites[0].id })));
    await consent("due", false);
    const fewer = await listContacts(coordinator, { programmeId });
    expect(fewer.ok && fewer.value.map(({ code }) => code)).toEqual([people.overdue?.code]);
    expect(reasonOf(await readWorklist(coordinator, { programmeId, list: "due" }))).toBe("forbidden:access.denied");
  });

  it("follow the programme's rule from the day it is saved", async () => {
    const { programmeId } = lab;
    const saved = await saveLaboratorySettings(lab.administrator, {
      ...{ programmeId, basedOn: 0, ruleId: "at-most-50", verification: "none", doubleEntry: false },
      schedule: { ...DEFAULT_LAB_SCHEDULE, routineMonths: [...DEFAULT_LAB_SCHEDULE.routineMonths] },
    });
    expect(saved).toMatchObject({ value: { version: 1 } });
    expect(names(await codesOn(lab, "unsuppressed"))).toEqual(["high"]);
    expect(reasonOf(await saveLaboratorySettings(lab.nurse, { ...(saved.ok ? saved.value : {}) } as never))).toBe(
      "invalid:input.invalid",
    );
  });
});

describe("what SQL says is due", () => {
  it("is what the domain says, by every rule, for whatever was recorded", async () => {
    const lab = await makeLaboratory(database.db);
    const { programmeId } = lab;
    const place = { programmeId, siteId: lab.plan.sites[0].id, cohortId: lab.plan.cohorts[0].id };
    // Every day of a leap year's end and all values around the thresholds: a fixed stream, so that it fails alike twice.
    let state = 20_260_615;
    const draw = (most: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % most;
    };
    const values = ["20", "50", "51", "199", "200", "201", "999", "1000", "1001", "25000"];
    const rows: ResultRow[] = [];
    const starts = [];
    for (let n = 0; n < 600; n += 1) {
      const { participant } = await makeParticipant(database.db, place);
      const { participantId } = participant;
      const startedOn = addDays(TODAY, -draw(2400));
      if (draw(8) > 0) starts.push({ participantId, programmeId, startedOn: toDay(startedOn) });
      if (draw(5) === 0) continue;
      const value = values[draw(values.length)] ?? "20";
      const shape = draw(6);
      const collectedOn = addDays(startedOn, draw(2400) - 60);
      if (collectedOn > TODAY) continue;
      const numbers = { value, unit: "copies-per-ml", copiesPerMl: Number(value), derivation: "copies@1" };
      const nothing = { value: null, unit: null, copiesPerMl: null, derivation: null };
      const reported =
        shape === 0
          ? { state: "not-detected", comparator: null, ...nothing }
          : shape === 1
            ? { state: "below-quantification", comparator: draw(2) ? "<" : "<=", ...numbers }
            : shape === 2
              ? { state: "above-upper", comparator: draw(2) ? ">" : ">=", ...numbers }
              : { state: "quantified", comparator: null, ...numbers };
      rows.push({
        ...{ participantId, id: uuidv7(), programmeId, kind: "viral-load", ...reported, quantity: null },
        ...{ lowerLimit: null, upperLimit: null, detectionLimit: null, specimen: "plasma", assayKey: "" },
        ...{ assayEdition: null, reasonForTest: "routine", rejectionCode: null, failureCode: null, collectedOn },
        ...{ receivedOn: null, testedOn: null, returnedOn: null, asPrinted: null, checks: [], entry: "import" },
        ...{ saveId: uuidv7(), importId: null, enteredById: null, enteredAt: new Date(0), contentHash: `${n}` },
        ...{ replacesId: null, reason: null, verification: "not-needed" },
      });
    }
    await database.db.$executeRaw(insertResults(rows));
    await database.db.treatmentStart.createMany({ data: starts });
    const stored = await database.db.$queryRaw<{ result: StoredResult }[]>`
      SELECT ${RESULT_JSON} AS result FROM lab_result r WHERE r.programme_id = ${programmeId}::uuid`;
    const measured = new Map(stored.map(({ result }) => [result.participantId, measurementOf(result)]));
    const started = new Map(starts.map((one) => [one.participantId, one.startedOn.toISOString().slice(0, 10)]));
    const everybody = new Set([...measured.keys(), ...started.keys()]);

    for (const [index, rule] of THRESHOLD_RULES.entries()) {
      await saveLaboratorySettings(lab.administrator, {
        ...{ programmeId, basedOn: index, ruleId: rule.id, verification: "none", doubleEntry: index % 2 === 0 },
        schedule: { ...DEFAULT_LAB_SCHEDULE, routineMonths: index % 2 === 0 ? [6, 12] : [3, 6, 12] },
      });
      const schedule = { ...DEFAULT_LAB_SCHEDULE, routineMonths: index % 2 === 0 ? [6, 12] : [3, 6, 12] };
      const expected: Record<"due" | "overdue", string[]> = { due: [], overdue: [] };
      for (const participantId of everybody) {
        const measurement = measured.get(participantId);
        const verdict = measurement?.kind === "viral-load" ? categorise(measurement.result, rule) : undefined;
        const facts = {
          treatmentStartedOn: started.get(participantId) ?? null,
          lastResult: measurement
            ? {
                collectedOn: measurement.result.collectedOn,
                isUnsuppressed: verdict?.kind === "category" && verdict.category === "unsuppressed",
              }
            : null,
        };
        const due = nextResultDue(facts, schedule, TODAY);
        if (due.kind === "expected" && due.state !== "upcoming") {
          expected[due.state].push(`${due.on} ${participantId}`);
        }
      }
      const settings = { ...DEFAULT_SETTINGS, ruleId: rule.id, schedule };
      expect(await verifyStandings(database.db, programmeId, dueOn(settings))).toEqual([]);
      expect(expected.due.length).toBeGreaterThan(10);
      for (const list of ["due", "overdue"] as const) {
        const page = await readWorklist(lab.nurse, { programmeId, list, take: 1000 });
        if (!page.ok) throw new Error(reasonOf(page));
        const found = page.value.rows.map(({ on, participantId }) => `${on} ${participantId}`);
        expect(found, `${rule.id} ${list}`).toEqual(expected[list].toSorted());
      }
    }
  });
});
