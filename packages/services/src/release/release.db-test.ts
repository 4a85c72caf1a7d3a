import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { countWaitingDecisions } from "../home/waiting-decisions";
import { reasonOf } from "../testing/reason-of";
import { type Plan, recordScores } from "../testing/record-scores";
import { contextFor, signedIn } from "../testing/test-context";
import { askRelease } from "./ask";
import { decideRelease } from "./decide";
import { listReleases } from "./list";
import type { ReleaseOf } from "./release-of";
import { takeRelease } from "./take";

const database = useTestDatabase();
const measure = "measure/calm";
const WORDS = "For the ethics board, as asked in its letter of May.";
let plan: Plan;
let programmeId: string;
let people: readonly { participantId: string; code: string }[];
let researcher: Context;
let evaluator: Context;
let administrator: Context;
let second: Context;

const SCORES = { what: "scores", mergeSites: false, days: "offset" } as const;

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  const calm = { programmeId, code: "calm", label: "Calm", domain: "outcome.psychological", improvement: "increase" };
  await database.db.programmeMeasure.create({ data: calm });
  const rows = Array.from({ length: 24 }, (_, i) => [i % 9, (i * 5) % 11]);
  people = await recordScores(database.db, plan, measure, [
    { cohort: 0, site: 0, rows },
    { cohort: 0, site: 1, rows: rows.slice(0, 3) },
    { cohort: 1, site: 0, rows: rows.slice(0, 6) },
  ]);
  researcher = await signedIn(database.db, { programmeId, role: "researcher" });
  evaluator = await signedIn(database.db, { programmeId, role: "evaluator" });
  administrator = await signedIn(database.db, { programmeId, role: "administrator" });
  second = await signedIn(database.db, { programmeId, role: "administrator" });
});

const outside = { purpose: "audit-question", words: WORDS, destination: "outside" } as const;
const inside = { purpose: "data-check", words: "", destination: "inside" } as const;
type Why = typeof outside | typeof inside;

async function ask(context: Context, why: Why = outside, of: ReleaseOf = SCORES): Promise<string> {
  const releaseId = uuidv7();
  const asked = await askRelease(context, { programmeId, releaseId, of, ...why });
  if (!asked.ok) throw new Error(reasonOf(asked));
  return releaseId;
}
const take = (context: Context, releaseId: string) => takeRelease(context, { programmeId, releaseId });
const decide = (context: Context, releaseId: string, decision: "approved" | "refused" = "approved") =>
  decideRelease(context, { programmeId, releaseId, decision, words: "Agreed with the board." });
const at = (context: Context, day: string) => contextFor(database.db, context.actor, new Date(day));
/** The table as lists of cells by heading. */
function table(text: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...lines] = text
    .replace("\uFEFF", "")
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));
  return lines.map((line) => Object.fromEntries(head.map((name, index) => [name, line[index] ?? ""])));
}
async function taken(context: Context, why: Why, of: ReleaseOf = SCORES) {
  const releaseId = await ask(context, why, of);
  if (why.destination === "outside") expect(reasonOf(await decide(administrator, releaseId))).toBe("ok");
  const file = await take(context, releaseId);
  if (!file.ok) throw new Error(reasonOf(file));
  return file.value;
}
async function events(action: "release.ask" | "release.decide" | "release.take", releaseId: string) {
  const all = await database.db.auditEvent.findMany({ where: { programmeId, action }, orderBy: { id: "asc" } });
  return all.map(({ detail }) => detail).filter((detail) => JSON.stringify(detail).includes(releaseId));
}

