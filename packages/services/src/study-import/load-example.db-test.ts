import { readCells } from "@alongside/db/change-statistic/read-cells";
import { verifyCells } from "@alongside/db/change-statistic/verify";
import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { describe, expect, it } from "vitest";
import { readChange } from "../change/read";
import { actorOf, contextFor, signedIn } from "../testing/test-context";
import { listExampleStudies } from "./list-examples";
import { loadExampleStudy } from "./load-example";

const database = useTestDatabase();

async function researcher() {
  const { programme } = await makeProgramme(database.db);
  return {
    programmeId: programme.id,
    context: await signedIn(database.db, { programmeId: programme.id, role: "researcher" }),
  };
}

async function opened(slug: string) {
  const { programmeId, context } = await researcher();
  const result = await loadExampleStudy(context, { programmeId, slug });
  if (!result.ok) throw new Error(result.failure.reason);
  return { ...result.value, context, lender: programmeId };
}

describe("opening a published study", () => {
  it.each([
    ["btheb", 100, 380],
    ["fdd", 52, 722],
    ["chain", 532, 1877],
  ])("%s: everybody and every value, in a programme of its own that says what it is", async (slug, people, values) => {
    const { programmeId, slug: address, context } = await opened(slug);
    const programme = await database.db.programme.findUniqueOrThrow({ where: { id: programmeId } });
    expect(programme).toMatchObject({ dataLabel: "published data set", slug: address, suppressionThreshold: 1 });
    expect(address).toMatch(/^[0-9a-f]{10}$/);
    expect(await database.db.participant.count({ where: { programmeId } })).toBe(people);
    expect(await database.db.score.count({ where: { programmeId } })).toBe(values);
    expect(await verifyCells(database.db, programmeId)).toEqual([]);
    const membership = await database.db.membership.findMany({ where: { programmeId } });
    expect(membership).toMatchObject([
      { userId: context.actor?.userId, role: context.actor?.memberships[0]?.role, siteId: null },
    ]);
  });

  it("btheb: the sums of the pairs are those of the file", async () => {
    const { programmeId } = await opened("btheb");
    const cells = await readCells(database.db, programmeId);
    const tau = await database.db.cohort.findFirstOrThrow({ where: { programmeId, name: "Treatment as usual" } });
    const last = await database.db.timepoint.findFirstOrThrow({ where: { programmeId, code: "8m" } });
    const cell = cells.find((each) => each.cohortId === tau.id && each.timepointId === last.id);
    // 25 pairs with means 24.12 and 13.6.
    expect(cell).toMatchObject({ n: 25, pairs: 25, sumX: "603", sumY: "340" });
  });

  it("btheb: the Change page has the numbers of people that were published, none hidden or widened", async () => {
    const { programmeId, context } = await opened("btheb");
    const member = contextFor(database.db, await actorOf(database.db, context.actor?.userId ?? ""));
    const read = await readChange(member, { programmeId });
    if (!read.ok) throw new Error(read.failure.reason);
    const { table } = read.value;
    const last = table.timepoints.find(({ code }) => code === "8m")?.id;
    const rows = table.domains.flatMap(({ measures }) => measures).flatMap(({ cohorts }) => cohorts);
    const shown = rows.map(({ cohortId, enrolled, followUps }) => ({
      name: table.cohorts.find(({ id }) => id === cohortId)?.name,
      enrolled,
      both: followUps.find(({ timepointId }) => timepointId === last)?.paired,
    }));
    const exactly = (n: number) => ({ kind: "exact", n });
    expect(shown).toEqual([
      { name: "Treatment as usual", enrolled: exactly(48), both: exactly(25) },
      { name: "Beating the Blues", enrolled: exactly(52), both: exactly(27) },
    ]);
  });

  it("is opened once a person, and one person's is not another's", async () => {
    const first = await opened("btheb");
    const again = await loadExampleStudy(first.context, { programmeId: first.lender, slug: "btheb" });
    expect(again).toEqual({ ok: true, value: { programmeId: first.programmeId, slug: first.slug, created: false } });
    const second = await opened("btheb");
    expect(second.programmeId).not.toBe(first.programmeId);
  });

  it("finishes what was cut short", async () => {
    const { programmeId, context, lender } = await opened("fdd");
    // As a killed server leaves it: programme and file, and nobody in it.
    const { db } = database;
    await database.owner.participant.deleteMany({ where: { programmeId } });
    await db.changeStatistic.deleteMany({ where: { programmeId } });
    await db.participantCode.deleteMany({ where: { claim: { startsWith: programmeId } } });
    await db.studyImport.updateMany({ where: { programmeId }, data: { status: "running" } });
    const { FDD } = await import("@alongside/interchange/studies/fdd");
    const imports = await db.studyImport.findFirstOrThrow({ where: { programmeId } });
    const content = new TextEncoder().encode(FDD.csv);
    await db.studyImportPiece.create({ data: { programmeId, studyImportId: imports.id, position: 0, content } });
    const again = await loadExampleStudy(context, { programmeId: lender, slug: "fdd" });
    expect(again).toMatchObject({ ok: true, value: { programmeId, created: false } });
    expect(await db.participant.count({ where: { programmeId } })).toBe(52);
    expect(await verifyCells(db, programmeId)).toEqual([]);
  });

  it("is for administrators and researchers, and only for studies there are", async () => {
    const { programme } = await makeProgramme(database.db);
    const programmeId = programme.id;
    for (const role of ["evaluator", "clinic-staff", "peer-coordinator"] as const) {
      const context = await signedIn(database.db, { programmeId, role });
      expect(await loadExampleStudy(context, { programmeId, slug: "btheb" })).toMatchObject({
        failure: { code: "forbidden" },
      });
      expect(await listExampleStudies(context, { programmeId })).toMatchObject({ failure: { code: "forbidden" } });
    }
    const nobody = contextFor(database.db, null);
    expect(await loadExampleStudy(nobody, { programmeId, slug: "btheb" })).toMatchObject({
      failure: { code: "signed-out" },
    });
    const { context, programmeId: own } = await researcher();
    expect(await loadExampleStudy(context, { programmeId: own, slug: "none" })).toMatchObject({
      failure: { code: "not-found" },
    });
    expect(await listExampleStudies(context, { programmeId: own })).toMatchObject({
      value: [{ slug: "btheb", participants: 100 }, { slug: "fdd" }, { slug: "chain" }],
    });
  });
});
