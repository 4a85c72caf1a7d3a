import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { beforeAll, describe, expect, it } from "vitest";
import { exportChange } from "../change/export";
import { readChange } from "../change/read";
import { startComputation } from "../computation/start";
import type { Context } from "../context";
import { isRPresent, runInR } from "../outcome-script/run-in-r.fixture";
import { reasonOf } from "../testing/reason-of";
import { recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";
import { exportScript } from "./export-script";
import { readOutcome } from "./read";

const database = useTestDatabase();
const measure = "retention/missed-any";
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let researcher: Context;
let asked: { programmeId: string; measure: string; timepointId: string; cohortId: string };

/** So many people with these answers before and after; undefined where nobody asked. */
function people(count: number, before: 0 | 1 | undefined, after: 0 | 1 | undefined) {
  return Array.from({ length: count }, () => [before, after]);
}

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  await recordScores(database.db, plan, measure, [
    { cohort: 0, site: 0, rows: [...people(30, 1, 1), ...people(15, 1, 0), ...people(5, 0, 1), ...people(10, 0, 0)] },
    { cohort: 1, site: 1, rows: [...people(20, 1, 1), ...people(3, 1, 0), ...people(7, 0, 1), ...people(20, 0, 0)] },
  ]);
  const programmeId = plan.programme.id;
  researcher = await signedIn(database.db, { programmeId, role: "researcher" });
  asked = { programmeId, measure, timepointId: plan.timepoints[1].id, cohortId: plan.cohorts[0].id };
});

async function outcome(given: Partial<typeof asked> & { comparedWith?: string } = {}) {
  const read = await readOutcome(researcher, { ...asked, comparedWith: "none", ...given });
  if (!read.ok) throw new Error(reasonOf(read));
  if (read.value.kind !== "binary") throw new Error("not yes or no");
  return read.value;
}

describe("readOutcome of a yes-or-no measure", () => {
  it("answers with shares and the two-by-two shift, and the same p value as the Change page's family", async () => {
    const { analysis, adjusted, description } = await outcome();
    expect(description.yesOrNo).toBe(true);
    const [known] = analysis.figures;
    expect(known?.shift).toEqual({ kind: "shift", gained: 5, kept: 30, lost: 15, never: 10 });
    if (known?.difference.kind !== "estimate") throw new Error("no estimate");
    expect(known.difference.value).toBeCloseTo(-1 / 6, 12);
    expect(known.difference.test?.pValue).toBeCloseTo(0.0266, 4);
    expect(adjusted).toMatchObject({ family: "exploratory", of: "change" });
    expect(adjusted?.adjusted).toBeGreaterThanOrEqual(known.difference.test?.pValue ?? 1);
  });

  it("shows the same difference on the Change page, and hides the cells of a small group there too", async () => {
    const read = await readChange(researcher, { programmeId: asked.programmeId });
    if (!read.ok) throw new Error(reasonOf(read));
    const row = read.value.table.domains
      .flatMap(({ measures }) => measures)
      .find((one) => one.description.measure === measure);
    const changes = row?.cohorts.map(({ followUps }) => followUps[0]?.change) ?? [];
    expect(changes.map((change) => (change?.kind === "estimate" ? change.method : change?.kind))).toEqual([
      "newcombe-paired",
      "newcombe-without-pairing",
    ]);
    const { analysis } = await outcome();
    expect(changes[0]).toEqual(analysis.figures[0]?.difference);
    const hidden = await outcome({ cohortId: plan.cohorts[1].id });
    expect(hidden.analysis.figures[0]?.shift.kind).toBe("suppressed");
    expect(changes[1]).toEqual(hidden.analysis.figures[0]?.difference);
  });

  it("names the unit in the file of the Change page: per cent, and percentage points", async () => {
    const exported = await exportChange(researcher, { programmeId: asked.programmeId, language: "en" });
    if (!exported.ok) throw new Error(reasonOf(exported));
    const line = exported.value.text.split("\r\n").find((one) => one.includes(",newcombe-paired,")) ?? "";
    // 45 of 60 before, 35 after.
    expect(line).toContain(",% who say yes; change in percentage points,75.00,58.33,-16.67,-30.27,-2.10,");
    expect(line).toContain("1: the share changed; not why");
  });

  it("has a script that R agrees with, without a row of anybody whose group is small", async () => {
    const exported = await exportScript(researcher, { ...asked, comparedWith: plan.cohorts[1].id });
    if (!exported.ok) throw new Error(reasonOf(exported));
    const { text } = exported.value;
    expect(text).toContain("\nA,yes,no,15\n");
    expect(text).not.toMatch(/^B,yes,no,/m);
    expect(text).toContain("# - the ratio of the shares after:");
    expect(text).not.toContain("retention");
    if (isRPresent()) expect(runInR(text)).toMatchObject({ status: 0, errors: "" });
  });

  it("has no rows that take long: resampled, 0 and 1 would tell of small groups", async () => {
    expect(reasonOf(await startComputation(researcher, asked))).toBe("not-found:outcome.no-long-rows");
  });
});
