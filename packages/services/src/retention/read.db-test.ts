import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { beforeEach, describe, expect, it } from "vitest";
import { readChange } from "../change/read";
import type { Context } from "../context";
import { reasonOf } from "../testing/reason-of";
import { recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";
import { readRetention } from "./read";

const database = useTestDatabase();
const MEASURE = "measure/calm";
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let programmeId: string;
let researcher: Context;
let people: Awaited<ReturnType<typeof recordScores>>;

beforeEach(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  const measure = { code: "calm", label: "Calm", domain: "outcome.psychological", improvement: "increase" };
  await database.db.programmeMeasure.create({ data: { programmeId, ...measure } });
  researcher = await signedIn(database.db, { programmeId, role: "researcher" });
  people = await recordScores(database.db, plan, MEASURE, [
    { cohort: 0, site: 0, rows: Array.from({ length: 40 }, (_, i) => [i % 9, (i * i) % 11]) },
    // Enrolled without a baseline: in no figure of who stayed.
    { cohort: 0, site: 0, rows: Array.from({ length: 12 }, () => [undefined, 3]) },
    { cohort: 1, site: 1, rows: Array.from({ length: 30 }, (_, i) => [i % 7, (i * i) % 5]) },
  ]);
});

/** Ends enrolments of some people so many days after they began. */
async function end(from: number, to: number, status: string, days: number) {
  const ids = people.slice(from, to).map(({ participantId }) => participantId);
  for (const { participantId, enrolledOn } of await database.db.enrolment.findMany({
    where: { participantId: { in: ids } },
  })) {
    const endedOn = new Date(enrolledOn.getTime() + days * 86_400_000);
    await database.db.enrolment.updateMany({ where: { participantId }, data: { status, endedOn } });
  }
}

async function read(context: Context) {
  const found = await readRetention(context, { programmeId });
  if (!found.ok) throw new Error(reasonOf(found));
  return found.value;
}

describe("who stayed", () => {
  it("follows everybody with a baseline, as many as the Change page says, and says how they ended", async () => {
    await end(0, 6, "lost", 20);
    await end(6, 12, "transferred", 50);
    const { retention, cohorts, measure } = await read(researcher);
    const change = await readChange(researcher, { programmeId });
    const row = change.ok
      ? change.value.table.domains.flatMap((one) => one.measures).find((one) => one.description.measure === MEASURE)
      : undefined;
    expect(measure.en).toBe("Calm");
    expect(cohorts.map(({ id }) => id)).toEqual(plan.cohorts.slice(0, 2).map(({ id }) => id));
    const [own, other] = retention.cohorts;
    expect(own?.n).toEqual(row?.cohorts[0]?.baseline);
    expect(own?.n).toEqual({ kind: "exact", n: 40 });
    if (own?.curve.kind !== "curve") throw new Error("hidden");
    const at = (days: number) => own.curve.kind === "curve" && own.curve.points.find((one) => one.days === days);
    expect(at(30)).toMatchObject({ atRisk: 34, stayed: { share: 34 / 40 }, ended: [{ share: 0.15 }, { share: 0 }] });
    expect(at(60)).toMatchObject({ atRisk: 28, stayed: { share: 28 / 40 }, ended: [{ share: 0.15 }, { share: 0.15 }] });
    // Nobody ended in the other one: all stayed, as long as they were followed.
    expect(other?.curve).toMatchObject({ kind: "curve" });
  });

  it("hides what few people did, and joins it to others", async () => {
    await end(0, 3, "died", 20);
    expect((await read(researcher)).retention.cohorts[0]?.curve).toMatchObject({ kind: "suppressed" });
    await end(3, 9, "withdrawn", 20);
    expect((await read(researcher)).retention.cohorts[0]?.groups).toEqual([{ endings: ["left", "died"], people: 9 }]);
  });

  it("divides those still there by who was seen: contacts that count, forms and specimens", async () => {
    // Forms are answered at days 0 and 90; most have a contact at day 40, the last few one that was taken back.
    const contact = (day: number, current: boolean) => (one: (typeof people)[number]) => ({
      ...{ participantId: one.participantId, programmeId, minutes: 20, mode: "phone", current, emotional: 100 },
      happenedOn: new Date(enrolledOn.getTime() + day * 86_400_000),
      ...(current ? {} : { takenBackAt: new Date(), takenBackById: researcher.actor?.userId ?? null }),
    });
    const ids = people.map(({ participantId }) => participantId);
    const { enrolledOn } = await database.db.enrolment.findFirstOrThrow({ where: { participantId: { in: ids } } });
    await database.db.supportContact.createMany({
      data: [
        ...people.slice(0, 30).map(contact(40, true)),
        ...people.slice(30, 40).map(contact(40, false)),
        ...people.slice(0, 1).map(contact(-60, true)),
      ],
    });
    const [own, other] = (await read(researcher)).retention.cohorts;
    const at = (days: number) =>
      own?.curve.kind === "curve" ? own.curve.points.find((one) => one.days === days)?.care : undefined;
    expect(own?.logged).toBe(true);
    expect(at(60)).toMatchObject({ seen: 30, interrupted: 10, unknown: 0, share: { value: 0.75 } });
    expect(other?.logged).toBe(false);
    const ofOthers = other?.curve.kind === "curve" ? other.curve.points.map(({ care }) => care) : [];
    expect(ofOthers.length).toBeGreaterThan(1);
    expect(new Set(ofOthers)).toEqual(new Set([null]));
  });

  it("is not shown of one site to who may not see its people, and is to who may", async () => {
    const at = (role: "researcher" | "evaluator") =>
      signedIn(database.db, { programmeId, role, siteId: plan.sites[0].id });
    expect(reasonOf(await readRetention(await at("researcher"), { programmeId }))).toBe("rule:retention.one-view");
    expect((await read(await at("evaluator"))).retention.cohorts.map(({ n }) => n)).toEqual([{ kind: "exact", n: 40 }]);
  });

  it("waits as the Change page does when few people have come since it was released", async () => {
    await read(researcher);
    await recordScores(database.db, plan, MEASURE, [{ cohort: 0, site: 0, rows: [[3, 4]] }]);
    expect(reasonOf(await readRetention(researcher, { programmeId }))).toBe("rule:release.waiting");
  });

  it("has nothing to say before anybody was asked", async () => {
    const empty = await makeProgramme(database.db);
    const nobody = await signedIn(database.db, { programmeId: empty.programme.id, role: "researcher" });
    expect(reasonOf(await readRetention(nobody, { programmeId: empty.programme.id }))).toBe("rule:retention.none");
  });
});
