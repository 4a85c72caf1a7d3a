import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { beforeAll, describe, expect, it } from "vitest";
import { startComputation } from "../computation/start";
import type { Context } from "../context";
import { isRPresent, runInR } from "../outcome-script/run-in-r.fixture";
import { reasonOf } from "../testing/reason-of";
import { recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";
import { exportScript } from "./export-script";

const database = useTestDatabase();
const measure = "measure/calm";
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let programmeId: string;
let researcher: Context;
let asked: { programmeId: string; measure: string; timepointId: string; cohortId: string };

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  const calm = { programmeId, code: "calm", label: "Calm", domain: "outcome.psychological", improvement: "increase" };
  await database.db.programmeMeasure.create({ data: calm });
  const rows = Array.from({ length: 30 }, (_, i) => [i % 9, i % 4 === 0 ? undefined : (i * 5) % 11]);
  await recordScores(database.db, plan, measure, [
    { cohort: 0, site: 0, rows },
    { cohort: 0, site: 1, rows: rows.slice(0, 24) },
    { cohort: 1, site: 1, rows: rows.slice(0, 6) },
  ]);
  researcher = await signedIn(database.db, { programmeId, role: "researcher" });
  asked = { programmeId, measure, timepointId: plan.timepoints[1].id, cohortId: plan.cohorts[0].id };
});

async function script(context: Context, given: Partial<typeof asked> = {}) {
  const exported = await exportScript(context, { ...asked, ...given });
  if (!exported.ok) throw new Error(reasonOf(exported));
  return exported.value;
}

/** Whether R agrees with every figure; true where there is no R, which another test reports. */
function agrees(text: string): boolean {
  return !isRPresent() || runInR(text).status === 0;
}

describe("exportScript", () => {
  it("carries the rows without a code, a name, or what is measured, and R agrees with it", async () => {
    const { fileName, text } = await script(researcher);
    expect(fileName).toBe("outcome-2026-06-15.R");
    const people = await database.db.participant.findMany({ where: { programmeId } });
    const sites = plan.sites.flatMap(({ id, name }) => [id, name]);
    const known = [
      ...people.flatMap(({ participantId, code }) => [participantId, code]),
      ...sites,
      plan.programme.name,
      "calm",
      "Calm",
    ];
    expect(people.length).toBe(60);
    expect(known.filter((one) => text.includes(one))).toEqual([]);
    expect(text.match(/^\d+,A,/gm)).toHaveLength(54);
    expect(text).toContain("# Bootstrap and imputation: had not been computed");
    expect(text).toMatch(/# Rows and settings, SHA-256: [0-9a-f]{64}\n/);
    expect(text).toContain("paired/paired-change 1");
    expect(agrees(text)).toBe(true);
  });

  it("carries the rows of the strip that take long once they have been computed", async () => {
    const started = await startComputation(researcher, asked);
    if (!started.ok) throw new Error(reasonOf(started));
    await expect.poll(() => researcher.computations.running.size, { timeout: 30_000 }).toBe(0);
    const { text } = await script(researcher);
    expect(text).toContain("\nresamples <- 5000\nseed <- c(12345, 12345, 12345, 12345, 12345, 12345)\n");
    expect(text).toContain("\nbootstrap.change.accelerated.low,");
    expect(text).toContain("\nimputation.pooled.value,");
    expect(agrees(text)).toBe(true);
  });

  it("gives none of few people, nor to those who may not have it", async () => {
    const coordinator = await signedIn(database.db, { programmeId, role: "peer-coordinator" });
    expect(await exportScript(coordinator, asked)).toMatchObject({ ok: false });
    const few = { ...asked, cohortId: plan.cohorts[1].id };
    expect(await exportScript(researcher, few)).toMatchObject({ failure: { reason: "outcome.too-few" } });
  });
});
