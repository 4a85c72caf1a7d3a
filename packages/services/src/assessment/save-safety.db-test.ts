import { verifyCells } from "@alongside/db/change-statistic/verify";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { type Collecting, makeCollecting, newForm, phq9Form, RESPONSE_PATH } from "../testing/collecting";
import { unavailableFailure } from "../unavailable-failure";
import { saveAssessment } from "./save";

const database = useTestDatabase();
let collecting: Collecting;
beforeAll(async () => {
  collecting = await makeCollecting(database.db);
});

async function storedOf(participantId: string): Promise<readonly number[]> {
  const where = { participantId };
  const [assessments, scores, deltas, events] = await Promise.all([
    database.db.assessment.findMany({ where }),
    database.db.score.findMany({ where }),
    // The first one counts the enrolment.
    database.db.changeStatisticDelta.findMany({ where, orderBy: { id: "asc" }, skip: 1 }),
    database.db.auditEvent.findMany({ where: { subjectId: participantId, action: "assessment.save" } }),
  ]);
  return [assessments.length, scores.length, deltas.length, events.length];
}

describe("a save that breaks in the middle", () => {
  it.each([1, 2])("leaves nothing when id number %i cannot be made, and can be repeated", async (broken) => {
    const form = await newForm(collecting);
    let made = 0;
    const failing = {
      ...collecting.evaluator,
      newId: () => {
        made += 1;
        if (made === broken) throw new Error("no id");
        return uuidv7();
      },
    };
    await expect(saveAssessment(failing, form)).rejects.toThrow("no id");
    expect(await storedOf(form.participantId)).toEqual([0, 0, 0, 0]);
    expect(await saveAssessment(collecting.evaluator, form)).toMatchObject({ ok: true, value: { stored: true } });
    expect(await storedOf(form.participantId)).toEqual([1, 1, 1, 1]);
  });
});

describe("the same form sent again and again", () => {
  it("is stored once, whatever the order of its answers and however many arrive at the same moment", async () => {
    for (let round = 0; round < 8; round += 1) {
      const form = await newForm(collecting);
      const entries = Object.entries(form.answers);
      const copies = Array.from({ length: 4 }, (_, turn) => ({
        ...form,
        answers: Object.fromEntries([...entries.slice(turn + round), ...entries.slice(0, turn + round)]),
      }));
      const results = await Promise.all(copies.map((copy) => saveAssessment(collecting.evaluator, copy)));
      expect(results.every(({ ok }) => ok)).toBe(true);
      expect(results.filter((result) => result.ok && result.value.stored)).toHaveLength(1);
      expect(await storedOf(form.participantId)).toEqual([1, 1, 1, 1]);
    }
    expect(await verifyCells(database.db, collecting.programmeId)).toEqual([]);
  });
});

describe("a participant whose row somebody holds", () => {
  it("keeps nobody waiting without end, and the form can be sent again", async () => {
    const form = await newForm(collecting);
    const { participantId } = form;
    await database.owner.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM participant WHERE participant_id = ${participantId}::uuid FOR UPDATE`;
      const refused = await saveAssessment(collecting.evaluator, form).catch((error: unknown) => error);
      expect(unavailableFailure(refused)).toEqual({ code: "unavailable", reason: "database.busy" });
    });
    expect(await storedOf(participantId)).toEqual([0, 0, 0, 0]);
    expect(await saveAssessment(collecting.evaluator, form)).toMatchObject({ ok: true, value: { stored: true } });
  });
});

describe("a text that no database takes", () => {
  it.each(["\0", "\ud800"])("is refused by its field: %j", async (character) => {
    const replaces = { assessmentId: uuidv7(), reason: `misread${character}` };
    const issues = [{ path: "replaces.reason", rule: "text.unstorable" }];
    const refused = await saveAssessment(collecting.evaluator, { ...(await newForm(collecting)), replaces });
    expect(refused).toMatchObject({ ok: false, failure: { code: "invalid", issues } });
  });
});

describe("an answer that reveals risk", () => {
  it("comes back with what the programme has agreed to do", async () => {
    const form = phq9Form(await newForm(collecting), { "phq9.i9": 1 });
    const saved = await saveAssessment(collecting.evaluator, form);
    const expected = { risk: { items: [{ item: "phq9.i9", number: "9" }], responsePath: RESPONSE_PATH } };
    expect(saved).toMatchObject({ ok: true, value: expected });
    expect(await saveAssessment(collecting.evaluator, form)).toMatchObject({ ok: true, value: expected });
  });

  it("is silent otherwise, also when the question was declined", async () => {
    for (const answer of [0, "declined", "skipped"] as const) {
      const form = phq9Form(await newForm(collecting), { "phq9.i9": answer });
      expect(await saveAssessment(collecting.evaluator, form)).toMatchObject({ ok: true, value: { risk: null } });
    }
  });
});

describe("the language of a form", () => {
  it("has to be one of ours for our own questions, and may be any for a published form on paper", async () => {
    const form = await newForm(collecting);
    const core = {
      ...form,
      assessmentId: uuidv7(),
      timepointId: collecting.plan.timepoints[1].id,
      instrument: "alongside-core",
      edition: "1.0",
      answers: {},
    };
    expect(await saveAssessment(collecting.evaluator, { ...core, language: "sw" })).toMatchObject({
      failure: { code: "rule", reason: "assessment.language-not-offered", params: { language: "sw" } },
    });
    expect(await saveAssessment(collecting.evaluator, { ...form, language: "not a tag" })).toMatchObject({
      failure: { code: "invalid", issues: [{ path: "language" }] },
    });
    expect(await saveAssessment(collecting.evaluator, { ...form, language: "sw" })).toMatchObject({ ok: true });
  });
});
