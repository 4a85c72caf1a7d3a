import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { REPORT_SECTIONS, type ReportDocument } from "@alongside/domain/report/report-document";
import { NO_TEXTS } from "@alongside/domain/report/report-request";
import { GUIDELINES } from "@alongside/domain/reporting-guidelines/registry";
import { BTHEB } from "@alongside/interchange/studies/btheb";
import { describe, expect, it } from "vitest";
import { readChange } from "../change/read";
import { reasonOf } from "../testing/reason-of";
import { recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";
import { exportReport } from "./export";
import { makeReport } from "./make";

const database = useTestDatabase();
const MEASURE = {
  ...{ code: "bdi", label: "Depression", domain: "outcome.psychological", improvement: "decrease" },
  ...{ minimum: 0, maximum: 63 },
};
const choices = (programmeId: string, language: "en" | "zh" = "en") => ({
  ...{ programmeId, language, sections: [...REPORT_SECTIONS], texts: NO_TEXTS },
});

async function programmeWith(rows: readonly (readonly (number | undefined)[])[]) {
  const plan = await makeProgramme(database.db, { suppressionThreshold: 5 });
  const programmeId = plan.programme.id;
  await database.db.programmeMeasure.create({ data: { programmeId, ...MEASURE } });
  await recordScores(database.db, plan, "measure/bdi", [{ cohort: 0, site: 0, rows: rows.map((row) => [...row]) }]);
  return { programmeId, evaluator: await signedIn(database.db, { programmeId, role: "evaluator" }) };
}

async function documentOf(...args: Parameters<typeof makeReport>): Promise<ReportDocument> {
  const made = await makeReport(...args);
  if (!made.ok) throw new Error(reasonOf(made));
  return made.value.document;
}

/** Cells of the row of a table whose first cell begins so, by heading. */
function row({ blocks }: ReportDocument, caption: RegExp, name: RegExp): Readonly<Record<string, string>> {
  for (const block of blocks) {
    if (block.kind !== "table" || !caption.test(block.caption)) continue;
    const cells = block.rows.find(([first = ""]) => name.test(first));
    if (cells) return Object.fromEntries(block.head.map((head, at) => [head, cells[at] ?? ""]));
  }
  return {};
}

/** Treatment as usual of a published trial: before and eight months after. */
const USUAL = BTHEB.csv
  .trim()
  .split("\n")
  .map((line) => line.split(","))
  .filter((cells) => cells[3] === "TAU")
  .map((cells) => [cells[4], cells[8]].map((text) => (text ? Number(text) : undefined)));

describe("makeReport", () => {
  it("says what the Change page says, in the figures of R", async () => {
    const { programmeId, evaluator } = await programmeWith(USUAL);
    const document = await documentOf(evaluator, choices(programmeId));
    // R 4.2.2: t.test(post, pre, paired = TRUE) on HSAUR3::BtheB, treatment as usual, eight months.
    expect(row(document, /^Psychological/, /^Depression/)).toMatchObject({
      "Mean before → after": "24.12 → 13.60",
      "Change (95% CI)": "-10.52 (-15.07 to -5.97)",
      Reading: "Better",
    });
    const read = await readChange(evaluator, { programmeId });
    const people = read.ok ? read.value.table.domains[1]?.measures[0]?.cohorts[0] : undefined;
    expect(people?.followUps[0]?.paired).toEqual({ kind: "exact", n: 25 });
    expect(row(document, /^Psychological/, /^Depression/)["With both, of enrolled"]).toMatch(/^25 of /);
  });

  it("tells the figures of a small programme nowhere, and says that it does not", async () => {
    const { programmeId, evaluator } = await programmeWith([
      [31, 17],
      [43, 29],
      [37, 23],
    ]);
    const text = JSON.stringify(await documentOf(evaluator, choices(programmeId)));
    expect(text).toContain("fewer than 5");
    expect(text).not.toMatch(/37\.00|23\.00|-14\.00/);
    expect(text).toContain("Too few answers to say: Depression");
  });

  it("has every part that a checklist points at, in both languages", async () => {
    const { programmeId, evaluator } = await programmeWith(USUAL);
    for (const language of ["en", "zh"] as const) {
      const { blocks } = await documentOf(evaluator, choices(programmeId, language));
      const there = blocks.flatMap((block) => (block.kind === "heading" && block.section ? [block.section] : []));
      expect(there).toEqual(REPORT_SECTIONS);
      for (const { items } of GUIDELINES) {
        for (const { answer } of items) if (answer.kind === "data") expect(there).toContain(answer.section);
      }
      const lists = blocks.flatMap((block) => (block.kind === "checklist" ? [block.rows.length] : []));
      expect(lists).toEqual(GUIDELINES.map(({ items }) => items.length));
    }
  });

  it("leaves out the parts that were not chosen, and a checklist says so", async () => {
    const { programmeId, evaluator } = await programmeWith(USUAL);
    const document = await documentOf(evaluator, { ...choices(programmeId), sections: ["results", "checklists"] });
    const text = JSON.stringify(document);
    expect(text).toContain("From data, in a part left out of this report: What was asked");
    expect(text).not.toContain("SHA-256");
  });

  it("has the same stamp for the same figures, and another for others", async () => {
    const { programmeId, evaluator } = await programmeWith(USUAL);
    const first = await documentOf(evaluator, choices(programmeId));
    expect((await documentOf(evaluator, choices(programmeId, "zh"))).stamp).toBe(first.stamp);
    const other = await programmeWith(USUAL.slice(0, 30));
    expect((await documentOf(other.evaluator, choices(other.programmeId))).stamp).not.toBe(first.stamp);
  });

  it("is for whoever may read the Change page, and refuses a time that is not there", async () => {
    const { programmeId, evaluator } = await programmeWith(USUAL);
    const peer = await signedIn(database.db, { programmeId, role: "peer-coordinator" });
    expect(reasonOf(await makeReport(peer, choices(programmeId)))).toBe("forbidden:access.denied");
    const never = { ...choices(programmeId), timepointCode: "never" };
    expect(reasonOf(await makeReport(evaluator, never))).toBe("not-found:timepoint.none");
  });

  it("leaves a trace when it is downloaded", async () => {
    const { programmeId, evaluator } = await programmeWith(USUAL);
    const file = await exportReport(evaluator, { ...choices(programmeId), type: "docx" });
    if (!file.ok) throw new Error(reasonOf(file));
    expect(file.value.fileName).toMatch(/^report-2026-06-15-[0-9a-f]{8}\.docx$/);
    const [event] = await database.db.auditEvent.findMany({ where: { programmeId, action: "report.export" } });
    expect(event?.detail).toMatchObject({ type: "docx", language: "en" });
  });
});
