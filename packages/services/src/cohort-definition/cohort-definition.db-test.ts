import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { CohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import { readChange } from "../change/read";
import type { Context } from "../context";
import { expectOk } from "../testing/laboratory-files";
import { reasonOf } from "../testing/reason-of";
import { recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";
import { countDefined } from "./count";
import { createDefinition } from "./create";
import { listDefinitions } from "./list";
import { reviseDefinition } from "./revise";

const database = useTestDatabase();
const MEASURE = "measure/calm";
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let programmeId: string;
let researcher: Context;
let evaluator: Context;

beforeEach(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  const measure = { code: "calm", label: "Calm", domain: "outcome.psychological", improvement: "increase" };
  await database.db.programmeMeasure.create({ data: { programmeId, ...measure } });
  researcher = await signedIn(database.db, { programmeId, role: "researcher" });
  evaluator = await signedIn(database.db, { programmeId, role: "evaluator" });
});

const define = (context: Context, name: string, criteria: Parameters<typeof createDefinition>[1]["criteria"] = {}) => {
  const definitionId = uuidv7();
  return { definitionId, asked: createDefinition(context, { programmeId, definitionId, name, criteria }) };
};
const listed = async () => expectOk(await listDefinitions(researcher, { programmeId })).definitions;
const scores = (count: number, from: number) => Array.from({ length: count }, (_, i) => [from + i, from + 2 * i]);
const label = (dataLabel: string | null) =>
  database.db.programme.updateMany({ where: { id: programmeId }, data: { dataLabel } });

describe("a cohort that is defined", () => {
  it("is stored once however often it is sent, in one way of writing, with a trace", async () => {
    const [one, other] = plan.cohorts;
    const asked = { programmeId, definitionId: uuidv7(), name: "Both", criteria: { arms: [other.id, one.id, one.id] } };
    const first = expectOk(await createDefinition(researcher, asked));
    expect(expectOk(await createDefinition(researcher, asked))).toEqual(first);
    expect(await listed()).toMatchObject([
      { name: "Both", number: 1, criteria: { arms: [one.id, other.id].toSorted() }, savedBy: researcher.actor?.name },
    ]);
    const renamed = { ...asked, name: "Another" };
    expect(reasonOf(await createDefinition(researcher, renamed))).toBe("conflict:cohort-definition.other");
    const trail = await database.db.auditEvent.findMany({ where: { action: "cohort-definition.save", programmeId } });
    expect(trail.map(({ detail }) => detail)).toEqual([
      { definitionId: asked.definitionId, name: "Both", number: 1, contentHash: first.contentHash },
    ]);
  });

  it("names nothing that the programme does not have, and says what and where", async () => {
    const elsewhere = await makeProgramme(database.db);
    const criteria = {
      arms: [plan.cohorts[0].id, elsewhere.cohorts[0].id],
      sites: [elsewhere.sites[0].id],
      baseline: [{ measure: "measure/none", from: 1, below: null }],
    };
    const refused = await define(researcher, "Wrong", criteria).asked;
    if (refused.ok) throw new Error("stored");
    expect(new Set(refused.failure.issues?.map(({ path, rule }) => `${path.replace(/\d+/, "n")} ${rule}`))).toEqual(
      new Set([
        "criteria.arms.n cohort-criteria.no-such-arm",
        "criteria.sites.n cohort-criteria.no-such-site",
        "criteria.baseline.n.measure cohort-criteria.no-such-measure",
      ]),
    );
    expect(await listed()).toEqual([]);
  });

  it("keeps every version; a change of name is none, and nobody overwrites what a colleague changed", async () => {
    const { definitionId, asked } = define(researcher, "First");
    await asked;
    const revise = (basedOn: number, name: string, standing?: "completed"[]) =>
      reviseDefinition(researcher, {
        ...{ programmeId, definitionId, basedOn, archived: false, name },
        criteria: standing === undefined ? {} : { standing },
      });
    expect(expectOk(await revise(1, "Renamed")).number).toBe(1);
    expect(expectOk(await revise(1, "Renamed", ["completed"])).number).toBe(2);
    expect(reasonOf(await revise(1, "Renamed"))).toBe("conflict:cohort-definition.revised");
    expect(await listed()).toMatchObject([{ name: "Renamed", number: 2, criteria: { standing: ["completed"] } }]);
    const versions = await database.db.cohortDefinitionVersion.findMany({ orderBy: { number: "asc" } });
    expect(versions.filter((one) => one.definitionId === definitionId).map(({ number }) => number)).toEqual([1, 2]);
    await expect(
      database.application.$transaction(async (tx) => {
        await tx.$executeRawUnsafe(`SET LOCAL app.programme_id = '${programmeId}'`);
        await tx.cohortDefinitionVersion.updateMany({ data: { criteria: {} } });
      }),
    ).rejects.toThrow("permission denied");
  });

  it("has a name of its own, and is defined by researchers and administrators alone", async () => {
    await define(researcher, "Taken").asked;
    expect(reasonOf(await define(researcher, "Taken").asked)).toBe("duplicate:cohort-definition.save.taken");
    expect(reasonOf(await define(evaluator, "Mine").asked)).toBe("forbidden:access.denied");
    const coordinator = await signedIn(database.db, { programmeId, role: "peer-coordinator" });
    expect(reasonOf(await listDefinitions(coordinator, { programmeId }))).toBe("forbidden:access.denied");
  });
});

describe("counting people by criteria of one's own", () => {
  const low = { baseline: [{ measure: MEASURE, from: null, below: 10 }] };

  it("counts for those who may list them, and who is in two cohorts", async () => {
    await recordScores(database.db, plan, MEASURE, [{ cohort: 0, site: 0, rows: scores(12, 4) }]);
    await recordScores(database.db, plan, MEASURE, [{ cohort: 1, site: 1, rows: scores(3, 8) }]);
    const cohorts = [low, { arms: [plan.cohorts[1].id] }];
    expect(expectOk(await countDefined(evaluator, { programmeId, cohorts }))).toEqual({
      kind: "counted",
      enrolled: { kind: "exact", n: 15 },
      sizes: [
        { kind: "exact", n: 8 },
        { kind: "exact", n: 3 },
      ],
      overlaps: [{ first: 0, second: 1, people: { kind: "exact", n: 2 } }],
    });
    const local = await signedIn(database.db, { programmeId, role: "evaluator", siteId: plan.sites[1].id });
    expect(expectOk(await countDefined(local, { programmeId, cohorts: [low] }))).toMatchObject({
      enrolled: { n: 3 },
      sizes: [{ n: 2 }],
    });
  });

  it("counts nobody's real people for those who may not, or one criterion less would tell of one person", async () => {
    await recordScores(database.db, plan, MEASURE, [{ cohort: 0, site: 0, rows: scores(12, 4) }]);
    expect(expectOk(await countDefined(researcher, { programmeId, cohorts: [low] }))).toEqual({ kind: "not-counted" });
    await label("simulated");
    expect(expectOk(await countDefined(researcher, { programmeId, cohorts: [low] }))).toMatchObject({
      sizes: [{ kind: "exact", n: 6 }],
    });
    const few = { baseline: [{ measure: MEASURE, from: null, below: 6 }] };
    expect(expectOk(await countDefined(researcher, { programmeId, cohorts: [few] }))).toMatchObject({
      sizes: [{ kind: "hidden", below: 5 }],
    });
  });
});

describe("the change of defined cohorts", () => {
  it("is that of their people, hidden where they are few", async () => {
    await recordScores(database.db, plan, MEASURE, [{ cohort: 0, site: 0, rows: scores(24, 0) }]);
    await recordScores(database.db, plan, MEASURE, [{ cohort: 1, site: 1, rows: scores(4, 2) }]);
    const lower = define(researcher, "Lower half", { baseline: [{ measure: MEASURE, from: null, below: 12 }] });
    const few = define(researcher, "Few", { arms: [plan.cohorts[1].id] });
    await Promise.all([lower.asked, few.asked]);
    const definitionIds = [few.definitionId, lower.definitionId];
    const { table, definitions } = expectOk(await readChange(evaluator, { programmeId, definitionIds }));
    expect(definitions?.map(({ name, number }) => [name, number])).toEqual([
      ["Few", 1],
      ["Lower half", 1],
    ]);
    const [hidden, shown] = table.domains.flatMap(({ measures }) => measures)[0]?.cohorts ?? [];
    expect(hidden?.followUps[0]?.change.kind).toBe("suppressed");
    // People scored 0 to 11, twice that after, and four from the other arm with 2 to 5 and 2, 4, 6, 8.
    expect(shown?.followUps[0]).toMatchObject({
      paired: { kind: "exact", n: 16 },
      summary: { meanBefore: { value: (66 + 14) / 16 }, meanAfter: { value: (132 + 20) / 16 } },
    });
    expect(reasonOf(await readChange(evaluator, { programmeId, definitionIds: [uuidv7()] }))).toBe(
      "not-found:cohort-definition.none",
    );
  });

  it("is shown to whoever sees nobody unless few people tell it from what was released, to anybody", async () => {
    await recordScores(database.db, plan, MEASURE, [{ cohort: 0, site: 0, rows: scores(24, 0) }]);
    await recordScores(database.db, plan, MEASURE, [{ cohort: 1, site: 1, rows: scores(20, 20) }]);
    const of = async (name: string, criteria: CohortCriteria) => {
      const { definitionId, asked } = define(researcher, name, criteria);
      await asked;
      return definitionId;
    };
    const below = (bound: number): CohortCriteria => ({ baseline: [{ measure: MEASURE, from: null, below: bound }] });
    const lower = await of("Lower", below(12));
    const show = async (definitionId: string, context = researcher) =>
      readChange(context, { programmeId, definitionIds: [definitionId] });
    const first = expectOk(await show(lower));
    expect(first.table.domains).toEqual(expectOk(await show(lower, evaluator)).table.domains);
    expect(expectOk(await show(lower)).table).toEqual(first.table);
    // One person more or less, all but one of an arm, or what two groups leave of a third.
    const colleague = await signedIn(database.db, { programmeId, role: "researcher" });
    const close = "rule:cohort-definition.too-close";
    expect(reasonOf(await show(await of("Lower but one", below(11)), colleague))).toBe(close);
    expect(reasonOf(await show(await of("Nearly the arm", { arms: [plan.cohorts[0].id], ...below(23) })))).toBe(close);
    const upper: CohortCriteria = {
      arms: [plan.cohorts[0].id],
      baseline: [{ measure: MEASURE, from: 14, below: null }],
    };
    expect(reasonOf(await show(await of("Upper", upper)))).toBe(close);
    const far = await of("Upper half", { ...upper, baseline: [{ measure: MEASURE, from: 12, below: null }] });
    expect(reasonOf(await show(far))).toBe("ok");
    expect(reasonOf(await show(await of("Lower but one, again", below(11)), evaluator))).toBe("ok");
    const refusals = await database.db.auditEvent.findMany({ where: { programmeId, action: "change.read" } });
    expect(refusals.filter(({ detail }) => JSON.stringify(detail).includes("too-close"))).toHaveLength(3);
    // Somebody comes: what was shown stays as it was, and nothing new is.
    await recordScores(database.db, plan, MEASURE, [{ cohort: 0, site: 0, rows: scores(1, 3) }]);
    expect(expectOk(await show(lower))).toMatchObject({ table: first.table, heldSince: expect.any(Date) });
    expect(reasonOf(await show(await of("Others", below(6))))).toBe("rule:release.waiting");
  });
});
