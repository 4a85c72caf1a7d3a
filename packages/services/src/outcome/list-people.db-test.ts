import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { expectOk } from "../testing/laboratory-files";
import { reasonOf } from "../testing/reason-of";
import { type Plan, recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";
import { listOutcomePeople } from "./list-people";
import { readOutcome } from "./read";

const database = useTestDatabase();
const measure = "phq9/total";
let plan: Plan;
let programmeId: string;
let administrator: Context;

beforeEach(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  await database.db.instrumentUse.create({
    data: { programmeId, instrument: "phq9", edition: "1999", timepointCodes: [], position: 0, askedOf: "everyone" },
  });
  administrator = await signedIn(database.db, { programmeId, role: "administrator" });
  // Of thirteen at the first site one has no second score; lower is better.
  const rows = Array.from({ length: 12 }, (_, i): [number, number | null] => [10 + i, 22 - 2 * i]);
  await recordScores(database.db, plan, measure, [
    { cohort: 0, site: 0, rows: [...rows, [15, null]] },
    { cohort: 0, site: 1, rows: [[12, 4]] },
    { cohort: 1, site: 0, rows: [[3, 3]] },
  ]);
});

const asked = () => ({ programmeId, measure, timepointId: plan.timepoints[1].id, cohortId: plan.cohorts[0].id });
const list = async (context: Context, more: object = {}) =>
  expectOk(await listOutcomePeople(context, { ...asked(), ...more }));

describe("the people behind an outcome", () => {
  it("are those of the cohort, the worst change first, whoever lacks a score last and never as zero", async () => {
    const { people, counts } = await list(administrator);
    expect(people).toHaveLength(14);
    expect(people[0]).toMatchObject({ before: 10, after: 22, change: 12, category: "reliably-deteriorated" });
    expect(people.at(-1)).toMatchObject({ before: 15, after: null, change: null, category: null });
    expect((await list(administrator, { order: "best" })).people[0]).toMatchObject({ change: -21 });
    const codes = (await list(administrator, { order: "code" })).people.map(({ code }) => code);
    expect(codes).toEqual(codes.toSorted());
    expect(counts.all).toBe(14);
    expect(counts["not-known"]).toBe(1);
  });

  it("are as many of each kind as the page itself says", async () => {
    const page = expectOk(await readOutcome(administrator, asked()));
    if (page.kind !== "score" || page.analysis.reliableChange.kind !== "reliable-change") throw new Error("not known");
    const said = page.analysis.reliableChange.counts;
    const { counts, people } = await list(administrator, { kind: "reliably-deteriorated" });
    expect(counts).toMatchObject({
      "reliably-deteriorated": said.reliablyDeteriorated,
      "reliably-improved": said.reliablyImproved,
      unchanged: said.unchanged,
      recovered: said.recovered,
    });
    expect(said.reliablyDeteriorated).toBeGreaterThan(0);
    expect(people).toHaveLength(said.reliablyDeteriorated);
  });

  it("are those of one's own sites, for whoever may see people, with a trace", async () => {
    const evaluator = await signedIn(database.db, { programmeId, role: "evaluator", siteId: plan.sites[0].id });
    expect((await list(evaluator)).people).toHaveLength(13);
    for (const role of ["researcher", "peer-coordinator"] as const) {
      const other = await signedIn(database.db, { programmeId, role });
      expect(reasonOf(await listOutcomePeople(other, asked()))).toBe("forbidden:access.denied");
    }
    const trail = await database.db.auditEvent.findMany({ where: { programmeId, action: "outcome.list-people" } });
    expect(trail.map(({ detail }) => detail)).toEqual([
      { measure, timepointId: plan.timepoints[1].id, cohortId: plan.cohorts[0].id, rows: 13 },
    ]);
    const frozen = await listOutcomePeople(administrator, { ...asked(), snapshotId: uuidv7() });
    expect(reasonOf(frozen)).toBe("rule:outcome.people-frozen");
  });
});