describe("a release to the outside", () => {
  it("that waits is counted for whoever decides, not for whoever asked, until it is decided", async () => {
    const count = async (who: Context) => (await countWaitingDecisions(who, programmeId))?.releases;
    const before = await count(second);
    const releaseId = await ask(administrator);
    expect([await count(second), await count(administrator)]).toEqual([(before ?? 0) + 1, before]);
    expect(reasonOf(await decide(second, releaseId, "refused"))).toBe("ok");
    expect([await count(second), await count(researcher)]).toEqual([before, undefined]);
  });

  it("waits for a second person, is taken once by whoever asked, and every step is written down", async () => {
    const releaseId = await ask(researcher);
    expect(reasonOf(await take(researcher, releaseId))).toBe("rule:row-release.waiting");
    expect(reasonOf(await decide(administrator, releaseId))).toBe("ok");
    // Neither a colleague nor whoever approved it gets it.
    for (const other of [administrator, evaluator]) {
      expect(reasonOf(await take(other, releaseId))).toBe("not-found:row-release.none");
    }
    const file = await take(researcher, releaseId);
    expect(file).toMatchObject({ ok: true, value: { type: "csv", fileName: "rows-2026-06-15.csv" } });
    expect(reasonOf(await take(researcher, releaseId))).toBe("rule:row-release.taken");
    const what = { what: "scores", purpose: "audit-question", destination: "outside", rows: 54 };
    expect(await events("release.ask", releaseId)).toEqual([{ releaseId, ...what }]);
    expect(await events("release.decide", releaseId)).toEqual([{ releaseId, decision: "approved", ...what }]);
    expect(await events("release.take", releaseId)).toEqual([
      { releaseId, refused: "waiting" },
      { releaseId, ...what },
      { releaseId, refused: "taken" },
    ]);
  });

  it("cannot be approved by whoever asked, nor does the database let it happen", async () => {
    const releaseId = await ask(administrator);
    expect(reasonOf(await decide(administrator, releaseId))).toBe("rule:row-release.own");
    const askedById = administrator.actor?.userId ?? "";
    const row = { programmeId, releaseId, decision: "approved", words: "", decidedAt: new Date() };
    const other = second.actor?.userId ?? "";
    const write = (asker: string, decider: string) =>
      database.db.rowReleaseDecision.create({ data: { ...row, askedById: asker, decidedById: decider } });
    await expect(write(askedById, askedById)).rejects.toThrow(/two_people_check/);
    // Nor with somebody else's name as whoever asked.
    await expect(write(other, askedById)).rejects.toThrow();
    expect(reasonOf(await take(administrator, releaseId))).toBe("rule:row-release.waiting");
    expect(reasonOf(await decide(second, releaseId))).toBe("ok");
    expect(reasonOf(await decide(second, releaseId, "refused"))).toBe("rule:row-release.decided");
  });

  it("is refused for good, with words for whoever asked", async () => {
    const releaseId = await ask(researcher);
    expect(reasonOf(await decide(administrator, releaseId, "refused"))).toBe("ok");
    expect(reasonOf(await take(researcher, releaseId))).toBe("rule:row-release.refused");
    const listed = await listReleases(researcher, { programmeId });
    const found = listed.ok ? listed.value.releases.find((one) => one.releaseId === releaseId) : undefined;
    expect(found).toMatchObject({ state: "refused", mayTake: false, decision: { words: "Agreed with the board." } });
  });

  it("expires seven days after it was approved", async () => {
    const releaseId = await ask(researcher);
    await decide(at(administrator, "2026-06-20T10:00:00Z"), releaseId);
    expect(reasonOf(await take(at(researcher, "2026-06-27T10:00:00Z"), releaseId))).toBe("rule:row-release.expired");
    expect((await events("release.take", releaseId)).at(-1)).toEqual({ releaseId, refused: "expired" });
  });

  it("gives two who take at the same moment one file", async () => {
    const releaseId = await ask(researcher);
    await decide(administrator, releaseId);
    const both = await Promise.all([take(researcher, releaseId), take(researcher, releaseId)]);
    expect(both.map(reasonOf).toSorted()).toEqual(["ok", "rule:row-release.taken"]);
  });

  it("is for researchers and administrators, needs a sentence, and is decided by administrators only", async () => {
    const asked = { programmeId, releaseId: uuidv7(), of: SCORES, ...outside };
    expect(reasonOf(await askRelease(evaluator, asked))).toBe("rule:row-release.outside-not-yours");
    expect(reasonOf(await askRelease(researcher, { ...asked, words: "Because." }))).toBe("rule:row-release.words");
    const other = { ...asked, ...inside, purpose: "other" as const };
    expect(reasonOf(await askRelease(evaluator, other))).toBe("rule:row-release.words");
    const releaseId = await ask(administrator);
    expect(reasonOf(await decide(researcher, releaseId))).toBe("forbidden:access.denied");
    expect(reasonOf(await decide(evaluator, releaseId))).toBe("forbidden:access.denied");
    const coordinator = await signedIn(database.db, { programmeId, role: "peer-coordinator" });
    expect(reasonOf(await askRelease(coordinator, { ...asked, ...inside }))).toBe("forbidden:access.denied");
  });

  it("is seen by whoever asked and by those who decide, of their programme", async () => {
    const releaseId = await ask(researcher);
    const sees = async (context: Context, where = programmeId) => {
      const listed = await listReleases(context, { programmeId: where });
      return listed.ok ? listed.value.releases.some((one) => one.releaseId === releaseId) : reasonOf(listed);
    };
    expect(await sees(researcher)).toBe(true);
    expect(await sees(administrator)).toBe(true);
    expect(await sees(evaluator)).toBe(false);
    const elsewhere = await makeProgramme(database.db);
    const stranger = await signedIn(database.db, { programmeId: elsewhere.programme.id, role: "administrator" });
    expect(await sees(stranger)).toBe("forbidden:access.denied");
    expect(await sees(stranger, elsewhere.programme.id)).toBe(false);
    const decided = { programmeId: elsewhere.programme.id, releaseId, decision: "approved" as const, words: "Mine." };
    expect(reasonOf(await decideRelease(stranger, decided))).toBe("not-found:row-release.none");
  });
});

