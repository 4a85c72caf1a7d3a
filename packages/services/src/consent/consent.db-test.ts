import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { authorise } from "../access/authorise";
import { openAssessmentForm } from "../assessment/open-form";
import { saveAssessment } from "../assessment/save";
import { readDueWork } from "../schedule/due-work";
import { readPlan } from "../schedule/plan";
import { type Collecting, makeCollecting, newForm } from "../testing/collecting";
import { reasonOf } from "../testing/reason-of";
import { signedIn, TEST_NOW } from "../testing/test-context";
import { listOpenConsents } from "./list-open";
import { readConsents } from "./read";
import { recordConsents } from "./record";
import { saveConsentRule } from "./save-rule";
import { saveConsentWords } from "./save-words";

const database = useTestDatabase();

type State = "given" | "refused" | "withdrawn";
type Purpose = "contact" | "survey" | "quotation";

function answer(participantId: string, programmeId: string, purpose: Purpose, state: State, version = 0) {
  const said = { decidedOn: "2026-06-10", language: "en", witness: "spoken" } as const;
  return { programmeId, participantId, ...said, answers: [{ consentId: uuidv7(), purpose, state, version }] };
}

async function administratorOf({ programmeId }: Collecting) {
  return signedIn(database.db, { programmeId, role: "administrator" });
}

describe("what a person said", () => {
  it("is kept with every version, and the newest holds", async () => {
    const collecting = await makeCollecting(database.db);
    const { programmeId, evaluator } = collecting;
    const { participantId } = await newForm(collecting);
    const about = { programmeId, participantId };
    const before = await readConsents(evaluator, about);
    expect(before).toMatchObject({
      value: { lines: [{ purpose: "contact", current: null, permits: true }, {}, {}, {}, {}] },
    });
    const yes = answer(participantId, programmeId, "survey", "given");
    for (const _ of [1, 2]) expect(reasonOf(await recordConsents(evaluator, yes))).toBe("ok");
    const other = { ...yes, answers: yes.answers.map((one) => ({ ...one, state: "refused" as const })) };
    expect(reasonOf(await recordConsents(evaluator, other))).toBe("conflict:consent.other");
    const back = answer(participantId, programmeId, "survey", "withdrawn");
    expect(reasonOf(await recordConsents(evaluator, back))).toBe("ok");
    // The first request comes once more, late: it must not bring the old answer back.
    expect(reasonOf(await recordConsents(evaluator, yes))).toBe("ok");
    const read = await readConsents(evaluator, about);
    const line = read.ok ? read.value.lines.find(({ purpose }) => purpose === "survey") : undefined;
    expect(line).toMatchObject({
      permits: false,
      current: { state: "withdrawn", witness: "spoken", language: "en", version: 0, decidedOn: "2026-06-10" },
      earlier: [{ state: "given", recordedBy: evaluator.actor?.name }],
    });
    expect(reasonOf(await recordConsents(evaluator, answer(participantId, programmeId, "survey", "withdrawn")))).toBe(
      "rule:consent.nothing-to-withdraw",
    );
  });

  it("is written down only to words that exist, of a day that has been", async () => {
    const collecting = await makeCollecting(database.db);
    const { programmeId, evaluator } = collecting;
    const { participantId } = await newForm(collecting);
    const yes = answer(participantId, programmeId, "survey", "given");
    expect(reasonOf(await recordConsents(evaluator, { ...yes, decidedOn: "2026-06-16" }))).toBe(
      "invalid:consent.in-future",
    );
    expect(reasonOf(await recordConsents(evaluator, { ...yes, language: "xx" }))).toBe("rule:consent.no-such-words");
    expect(reasonOf(await recordConsents(evaluator, answer(participantId, programmeId, "survey", "given", 1)))).toBe(
      "rule:consent.no-such-words",
    );
  });

  it("is read and written at the person's site only, and not by peer coordinators and researchers", async () => {
    const collecting = await makeCollecting(database.db);
    const { programmeId, plan } = collecting;
    const { participantId } = await newForm(collecting, { siteIndex: 1 });
    const yes = answer(participantId, programmeId, "survey", "given");
    const at = { programmeId, siteId: plan.sites[0].id };
    const elsewhere = await signedIn(database.db, { ...at, role: "clinic-staff" });
    expect(reasonOf(await readConsents(elsewhere, { programmeId, participantId }))).toBe("not-found:participant.none");
    expect(reasonOf(await recordConsents(elsewhere, yes))).toBe("not-found:participant.none");
    for (const role of ["peer-coordinator", "researcher"] as const) {
      const other = await signedIn(database.db, { programmeId, role });
      expect(reasonOf(await readConsents(other, { programmeId, participantId }))).toBe("forbidden:access.denied");
      expect(reasonOf(await recordConsents(other, yes))).toBe("forbidden:access.denied");
    }
  });
});

