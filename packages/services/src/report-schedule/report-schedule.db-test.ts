import { makeProgramme } from "@alongside/db/testing/factories";
import { applicationOf, useTestDatabase } from "@alongside/db/testing/test-database";
import { REPORT_SECTIONS } from "@alongside/domain/report/report-document";
import { NO_TEXTS, type ReportRhythm } from "@alongside/domain/report/report-request";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { listPublications } from "../report-publication/list";
import { expectOk } from "../testing/laboratory-files";
import { reasonOf } from "../testing/reason-of";
import { recordScores } from "../testing/record-scores";
import { contextFor, signedIn, TEST_NOW } from "../testing/test-context";
import { listReportSchedules } from "./list";
import { makeDueReports } from "./make-due-reports";
import { setReportSchedule } from "./set";
import { stopReportSchedule } from "./stop";

const database = useTestDatabase();
const WORDS = "For the funder, as agreed in the contract.";
let programmeId: string;
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let researcher: Context;

beforeEach(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  const calm = { programmeId, code: "calm", label: "Calm", domain: "outcome.psychological", improvement: "increase" };
  await database.db.programmeMeasure.create({ data: calm });
  await recordScores(database.db, plan, "measure/calm", [
    { cohort: 0, site: 0, rows: Array.from({ length: 24 }, (_, i) => [i % 9, (i * 5) % 11]) },
  ]);
  researcher = await signedIn(database.db, { programmeId, role: "researcher" });
});

/** TEST_NOW is 15 June 2026. */
function set(context: Context, given: { firstOn?: string; every?: ReportRhythm; scheduleId?: string } = {}) {
  return setReportSchedule(context, {
    ...{
      programmeId,
      language: "en",
      sections: [...REPORT_SECTIONS],
      texts: NO_TEXTS,
      audience: "funder",
      words: WORDS,
    },
    ...{ scheduleId: uuidv7(), every: "month", firstOn: "2026-07-01", ...given },
  });
}
const turn = (day: string) => {
  const now = new Date(`${day}T03:00:00Z`);
  return makeDueReports(applicationOf(database.db), (actor) => contextFor(database.db, actor, now), now);
};
const published = async () => expectOk(await listPublications(researcher, { programmeId }));
const listed = async (context = researcher) => expectOk(await listReportSchedules(context, { programmeId }));

describe("a report that is made again by itself", () => {
  it("is asked for on its day, once whoever turns, waits for a second person, and is due again a month later", async () => {
    expectOk(await set(researcher));
    expect(await turn("2026-06-30")).toEqual({ asked: 0, problems: [] });
    expect(await Promise.all([turn("2026-07-01"), turn("2026-07-01")])).toContainEqual({ asked: 1, problems: [] });
    expect(await published()).toMatchObject([{ state: "waiting", audience: "funder", words: WORDS }]);
    expect(await listed()).toMatchObject([{ nextOn: "2026-08-01", problem: null, mayStop: true }]);
    expect(await turn("2026-07-02")).toEqual({ asked: 0, problems: [] });
    // Nobody was there in August: one report, and the next in October.
    await recordScores(database.db, plan, "measure/calm", [
      { cohort: 0, site: 0, rows: Array.from({ length: 12 }, (_, i) => [i % 5, i % 7]) },
    ]);
    expect((await turn("2026-09-10")).asked).toBe(1);
    expect(await listed()).toMatchObject([{ nextOn: "2026-10-01" }]);
    const [newer, older] = await published();
    expect(newer?.contentHash).not.toBe(older?.contentHash);
    expect(newer?.askedBy).toBe(researcher.actor?.name);
  });

  it("is tried once a day while something stands in the way, which stands beside it", async () => {
    expectOk(await set(researcher));
    await database.db.user.update({ where: { id: researcher.actor?.userId ?? "" }, data: { disabledAt: TEST_NOW } });
    expect((await turn("2026-07-01")).problems.map(({ why }) => why)).toEqual(["report-schedule.nobody"]);
    expect((await turn("2026-07-01")).problems).toEqual([]);
    const administrator = await signedIn(database.db, { programmeId, role: "administrator" });
    expect(await listed(administrator)).toMatchObject([
      { nextOn: "2026-07-01", problem: { reason: "report-schedule.nobody" } },
    ]);
    await database.db.user.update({ where: { id: researcher.actor?.userId ?? "" }, data: { disabledAt: null } });
    expect((await turn("2026-07-02")).asked).toBe(1);
    expect(await listed(administrator)).toMatchObject([{ nextOn: "2026-08-01", problem: null }]);
  });

  it("is made with the rights its author has on that day", async () => {
    expectOk(await set(researcher));
    await database.db.membership.deleteMany({ where: { userId: researcher.actor?.userId ?? "" } });
    expect((await turn("2026-07-01")).problems).toHaveLength(1);
    expect(await database.db.publishedReport.count({ where: { programmeId } })).toBe(0);
  });

  it("is stopped by its author or by who decides, and by nobody else", async () => {
    const scheduleId = uuidv7();
    expectOk(await set(researcher, { scheduleId }));
    expectOk(await set(researcher, { scheduleId }));
    const [colleague, administrator] = [
      await signedIn(database.db, { programmeId, role: "researcher" }),
      await signedIn(database.db, { programmeId, role: "administrator" }),
    ];
    expect(reasonOf(await stopReportSchedule(colleague, { programmeId, scheduleId }))).toBe(
      "not-found:report-schedule.none",
    );
    expectOk(await stopReportSchedule(administrator, { programmeId, scheduleId }));
    expect(await listed()).toEqual([]);
    expect(await turn("2026-07-01")).toEqual({ asked: 0, problems: [] });
    const trail = await database.db.auditEvent.findMany({ where: { programmeId, action: "report.ask" } });
    expect(trail.map(({ detail }) => detail)).toMatchObject([{ every: "month" }, { stopped: true }]);
  });

  it("begins after today, and is of no snapshot", async () => {
    expect(reasonOf(await set(researcher, { firstOn: "2026-06-15" }))).toBe("rule:report-schedule.past");
    const frozen = await setReportSchedule(researcher, {
      ...{
        programmeId,
        language: "en",
        sections: [...REPORT_SECTIONS],
        texts: NO_TEXTS,
        audience: "funder",
        words: WORDS,
      },
      ...{ scheduleId: uuidv7(), every: "year", firstOn: "2027-01-01", snapshotId: uuidv7() },
    });
    expect(reasonOf(frozen)).toBe("rule:report-schedule.frozen");
  });
});
