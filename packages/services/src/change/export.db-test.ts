import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { CHANGE_HEADINGS } from "@alongside/interchange/formats/change-csv/words";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { type Plan, recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";
import { exportChange } from "./export";

const database = useTestDatabase();
let plan: Plan;
let researcher: Context;

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  const programmeId = plan.programme.id;
  await database.db.programmeMeasure.create({
    data: {
      ...{ programmeId, code: "bdi", label: "=Depression", domain: "outcome.psychological", improvement: "decrease" },
    },
  });
  researcher = await signedIn(database.db, { programmeId, role: "researcher" });
  await recordScores(database.db, plan, "measure/bdi", [
    { cohort: 0, site: 0, rows: Array.from({ length: 10 }, (_, i) => [20 + i, 10 + ((i * 3) % 5)]) },
    { cohort: 1, site: 0, rows: [[41, 3]] },
  ]);
  // Eleven people up and down: the interval of their mean change holds zero.
  await database.db.programmeMeasure.create({
    data: { programmeId, code: "even", label: "Even", domain: "outcome.social", improvement: "decrease" },
  });
  await recordScores(database.db, plan, "measure/even", [
    { cohort: 0, site: 0, rows: Array.from({ length: 11 }, (_, i) => [20, 16 + i]) },
  ]);
});

/** The file as records by heading. */
function records(text: string): Record<string, string>[] {
  const [head = [], ...lines] = text
    .replace("\uFEFF", "")
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));
  return lines.map((line) => Object.fromEntries(head.map((name, index) => [name, line[index] ?? ""])));
}

describe("exportChange", () => {
  it("writes the shown follow-up, hides what the page hides, and says how it came about", async () => {
    const programmeId = plan.programme.id;
    const result = await exportChange(researcher, { programmeId, timepointCode: "end", language: "en" });
    if (!result.ok) throw new Error(result.failure.reason);
    const [large, small] = records(result.value.text).filter(({ Measure }) => Measure === "'=Depression");
    expect(large).toMatchObject({
      Measure: "'=Depression",
      "With both": "10",
      "Mean before": "24.50",
      "Mean after": "12.00",
      "Mean change": "-12.50",
      Reading: "better",
      Method: "paired-t",
      "Hidden below": "5",
      "Claim level": "1: scores changed; not why",
      Standing: "exploratory: no analysis plan was saved",
      "p of the change": "< 0.001",
      "p among its family": "< 0.001",
      "Family of tests": "exploratory (Benjamini-Hochberg)",
      // The other cohort's one pair has no test, so there is no difference to test either.
      "Tests in the family (m)": "2",
      "Computed at": "2026-06-15T10:00:00.000Z",
      Sites: "all sites of the programme",
    });
    expect(small).toMatchObject({ Enrolled: "under 5", "Mean before": "hidden", "Mean change": "hidden", Reading: "" });
    expect(small).toMatchObject({ "p of the change": "hidden", "p among its family": "", "Family of tests": "" });
    expect(result.value.fileName).toBe("table-2026-06-15.csv");
  });

  it("claims a change only where the interval leaves zero out", async () => {
    const claims = async (language: "en" | "zh") => {
      const result = await exportChange(researcher, { programmeId: plan.programme.id, timepointCode: "end", language });
      if (!result.ok) throw new Error(result.failure.reason);
      const even = records(result.value.text).filter((line) => line[CHANGE_HEADINGS.measure[language]] === "Even");
      return even.map((line) => line[CHANGE_HEADINGS.claim[language]]);
    };
    expect((await claims("en"))[0]).toBe("1: not settled whether scores changed");
    expect((await claims("zh"))[0]).toBe("1：不足以判断得分是否有变化");
  });

  it("names the sites where they are not all of the programme's", async () => {
    const programmeId = plan.programme.id;
    const local = await signedIn(database.db, { programmeId, role: "evaluator", siteId: plan.sites[0].id });
    const result = await exportChange(local, { programmeId, timepointCode: "end", language: "en" });
    if (!result.ok) throw new Error(result.failure.reason);
    expect(new Set(records(result.value.text).map((record) => record.Sites))).toEqual(new Set([plan.sites[0].name]));
  });

  it("writes every follow-up when none is named, in the language asked for", async () => {
    const result = await exportChange(researcher, { programmeId: plan.programme.id, language: "zh" });
    if (!result.ok) throw new Error(result.failure.reason);
    const lines = records(result.value.text);
    // Two measures of two cohorts at two times.
    expect(lines).toHaveLength(8);
    expect(lines[0]?.[CHANGE_HEADINGS.direction.zh]).toBe("改善");
  });

  it("leaves a trace of each file, and none where it is refused", async () => {
    const programmeId = plan.programme.id;
    const coordinator = await signedIn(database.db, { programmeId, role: "peer-coordinator" });
    const before = await database.db.auditEvent.findMany({ where: { programmeId, action: "change.export" } });
    expect(await exportChange(coordinator, { programmeId, language: "en" })).toMatchObject({ ok: false });
    expect(await exportChange(researcher, { programmeId, timepointCode: "none", language: "en" })).toMatchObject({
      failure: { code: "not-found", reason: "timepoint.none" },
    });
    await exportChange(researcher, { programmeId, language: "en" });
    const after = await database.db.auditEvent.findMany({
      where: { programmeId, action: "change.export" },
      orderBy: { id: "asc" },
    });
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)).toMatchObject({ action: "change.export", actorId: researcher.actor?.userId });
  });
});