describe("other words", () => {
  it("are a new version; whose yes was to the earlier one is listed", async () => {
    const collecting = await makeCollecting(database.db);
    const { programmeId, evaluator } = collecting;
    const administrator = await administratorOf(collecting);
    const { participantId } = await newForm(collecting);
    await saveConsentRule(administrator, { programmeId, purpose: "survey", asked: true, requiredFrom: null });
    await recordConsents(evaluator, answer(participantId, programmeId, "survey", "given"));
    expect(await listOpenConsents(evaluator, { programmeId })).toMatchObject({ value: { rows: [] } });
    const words = { programmeId, purpose: "survey", after: 0, texts: { en: "Our words", id: "Kata kami" } } as const;
    expect(await saveConsentWords(administrator, words)).toMatchObject({ value: { version: 1 } });
    // Somebody else saved in between: nobody's words are lost unseen.
    expect(reasonOf(await saveConsentWords(administrator, words))).toBe("conflict:consent.words-changed");
    expect(await listOpenConsents(evaluator, { programmeId })).toMatchObject({
      value: { rows: [{ participantId, purpose: "survey", why: "older-words", version: 0 }] },
    });
    await recordConsents(evaluator, answer(participantId, programmeId, "survey", "given", 1));
    expect(await listOpenConsents(evaluator, { programmeId })).toMatchObject({ value: { rows: [] } });
  });

  it("cannot be changed in the database by the application", async () => {
    const collecting = await makeCollecting(database.db);
    const administrator = await administratorOf(collecting);
    const { programmeId } = collecting;
    await saveConsentWords(administrator, { programmeId, purpose: "quotation", after: 0, texts: { en: "A" } });
    await expect(database.application.consentEdition.updateMany({ data: { texts: {} } })).rejects.toThrow(/denied/);
    await expect(database.application.consentEdition.deleteMany({})).rejects.toThrow(/denied/);
    await expect(database.application.consent.updateMany({ data: { state: "given" } })).rejects.toThrow(/denied/);
  });
});

describe("a no to the questions", () => {
  it("keeps forms closed, drops the person from what is due, and refuses what was answered after it", async () => {
    const collecting = await makeCollecting(database.db);
    const { programmeId, evaluator } = collecting;
    const form = await newForm(collecting);
    const { participantId } = form;
    const opened = { programmeId, participantId, timepointCode: "baseline", instrument: "gad7" };
    const due = async () => {
      const scope = authorise(evaluator, "assessment.list-due", programmeId);
      const plan = await readPlan(database.db, programmeId, TEST_NOW);
      if (!scope.ok || plan === null) throw new Error("no plan");
      const work = await readDueWork(database.db, scope.value, plan, 5);
      return work.open.count + work.overdue.count;
    };
    expect(reasonOf(await openAssessmentForm(evaluator, opened))).toBe("ok");
    expect(await due()).toBeGreaterThan(0);
    await recordConsents(evaluator, answer(participantId, programmeId, "survey", "refused"));
    expect(reasonOf(await openAssessmentForm(evaluator, opened))).toBe("rule:consent.survey-refused");
    expect(reasonOf(await saveAssessment(evaluator, form))).toBe("rule:consent.survey-refused");
    expect(await due()).toBe(0);
  });

  it("taken back on a day still lets what was answered before it arrive", async () => {
    const collecting = await makeCollecting(database.db);
    const { programmeId, evaluator } = collecting;
    const form = await newForm(collecting);
    await recordConsents(evaluator, answer(form.participantId, programmeId, "survey", "given"));
    await recordConsents(evaluator, answer(form.participantId, programmeId, "survey", "withdrawn"));
    const late = { ...form, answeredOn: "2026-06-10", timepointId: collecting.plan.timepoints[1].id };
    expect(reasonOf(await saveAssessment(evaluator, late))).toBe("rule:consent.survey-refused");
    expect(reasonOf(await saveAssessment(evaluator, form))).toBe("ok");
  });

  it("is not silence: unless the programme needs an answer from the day of enrolment on", async () => {
    const collecting = await makeCollecting(database.db);
    const { programmeId, evaluator } = collecting;
    const administrator = await administratorOf(collecting);
    const [first, second] = [await newForm(collecting), await newForm(collecting)];
    const rule = { programmeId, purpose: "survey", asked: true } as const;
    await saveConsentRule(administrator, { ...rule, requiredFrom: "2026-01-06" });
    expect(reasonOf(await saveAssessment(evaluator, first))).toBe("ok");
    await saveConsentRule(administrator, { ...rule, requiredFrom: "2026-01-05" });
    expect(reasonOf(await saveAssessment(evaluator, second))).toBe("rule:consent.survey-not-asked");
    await recordConsents(evaluator, answer(second.participantId, programmeId, "survey", "given"));
    expect(reasonOf(await saveAssessment(evaluator, second))).toBe("ok");
  });
});
