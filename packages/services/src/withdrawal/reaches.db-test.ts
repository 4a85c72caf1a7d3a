import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { authorise } from "../access/authorise";
import { listDueAssessments } from "../assessment/list-due";
import { openAssessmentForm } from "../assessment/open-form";
import { saveAssessment } from "../assessment/save";
import { askErasure } from "../erasure/ask";
import { readParticipant } from "../participant/read";
import { readDueWork } from "../schedule/due-work";
import { readPlan } from "../schedule/plan";
import { makeCollecting, newForm } from "../testing/collecting";
import { reasonOf } from "../testing/reason-of";
import { TEST_NOW } from "../testing/test-context";
import { listWiped } from "./list-wiped";
import { recordWithdrawal } from "./record";

const database = useTestDatabase();

/** States of forms that somebody has still to collect. */
const TO_DO: readonly string[] = ["upcoming", "open", "overdue"];

/** Somebody with forms due, and what is asked of them. */
async function ground() {
  const collecting = await makeCollecting(database.db);
  const { programmeId, evaluator } = collecting;
  const form = await newForm(collecting);
  const { participantId } = form;
  const due = async () => {
    const scope = authorise(evaluator, "assessment.list-due", programmeId);
    const plan = await readPlan(database.db, programmeId, TEST_NOW);
    if (!scope.ok || plan === null) throw new Error("no plan");
    const { open, overdue } = await readDueWork(database.db, scope.value, plan, 5);
    return open.count + overdue.count;
  };
  /** How far each form of the person's plan is, on the page to collect and on the record; and why none opens. */
  const planned = async () => {
    const [listed, record] = await Promise.all([
      listDueAssessments(evaluator, { programmeId, participantId }),
      readParticipant(evaluator, { programmeId, participantId }),
    ]);
    if (!listed.ok || !record.ok) throw new Error("not read");
    expect(record.value.closed).toEqual(listed.value.closed);
    const states = [...listed.value.places, ...record.value.waves].map(({ state }) => state);
    return { closed: listed.value.closed?.reason ?? null, toDo: states.filter((one) => TO_DO.includes(one)).length };
  };
  const opens = async () =>
    reasonOf(
      await openAssessmentForm(evaluator, {
        programmeId,
        participantId,
        timepointCode: "baseline",
        instrument: "gad7",
      }),
    );
  const phone = async () => {
    const held = [{ participantId, day: "2026-06-15" }];
    const listed = await listWiped(evaluator, { programmeId, held });
    return listed.ok ? listed.value.wiped : listed.failure.reason;
  };
  const wish = { programmeId, participantId, withdrawalId: uuidv7(), reason: "burden" as const };
  return { evaluator, form, due, planned, opens, phone, wish };
}

describe("somebody who steps back", () => {
  it("from contact only is still asked: forms open, stay due, and stay on a phone", async () => {
    const { evaluator, form, due, planned, opens, phone, wish } = await ground();
    const before = await due();
    expect(before).toBeGreaterThan(0);
    expect(await planned()).toMatchObject({ closed: null, toDo: expect.toSatisfy((n) => n > 0) });
    expect(reasonOf(await recordWithdrawal(evaluator, { ...wish, level: "contact" }))).toBe("ok");
    expect([await due(), await opens(), await phone()]).toEqual([before, "ok", []]);
    expect(await planned()).toMatchObject({ closed: null, toDo: expect.toSatisfy((n) => n > 0) });
    expect(reasonOf(await saveAssessment(evaluator, form))).toBe("ok");
  });

  it.each(["use", "erase"] as const)(
    "at the level %s has nothing due, no form to open, none on a phone",
    async (level) => {
      const { evaluator, form, due, planned, opens, phone, wish } = await ground();
      const stepped =
        level === "erase"
          ? await askErasure(evaluator, wish)
          : await recordWithdrawal(evaluator, { ...wish, level, fromOn: "2026-06-14", leavesOut: true });
      expect(reasonOf(stepped)).toBe("ok");
      expect(await planned()).toEqual({ closed: "participant.withdrawn", toDo: 0 });
      expect([await due(), await opens(), await phone()]).toEqual([0, "rule:participant.withdrawn", [0]]);
      expect(reasonOf(await saveAssessment(evaluator, form))).toBe("rule:participant.withdrawn");
    },
  );
});
