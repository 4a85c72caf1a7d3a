import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { REPORT_SECTIONS } from "@alongside/domain/report/report-document";
import { NO_TEXTS } from "@alongside/domain/report/report-request";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { countWaitingDecisions } from "../home/waiting-decisions";
import { makeReport } from "../report/make";
import { reasonOf } from "../testing/reason-of";
import { type Plan, recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";
import { askPublication } from "./ask";
import { decidePublication } from "./decide";
import { listPublications } from "./list";
import { openPublication } from "./open";
import { takePublication } from "./take";

const database = useTestDatabase();
const WORDS = "For the funder, as agreed in the contract.";
const MARK = "Internal draft, not for circulation";
const rows = (count: number) => Array.from({ length: count }, (_, i) => [i % 9, (i * 5) % 11]);
let plan: Plan;
let programmeId: string;
let researcher: Context;
let evaluator: Context;
let administrator: Context;
let second: Context;

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  const calm = { programmeId, code: "calm", label: "Calm", domain: "outcome.psychological", improvement: "increase" };
  await database.db.programmeMeasure.create({ data: calm });
  await recordScores(database.db, plan, "measure/calm", [{ cohort: 0, site: 0, rows: rows(24) }]);
  researcher = await signedIn(database.db, { programmeId, role: "researcher" });
  evaluator = await signedIn(database.db, { programmeId, role: "evaluator" });
  administrator = await signedIn(database.db, { programmeId, role: "administrator" });
  second = await signedIn(database.db, { programmeId, role: "administrator" });
});

const choices = () => ({ programmeId, language: "en" as const, sections: [...REPORT_SECTIONS], texts: NO_TEXTS });
async function asked(context: Context): Promise<string> {
  const reportId = uuidv7();
  const answer = await askPublication(context, { ...choices(), reportId, audience: "funder", words: WORDS });
  if (!answer.ok) throw new Error(reasonOf(answer));
  return reportId;
}
const decide = (context: Context, reportId: string, decision: "approved" | "refused" = "approved") =>
  decidePublication(context, { programmeId, reportId, decision, words: "Agreed with the board." });
const open = (context: Context, reportId: string) => openPublication(context, { programmeId, reportId });
async function opened(context: Context, reportId: string) {
  const answer = await open(context, reportId);
  if (!answer.ok) throw new Error(reasonOf(answer));
  return answer.value;
}

describe("a report for outside", () => {
  it("carries the mark of a draft until a second person approves it, and then none", async () => {
    const reportId = await asked(researcher);
    expect((await opened(researcher, reportId)).document.mark).toBe(MARK);
    expect(reasonOf(await open(evaluator, reportId))).toBe("not-found:published-report.none");
    expect(reasonOf(await decide(administrator, reportId))).toBe("ok");
    expect(await opened(evaluator, reportId)).toMatchObject({ state: "approved", document: { mark: null } });
    const file = await takePublication(evaluator, { programmeId, reportId, type: "md" });
    if (!file.ok) throw new Error(reasonOf(file));
    expect(new TextDecoder().decode(file.value.bytes)).not.toContain("draft");
    const trace = await database.db.auditEvent.findMany({ where: { programmeId, action: "report.export" } });
    expect(JSON.stringify(trace.map(({ detail }) => detail))).toContain(reportId);
  });

  it("is not decided by whoever asked, nor twice, nor without the right", async () => {
    const reportId = await asked(administrator);
    expect(reasonOf(await decide(administrator, reportId))).toBe("rule:published-report.own");
    expect(reasonOf(await decide(researcher, reportId))).toBe("forbidden:access.denied");
    expect(reasonOf(await decide(second, reportId, "refused"))).toBe("ok");
    expect(reasonOf(await decide(second, reportId))).toBe("rule:published-report.decided");
    expect((await opened(administrator, reportId)).document.mark).toBe(MARK);
    expect(reasonOf(await open(evaluator, reportId))).toBe("not-found:published-report.none");
  });

  it("cannot be decided by whoever asked even where the program is gone round", async () => {
    const reportId = await asked(administrator);
    const by = administrator.actor?.userId ?? "";
    const decision = { programmeId, reportId, decision: "approved", words: "Me", decidedAt: new Date() };
    const create = (askedById: string, decidedById: string) =>
      database.db.publishedReportDecision.create({ data: { ...decision, askedById, decidedById } });
    await expect(create(by, by)).rejects.toThrow(/two_people/);
    await expect(create(uuidv7(), by)).rejects.toThrow();
  });

  it("is listed for whoever asked and decides, and for others once it is approved", async () => {
    const reportId = await asked(researcher);
    const listed = async (context: Context) => {
      const answer = await listPublications(context, { programmeId });
      return answer.ok ? answer.value.find((one) => one.reportId === reportId) : undefined;
    };
    expect(await listed(second)).toMatchObject({ state: "waiting", mayDecide: true });
    expect(await listed(researcher)).toMatchObject({ mayDecide: false });
    expect(await listed(evaluator)).toBeUndefined();
    const waiting = async () => (await countWaitingDecisions(second, programmeId))?.reports ?? 0;
    const before = await waiting();
    await decide(second, reportId);
    expect(await waiting()).toBe(before - 1);
    expect(await listed(evaluator)).toMatchObject({ state: "approved", decision: { words: "Agreed with the board." } });
  });

  it("does not open when the document is no longer what was approved", async () => {
    const reportId = await asked(researcher);
    const key = { programmeId_id: { programmeId, id: reportId } };
    const row = await database.db.publishedReport.findUniqueOrThrow({ where: key });
    const document = JSON.parse(JSON.stringify(row.document).replace("Report of", "Praise of"));
    await database.db.publishedReport.update({ where: key, data: { document } });
    expect(reasonOf(await open(researcher, reportId))).toBe("conflict:published-report.altered");
    await database.db.publishedReport.deleteMany({ where: { id: reportId } });
  });

  it("opens word for word as it was although people have answered since", async () => {
    const reportId = await asked(researcher);
    const before = await opened(researcher, reportId);
    await recordScores(database.db, plan, "measure/calm", [{ cohort: 0, site: 0, rows: rows(2) }]);
    expect(await opened(researcher, reportId)).toEqual(before);
  });

  it("has the figures of people who see nobody, whoever asks: two more people cannot be subtracted", async () => {
    const before = await opened(administrator, await asked(administrator));
    await recordScores(database.db, plan, "measure/calm", [{ cohort: 0, site: 0, rows: rows(2) }]);
    const draft = await makeReport(administrator, choices());
    expect(draft.ok && draft.value.document.stamp).not.toBe(before.document.stamp);
    const after = await opened(administrator, await asked(administrator));
    expect(after.document.stamp).toBe(before.document.stamp);
    expect(after.document.about.join(" ")).toContain("Figures as released on");
  });
});
