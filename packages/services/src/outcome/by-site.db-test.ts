import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { beforeAll, expect, it } from "vitest";
import { reasonOf } from "../testing/reason-of";
import { recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";
import { readOutcome } from "./read";

const database = useTestDatabase();
const measure = "measure/bdi";
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let programmeId: string;

/** Scores of people before and after; the site and the cohort move both a little, the same every time. */
const rows = (count: number, less: number) =>
  Array.from({ length: count }, (_, at) => [12 + ((at * 7) % 13), 10 + ((at * 5) % 11) - less]);

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  const bdi = { code: "bdi", label: "Depression", domain: "outcome.psychological", improvement: "decrease" };
  await database.db.programmeMeasure.create({ data: { programmeId, ...bdi, minimum: 0, maximum: 63 } });
  await recordScores(database.db, plan, measure, [
    { cohort: 0, site: 0, rows: rows(16, 3) },
    { cohort: 0, site: 1, rows: rows(14, 1) },
    { cohort: 1, site: 0, rows: rows(15, 0) },
    { cohort: 1, site: 1, rows: rows(13, 0) },
  ]);
});

async function read(role: "evaluator" | "researcher", siteId?: string) {
  const context = await signedIn(database.db, { programmeId, role });
  const found = await readOutcome(context, {
    ...{ programmeId, measure, timepointId: plan.timepoints[1].id, cohortId: plan.cohorts[0].id },
    ...{ comparedWith: plan.cohorts[1].id, ...(siteId === undefined ? {} : { siteId }) },
  });
  if (!found.ok) throw new Error(reasonOf(found));
  return found.value;
}

const waysOf = ({ subgroups }: Awaited<ReturnType<typeof read>>) =>
  subgroups === null || "kind" in subgroups ? subgroups : subgroups.map(({ by, shown }) => [by, "kind" in shown]);

it("is told site by site, pooled and as subgroups, to whoever may look at single sites", async () => {
  const found = await read("evaluator");
  expect(found.acrossSites?.pooling).toMatchObject({ kind: "site-pooling", sites: [{ n: 16 }, { n: 14 }] });
  expect(Object.values(found.acrossSites?.names ?? {}).toSorted()).toEqual(
    plan.sites.map(({ name }) => name).toSorted(),
  );
  expect(waysOf(found)).toEqual([
    ["baseline", false],
    ["site", false],
  ]);
});

it("is of no single site for anybody else, nor where one site is looked at", async () => {
  const found = await read("researcher");
  expect(found.acrossSites).toBeNull();
  expect(waysOf(found)).toEqual([["baseline", false]]);
  const one = await read("evaluator", plan.sites[0].id);
  expect(one.acrossSites).toBeNull();
  expect(Array.isArray(waysOf(one)) && waysOf(one)).toHaveLength(1);
});
