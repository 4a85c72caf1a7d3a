import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import { recordConsents } from "../consent/record";
import { saveConsentRule } from "../consent/save-rule";
import { reasonOf } from "../testing/reason-of";
import { recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";
import { exportScript } from "./export-script";
import { readOutcome } from "./read";

const database = useTestDatabase();

it("rows leave the programme only of those who did not refuse it, and the figures here stay as they were", async () => {
  const plan = await makeProgramme(database.db);
  const programmeId = plan.programme.id;
  const measure = "measure/calm";
  const calm = { programmeId, code: "calm", label: "Calm", domain: "outcome.psychological", improvement: "increase" };
  await database.db.programmeMeasure.create({ data: calm });
  const rows = Array.from({ length: 30 }, (_, i) => [i % 9, (i * 5) % 11]);
  const people = await recordScores(database.db, plan, measure, [{ cohort: 0, site: 0, rows }]);
  const administrator = await signedIn(database.db, { programmeId, role: "administrator" });
  const evaluator = await signedIn(database.db, { programmeId, role: "evaluator" });
  const researcher = await signedIn(database.db, { programmeId, role: "researcher" });
  const asked = { programmeId, measure, timepointId: plan.timepoints[1].id, cohortId: plan.cohorts[0].id };
  const rowsOf = async () => {
    const exported = await exportScript(researcher, asked);
    if (!exported.ok) throw new Error(reasonOf(exported));
    return exported.value.text.match(/^\d+,A,/gm)?.length;
  };
  expect(await rowsOf()).toBe(30);
  const purpose = "research-export" as const;
  expect(
    reasonOf(await saveConsentRule(administrator, { programmeId, purpose, asked: true, requiredFrom: null })),
  ).toBe("ok");
  for (const { participantId } of people.slice(0, 8)) {
    const said = { decidedOn: "2026-06-10", language: "en", witness: "spoken" } as const;
    const answers = [{ consentId: uuidv7(), purpose, state: "refused" as const, version: 0 }];
    expect(reasonOf(await recordConsents(evaluator, { programmeId, participantId, ...said, answers }))).toBe("ok");
  }
  expect(await rowsOf()).toBe(22);
  const page = await readOutcome(researcher, asked);
  expect(page.ok && JSON.stringify(page.value)).toContain('"n":30');
});
