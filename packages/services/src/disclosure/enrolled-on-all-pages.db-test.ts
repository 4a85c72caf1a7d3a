import { boundsOf } from "@alongside/analysis/disclosure-control/shown-count";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { VIRAL_LOAD_CHECKS } from "@alongside/domain/viral-load/soft-checks";
import { beforeEach, describe, expect, it } from "vitest";
import { readChange } from "../change/read";
import type { Context } from "../context";
import { readSuppression } from "../suppression/read";
import { copies, enrolAt, makeLaboratory, saveRowsAs, type TestLaboratory, viralLoadRow } from "../testing/laboratory";
import { expectOk } from "../testing/laboratory-files";
import { recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";

const database = useTestDatabase();
const REASONS = Object.fromEntries(VIRAL_LOAD_CHECKS.map((check) => [check, "Compared with the paper"]));
const MEASURE = "measure/calm";
let lab: TestLaboratory;
let researcher: Context;

beforeEach(async () => {
  lab = await makeLaboratory(database.db);
  const measure = { code: "calm", label: "Calm", domain: "outcome.psychological", improvement: "increase" };
  await database.db.programmeMeasure.create({ data: { programmeId: lab.programmeId, ...measure } });
  researcher = await signedIn(database.db, { programmeId: lab.programmeId, role: "researcher" });
});

/** People of the first cohort with a score at the baseline, or none, and no result. */
function answered(scores: readonly (number | undefined)[]) {
  const rows = scores.map((score) => [score, score === undefined ? undefined : score + 1]);
  return recordScores(database.db, lab.plan, MEASURE, [{ cohort: 0, site: 0, rows }]);
}

/** Somebody of the first cohort with a result before and after, without a score. */
async function tested() {
  const { participantId } = await enrolAt(lab);
  const row = (collectedOn: string) =>
    viralLoadRow(participantId, copies("300", { collectedOn }), { reasons: REASONS });
  await saveRowsAs(lab.nurse, lab.programmeId, [row("2026-01-06"), row("2026-04-06")]);
}

/** Everything both pages say of everybody enrolled in the first cohort, and what else is told of them there. */
async function pagesOf(context: Context) {
  const { programmeId } = lab;
  const [cohort] = lab.plan.cohorts;
  const change = expectOk(await readChange(context, { programmeId }));
  const results = expectOk(await readSuppression(context, { programmeId, cohortId: cohort.id }));
  const row = change.table.domains
    .flatMap(({ measures }) => measures)
    .find(({ description }) => description.measure === MEASURE)
    ?.cohorts.find(({ cohortId }) => cohortId === cohort.id);
  return {
    onChange: row?.enrolled,
    baseline: row?.baseline,
    onResults: results.suppression.rules[0]?.own.people,
    flows: results.transitions[0]?.nodes ?? [],
  };
}

/** The numbers of people enrolled that both pages together leave open. */
function leftOpen({ onChange, onResults }: Awaited<ReturnType<typeof pagesOf>>): readonly number[] {
  if (onChange === undefined || onResults === undefined) throw new Error("not shown");
  const [a, b] = [boundsOf(onChange), boundsOf(onResults.enrolled)];
  const low = Math.max(a.low, b.low, boundsOf(onResults.expected).low);
  return Array.from({ length: Math.min(a.high, b.high) - low + 1 }, (_, at) => low + at);
}

describe("everybody enrolled, for whoever may not list them", () => {
  it("are not told on the page of results where a few of them have no score", async () => {
    await answered([...Array.from({ length: 20 }, (_, at) => at), undefined, undefined]);
    const pages = await pagesOf(researcher);
    expect(pages.baseline).toEqual({ kind: "exact", n: 20 });
    expect(pages.onChange?.kind).toBe("range");
    expect(pages.onResults?.enrolled).toEqual(pages.onChange);
    expect(leftOpen(pages).length).toBeGreaterThan(1);
    expect(leftOpen(pages).some((enrolled) => enrolled - 20 >= 5 || enrolled === 22)).toBe(true);
    expect(pages.flows).toEqual([]);
  });

  it("are not told on the Change page where a few of them have no result", async () => {
    for (let person = 0; person < 12; person += 1) await tested();
    await answered([undefined, undefined]);
    const pages = await pagesOf(researcher);
    expect(pages.onResults?.enrolled.kind).toBe("range");
    expect(pages.onChange).toEqual(pages.onResults?.enrolled);
    expect(leftOpen(pages).length).toBeGreaterThan(1);
  });

  it("are told where neither page gives a few of them away, and to whoever may list them as each page decides", async () => {
    await answered(Array.from({ length: 20 }, (_, at) => at));
    const pages = await pagesOf(researcher);
    expect([pages.onChange, pages.onResults?.enrolled]).toEqual([
      { kind: "exact", n: 20 },
      { kind: "exact", n: 20 },
    ]);
    await answered([undefined, undefined]);
    const { onChange, onResults } = await pagesOf(lab.nurse);
    expect(onChange?.kind).toBe("range");
    expect(onResults?.enrolled).toEqual({ kind: "exact", n: 22 });
  });
});
