import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { CohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { createDefinition } from "../cohort-definition/create";
import type { Context } from "../context";
import { reasonOf } from "../testing/reason-of";
import { recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";
import { readOutcome } from "./read";

const database = useTestDatabase();
const measure = "measure/bdi";
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let programmeId: string;
let evaluator: Context;
let ids: Readonly<Record<"own" | "other" | "low" | "both" | "stayed", string>>;

/** Scores before and after; a third of the people of each arm start below 14. */
const rows = (count: number, less: number) =>
  Array.from({ length: count }, (_, at) => [10 + ((at * 7) % 13), 8 + ((at * 7) % 13) + ((at * 3) % 5) - less]);

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  const bdi = { code: "bdi", label: "Depression", domain: "outcome.psychological", improvement: "decrease" };
  await database.db.programmeMeasure.create({ data: { programmeId, ...bdi, minimum: 0, maximum: 63 } });
  await recordScores(database.db, plan, measure, [
    { cohort: 0, site: 0, rows: rows(36, 3) },
    { cohort: 1, site: 1, rows: rows(33, 0) },
  ]);
  evaluator = await signedIn(database.db, { programmeId, role: "evaluator" });
  const researcher = await signedIn(database.db, { programmeId, role: "researcher" });
  const define = async (name: string, criteria: CohortCriteria) => {
    const definitionId = uuidv7();
    const made = await createDefinition(researcher, { programmeId, definitionId, name, criteria });
    if (!made.ok) throw new Error(reasonOf(made));
    return definitionId;
  };
  ids = {
    own: await define("Of the first arm", { arms: [plan.cohorts[0].id] }),
    other: await define("Of the second arm", { arms: [plan.cohorts[1].id] }),
    low: await define("Low before", { baseline: [{ measure, from: 14, below: null }] }),
    both: await define("Everybody", {}),
    stayed: await define("Still there", { standing: ["active"], arms: [plan.cohorts[1].id] }),
  };
});

async function read(cohortId: string, comparedWith?: string, context = evaluator) {
  const found = await readOutcome(context, {
    ...{ programmeId, measure, timepointId: plan.timepoints[1].id, cohortId },
    ...(comparedWith === undefined ? {} : { comparedWith }),
    ...(Object.values(ids).includes(cohortId) ? { definitionIds: Object.values(ids) } : {}),
  });
  if (!found.ok) throw new Error(reasonOf(found));
  if (found.value.kind !== "score") throw new Error("not a score");
  return found.value;
}

describe("an outcome of cohorts that somebody defined", () => {
  it("has the figures of the arms where it has their people", async () => {
    const [defined, arms] = [await read(ids.own, ids.other), await read(plan.cohorts[0].id, plan.cohorts[1].id)];
    expect(defined.hindrance).toBeNull();
    expect(defined.analysis.change.change).toEqual(arms.analysis.change.change);
    const [one, other] = [defined.analysis.comparison, arms.analysis.comparison];
    if (one?.kind !== "comparison" || other?.kind !== "comparison") throw new Error("not compared");
    expect(one.differences).toEqual(other.differences);
    expect(defined.standing).toMatchObject({ kind: "exploratory" });
    expect(defined.comparable.map(({ name }) => name).toSorted()).toContain("Low before");
  });

  it("says that people were chosen by the very score, so that some of the change would have come anyway", async () => {
    const { analysis } = await read(ids.low);
    expect(analysis.assumptions.find(({ id }) => id === "no-entry-cut-off")?.status).toBe("fail");
    // Nobody knows how well this scale repeats itself, so how much it is cannot be said.
    expect(analysis.change.regressionToMean).toEqual({ kind: "not-known", cutOff: 14 });
    expect((await read(ids.own)).analysis.assumptions.find(({ id }) => id === "no-entry-cut-off")?.status).toBe(
      "cannot-check",
    );
  });

  it("is compared with nobody who shares its people, nor was chosen by what came of them", async () => {
    expect(await read(ids.own, ids.both)).toMatchObject({ hindrance: "overlap", comparedWith: null });
    expect(await read(ids.own, ids.stayed)).toMatchObject({ hindrance: "chosen-by-outcome", comparedWith: null });
    expect((await read(ids.own, ids.both)).analysis.comparison).toBeNull();
  });

  it("is open to who sees nobody where the ledger lets it through, and not of a snapshot", async () => {
    const researcher = await signedIn(database.db, { programmeId, role: "researcher" });
    const [theirs, ours] = [await read(ids.own, undefined, researcher), await read(ids.own)];
    expect(theirs.analysis.change.change).toEqual(ours.analysis.change.change);
    const frozen = await readOutcome(evaluator, {
      ...{ programmeId, measure, timepointId: plan.timepoints[1].id, cohortId: ids.own },
      ...{ definitionIds: [ids.own], snapshotId: uuidv7() },
    });
    expect(reasonOf(frozen)).toBe("rule:snapshot.arms-only");
  });
});
