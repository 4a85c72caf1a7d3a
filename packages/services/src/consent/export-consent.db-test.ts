import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { beforeAll, expect, it } from "vitest";
import { exportScript } from "../outcome/export-script";
import { readOutcome } from "../outcome/read";
import { isRPresent, runInR } from "../outcome-script/run-in-r.fixture";
import { exportSuppressionScript } from "../suppression/export-script";
import { readSuppression } from "../suppression/read";
import { copies, enrolAt, makeLaboratory, saveRowsAs, viralLoadRow } from "../testing/laboratory";
import { recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";

const database = useTestDatabase();
const measure = "measure/calm";

async function say(people: readonly string[], programmeId: string, purpose: string, state: string) {
  for (const participantId of people) {
    await database.db.consent.create({
      data: { participantId, id: uuidv7(), programmeId, purpose, state, decidedOn: new Date("2026-06-01") },
    });
  }
}

it("an export has no row of whoever refused one, says how many as far as that may be told, and R agrees with it", async () => {
  const plan = await makeProgramme(database.db);
  const programmeId = plan.programme.id;
  const calm = { programmeId, code: "calm", label: "Calm", domain: "outcome.psychological", improvement: "increase" };
  await database.db.programmeMeasure.create({ data: calm });
  const rows = Array.from({ length: 40 }, (_, i) => [i % 9, (i * 5) % 11]);
  const people = await recordScores(database.db, plan, measure, [{ cohort: 0, site: 0, rows }]);
  const researcher = await signedIn(database.db, { programmeId, role: "researcher" });
  const asked = { programmeId, measure, timepointId: plan.timepoints[1].id, cohortId: plan.cohorts[0].id };
  const lines = async () => {
    const exported = await exportScript(researcher, asked);
    if (!exported.ok) throw new Error(exported.failure.reason);
    return exported.value.text;
  };
  const rowsIn = (text: string) => text.match(/^\d+,A,/gm)?.length;
  const all = await lines();
  expect(rowsIn(all)).toBe(40);
  expect(all).not.toContain("no consent");
  const ids = people.map(({ participantId }) => participantId);
  await say(ids.slice(0, 2), programmeId, "research-export", "refused");
  await say(ids.slice(2, 4), programmeId, "research-export", "given");
  const two = await lines();
  expect(rowsIn(two)).toBe(38);
  expect(two).toContain("# Left out: no consent to an export: 1 to 4 people");
  await say(ids.slice(4, 8), programmeId, "research-export", "withdrawn");
  const six = await lines();
  expect(rowsIn(six)).toBe(34);
  expect(six).toContain("# Left out: no consent to an export: 6 people");
  if (isRPresent()) expect(runInR(six).status).toBe(0);
  // The figures of the page are still those of everybody who answers.
  const page = await readOutcome(researcher, asked);
  expect(page).toMatchObject({ value: { analysis: { attrition: { flow: { enrolled: { kind: "exact", n: 40 } } } } } });
  // Who was not asked counts as before, until an answer is needed.
  await database.db.consentRule.create({
    data: { programmeId, purpose: "research-export", asked: true, requiredFrom: new Date("2026-01-01") },
  });
  const two2 = await exportScript(researcher, asked);
  expect(two2.ok && two2.value.text.match(/^\d+,A,/gm)?.length).toBe(2);
});

let lab: Awaited<ReturnType<typeof makeLaboratory>>;
beforeAll(async () => {
  lab = await makeLaboratory(database.db);
});

it("results of whoever refused the link are in no figure and no export, and stay with their own care", async () => {
  const { programmeId, nurse, administrator } = lab;
  const people: string[] = [];
  for (let n = 0; n < 12; n += 1) {
    const { participantId } = await enrolAt(lab);
    people.push(participantId);
    await saveRowsAs(nurse, programmeId, [viralLoadRow(participantId, copies("1000", { collectedOn: "2026-01-06" }))]);
  }
  const enrolled = async () => {
    const read = await readSuppression(administrator, { programmeId });
    if (!read.ok) throw new Error(read.failure.reason);
    return JSON.stringify(read.value);
  };
  const before = await enrolled();
  expect(before).toContain('"n":12');
  await say(people.slice(0, 6), programmeId, "laboratory-link", "refused");
  const after = await enrolled();
  expect(after).not.toContain('"n":12');
  expect(after).toContain('"n":6');
  const script = await exportSuppressionScript(administrator, { programmeId });
  expect(script.ok).toBe(true);
  expect(await database.db.labResult.count({ where: { programmeId } })).toBe(12);
});
