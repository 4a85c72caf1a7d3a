import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { beforeAll, expect, it } from "vitest";
import { createCohort } from "../cohort/create";
import { updateCohort } from "../cohort/update";
import type { Context } from "../context";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { createSite } from "./create";
import { updateSite } from "./update";

const database = useTestDatabase();
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let other: typeof plan;
let programmeId: string;
let administrator: Context;

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  other = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  administrator = await signedIn(database.db, { programmeId, role: "administrator" });
});

const trace = (action: string) => database.db.auditEvent.findMany({ where: { programmeId, action } });

it("adds a site, once per name, trimmed", async () => {
  expect(reasonOf(await createSite(administrator, { programmeId, name: " East " }))).toBe("ok");
  expect(reasonOf(await createSite(administrator, { programmeId, name: "East" }))).toBe("duplicate:site.create.taken");
  expect(await trace("site.create")).toMatchObject([{ detail: { name: "East" } }]);
});

it("closes and reopens a site, and does not see another programme's", async () => {
  const siteId = plan.sites[0].id;
  const change = (given: object) =>
    updateSite(administrator, { programmeId, siteId, name: "North", active: false, ...given });
  expect(reasonOf(await change({}))).toBe("ok");
  expect(await database.db.site.findUnique({ where: { id: siteId } })).toMatchObject({ active: false });
  expect(reasonOf(await change({ active: true }))).toBe("ok");
  expect(reasonOf(await change({ name: "South" }))).toBe("duplicate:site.update.taken");
  expect(reasonOf(await change({ siteId: other.sites[0].id }))).toBe("not-found:site.none");
  expect(await database.db.site.findUnique({ where: { id: other.sites[0].id } })).toEqual(other.sites[0]);
  expect(await trace("site.update")).toHaveLength(2);
});

it("adds a cohort, once per name, of a known kind", async () => {
  const cohort = { programmeId, name: "Waiting list", kind: "comparison" as const };
  expect(reasonOf(await createCohort(administrator, cohort))).toBe("ok");
  expect(reasonOf(await createCohort(administrator, cohort))).toBe("duplicate:cohort.create.taken");
  const odd = { ...cohort, name: "Odd", kind: "control" } as unknown as typeof cohort;
  expect(await createCohort(administrator, odd)).toMatchObject({ ok: false, failure: { issues: [{ path: "kind" }] } });
  expect(await trace("cohort.create")).toMatchObject([{ detail: { name: "Waiting list" } }]);
});

it("closes a cohort, and does not see another programme's", async () => {
  const cohortId = plan.cohorts[0].id;
  const change = { programmeId, cohortId, name: "Walks", kind: "peer-support" as const, active: false };
  expect(reasonOf(await updateCohort(administrator, change))).toBe("ok");
  expect(await database.db.cohort.findUnique({ where: { id: cohortId } })).toMatchObject({
    name: "Walks",
    active: false,
  });
  const foreign = { ...change, cohortId: other.cohorts[0].id };
  expect(reasonOf(await updateCohort(administrator, foreign))).toBe("not-found:cohort.none");
});