describe("the rows", () => {
  it("have no code, no id, no calendar day and no name of a site, and other numbers every time", async () => {
    const first = await taken(researcher, outside);
    const next = await taken(researcher, outside);
    const known = [
      ...people.flatMap(({ participantId, code }) => [participantId, code]),
      ...plan.sites.map(({ id }) => id),
    ];
    const sites = plan.sites.map(({ name }) => name);
    expect([...known, ...sites].filter((text) => first.text.includes(text))).toEqual([]);
    expect(first.text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    const rows = table(first.text);
    // The second cohort's page does not open, so its six people are not in it.
    expect(new Set(rows.map(({ person }) => person)).size).toBe(27);
    expect(new Set(rows.map(({ day }) => day))).toEqual(new Set(["0"]));
    const scores = (text: string) =>
      table(text).map(({ person, timepoint, score }) => `${person} ${timepoint} ${score}`);
    expect(scores(next.text)).not.toEqual(scores(first.text));
    const values = (text: string) =>
      table(text)
        .map(({ timepoint, score }) => `${timepoint} ${score}`)
        .toSorted();
    expect(values(next.text)).toEqual(values(first.text));
  });

  it("have days of the calendar only inside, and only for those who may open the people", async () => {
    const calendar = { ...SCORES, days: "calendar" } as const;
    const asked = (why: Why) => ({ programmeId, releaseId: uuidv7(), of: calendar, ...why });
    expect(reasonOf(await askRelease(administrator, asked(outside)))).toBe("rule:row-release.no-dates");
    expect(reasonOf(await askRelease(researcher, asked(outside)))).toBe("rule:row-release.no-dates");
    expect(reasonOf(await askRelease(researcher, asked(inside)))).toBe("rule:row-release.no-dates");
    const { text } = await taken(evaluator, inside, calendar);
    expect(table(text)[0]).toMatchObject({ date: "2026-02-01" });
  });

  it("tell no site of few people to whoever may not see these", async () => {
    const forResearcher = table((await taken(researcher, inside)).text)[0] ?? {};
    expect(Object.keys(forResearcher)).not.toContain("site");
    const forEvaluator = table((await taken(evaluator, inside)).text);
    expect(new Set(forEvaluator.map(({ site }) => site))).toEqual(new Set(["1", "2"]));
    const merged = table((await taken(evaluator, inside, { ...SCORES, mergeSites: true })).text)[0] ?? {};
    expect(Object.keys(merged)).not.toContain("site");
  });

  it("are of one's own sites", async () => {
    const local = await signedIn(database.db, { programmeId, role: "evaluator", siteId: plan.sites[0].id });
    const rows = table((await taken(local, inside)).text);
    expect(new Set(rows.map(({ person }) => person)).size).toBe(24);
    const foreign = { ...SCORES, siteId: plan.sites[1].id };
    const asked = await askRelease(local, { programmeId, releaseId: uuidv7(), of: foreign, ...inside });
    expect(reasonOf(asked)).toBe("not-found:site.none");
  });
});

describe("a script", () => {
  const script = (cohortId = plan.cohorts[0].id): ReleaseOf => {
    return { what: "outcome-script", measure, timepointId: plan.timepoints[1].id, cohortId };
  };

  it("says in its head what it is for, where to, and how alike its people are", async () => {
    const { text, fileName } = await taken(researcher, outside, script());
    expect(fileName).toBe("outcome-2026-06-15.R");
    expect(text).toContain(`# Purpose: Question of an ethics or audit body: ${WORDS}`);
    expect(text).toContain("# Destination: Goes outside the programme, approved by a second person");
    expect(text).toMatch(/# k-anonymity: 27 people .*smallest group \d+/);
    expect(text).toMatch(/# Different scores at one time in the smallest groups, at least: \d+/);
    const few = { programmeId, releaseId: uuidv7(), of: script(plan.cohorts[1].id), ...inside };
    expect(reasonOf(await askRelease(researcher, few))).toBe("rule:outcome.too-few");
  });
});

describe("what changed since", () => {
  it("is not handed out under an old approval: the withdrawn are gone, and the rest is asked for again", async () => {
    const releaseId = await ask(administrator);
    await decide(second, releaseId);
    const [leaving] = people;
    await database.db.withdrawal.create({
      data: {
        ...{ participantId: leaving?.participantId ?? "", programmeId, level: "use", fromOn: new Date("2026-06-10") },
        ...{ leavesOut: true, reason: "privacy", recordedById: uuidv7() },
      },
    });
    expect(reasonOf(await take(administrator, releaseId))).toBe("rule:row-release.changed");
    expect((await events("release.take", releaseId)).at(-1)).toEqual({ releaseId, refused: "changed" });
    const rows = table((await taken(evaluator, inside)).text);
    expect(new Set(rows.map(({ person }) => person)).size).toBe(26);
  });

  it("holds a researcher's release back where the Change page is held", async () => {
    const asked = { programmeId, releaseId: uuidv7(), of: SCORES, ...inside };
    expect(reasonOf(await askRelease(researcher, asked))).toBe("rule:release.waiting");
    expect(await database.db.rowRelease.count({ where: { programmeId, id: asked.releaseId } })).toBe(0);
  });
});
