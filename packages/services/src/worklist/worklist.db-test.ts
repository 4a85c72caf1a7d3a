import { useTestDatabase } from "@alongside/db/testing/test-database";
import { DEFAULT_LAB_SCHEDULE } from "@alongside/domain/laboratory/schedule";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { recordConsents } from "../consent/record";
import { openCounsellingLoop } from "../counselling/open";
import { recordCounsellingEvent } from "../counselling/record-event";
import { readHome } from "../home/read";
import { verifyLabResult } from "../lab-result/verify";
import { saveLaboratorySettings } from "../laboratory-settings/save";
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
import { exportWorklist } from "./export";
import { exportContactList } from "./export-contacts";
import { readWorklist } from "./read";
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
      lost: await person(lab, "2025-10-01", [{ ...VIRAL_LOAD, state: "pending", collectedOn: "2026-04-01" }]),
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
    expect(names(await codesOn(lab, "overdue"))).toEqual(["overdue", "lost", "south"]);
    expect(names(await codesOn(lab, "unsuppressed"))).toEqual(["high"]);
    expect(names(await codesOn(lab, "rejected"))).toEqual(["rejected"]);
    expect(names(await codesOn(lab, "awaiting-verification"))).toEqual(["high", "retested", "retested"]);
  });

  it("wait for a specimen on its way only so long, and then say since when it is", async () => {
    const page = await readWorklist(lab.nurse, { programmeId: lab.programmeId, list: "overdue" });
    const since = page.ok ? page.value.rows.map(({ code, pendingSince }) => [...names([code]), pendingSince]) : [];
    expect(since).toEqual([
      ["overdue", null],
      ["lost", "2026-04-01"],
      ["south", null],
    ]);
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
    expect(page.ok && names(page.value.rows.map(({ code }) => code))).toEqual(["overdue", "lost"]);
    const elsewhere = { programmeId: lab.programmeId, list: "overdue" as const, siteId: south.id };
    expect(reasonOf(await readWorklist(atNorth, elsewhere))).toBe("not-found:site.none");
  });

  it("are saved as a file with the codes of the list, once for the programme and once for a site", async () => {
    const { programmeId } = lab;
    const file = await exportWorklist(lab.nurse, { programmeId, list: "unsuppressed", language: "en" });
    if (!file.ok) throw new Error(reasonOf(file));
    expect(file.value.fileName).toBe(`worklist-${TODAY}.csv`);
    const [heading, line, end] = file.value.text.split("\r\n");
    expect(heading).toMatch(/^\uFEFFCode,Site,Day,Days since,Measured,/);
    const [north, south] = lab.plan.sites;
    expect(line).toBe(
      `${people.high?.code},${north.name},2026-02-20,115,Viral load,2026-02-20,number,,5000,copies/mL,plasma,` +
        "2025-01-10,,,,,",
    );
    expect(end).toBe("");
    const there = await exportWorklist(lab.nurse, {
      ...{ programmeId, list: "overdue", siteId: south.id, language: "zh" },
    });
    expect(there.ok && there.value.text.split("\r\n").slice(1)).toEqual([
      `${people.south?.code},${south.name},2026-04-02,74,,,,,,,,2025-10-02,,,,,`,
      "",
    ]);
    const coordinator = await signedIn(database.db, { programmeId, role: "peer-coordinator" });
    const asked = { programmeId, list: "due", language: "en" } as const;
    expect(reasonOf(await exportWorklist(coordinator, asked))).toBe("forbidden:access.denied");
    const traces = await database.db.auditEvent.findMany({
      where: { programmeId, action: "worklist.export" },
      orderBy: { id: "asc" },
    });
    expect(traces.map(({ detail }) => detail)).toEqual([
      { list: "unsuppressed", rows: 1 },
      { list: "overdue", rows: 1 },
    ]);
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
    const closing = { ...end, outcome: "regimen-changed" as const };
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
    const nobody = { today: TODAY, rows: [], count: 0, next: null };
    expect(await listContacts(coordinator, { programmeId })).toEqual({ ok: true, value: nobody });
    const consent = (who: string, mayContact: boolean) =>
      recordConsents(lab.nurse, {
        ...{ programmeId, participantId: people[who]?.participantId ?? "", decidedOn: "2026-06-01" },
        ...{ language: "en", witness: "paper" },
        answers: [{ consentId: uuidv7(), purpose: "contact", state: mayContact ? "given" : "withdrawn", version: 0 }],
      });
    for (const who of ["due", "overdue", "notYet"]) expect(reasonOf(await consent(who, true))).toBe("ok");
    const agreed = await listContacts(coordinator, { programmeId });
    const expected = [people.due, people.overdue].map((one) => one?.code ?? "").toSorted();
    const siteId = lab.plan.sites[0].id;
    const rows = expected.map((code) => ({ code, siteId }));
    expect(agreed.ok && agreed.value).toEqual({ today: TODAY, rows, count: 2, next: null });
    const first = await listContacts(coordinator, { programmeId, take: 1 });
    expect(first).toMatchObject({ value: { rows: [{ code: expected[0] }], count: 2, next: expected[0] } });
    const second = await listContacts(coordinator, { programmeId, take: 1, after: expected[0] ?? "" });
    expect(second).toMatchObject({ value: { rows: [{ code: expected[1] }], count: 2, next: null } });
    const south = await listContacts(coordinator, { programmeId, siteId: lab.plan.sites[1].id });
    expect(south).toMatchObject({ value: { rows: [], count: 0 } });
    const home = await readHome(coordinator, { programmeId });
    expect(home).toMatchObject({ value: { contacts: 2, worklists: null } });
    const file = await exportContactList(coordinator, { programmeId, language: "en" });
    const lines = expected.map((code) => `${code},${lab.plan.sites[0].name}\r\n`);
    const text = `\uFEFFCode,Site\r\n${lines.join("")}`;
    expect(file).toEqual({ ok: true, value: { fileName: `worklist-${TODAY}.csv`, text } });
    await consent("due", false);
    const fewer = await listContacts(coordinator, { programmeId });
    expect(fewer.ok && fewer.value.rows.map(({ code }) => code)).toEqual([people.overdue?.code]);
    expect(reasonOf(await listContacts(lab.nurse, { programmeId }))).toBe("forbidden:access.denied");
    expect(reasonOf(await readWorklist(coordinator, { programmeId, list: "due" }))).toBe("forbidden:access.denied");
  });

  it("follow the programme's rule from the day it is saved", async () => {
    const { programmeId } = lab;
    const saved = await saveLaboratorySettings(lab.administrator, {
      ...{
        programmeId,
        basedOn: 0,
        ruleId: "at-most-50",
        verification: "none",
        doubleEntry: false,
        thirdPerson: false,
      },
      schedule: { ...DEFAULT_LAB_SCHEDULE, routineMonths: [...DEFAULT_LAB_SCHEDULE.routineMonths] },
    });
    expect(saved).toMatchObject({ value: { version: 1 } });
    expect(names(await codesOn(lab, "unsuppressed"))).toEqual(["high"]);
    expect(reasonOf(await saveLaboratorySettings(lab.nurse, { ...(saved.ok ? saved.value : {}) } as never))).toBe(
      "invalid:input.invalid",
    );
  });
});
