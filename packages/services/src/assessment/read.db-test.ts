import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { type Collecting, GAD7_ONES, makeCollecting, newForm } from "../testing/collecting";
import { signedIn } from "../testing/test-context";
import { readAssessment } from "./read";
import { saveAssessment } from "./save";

const database = useTestDatabase();
let collecting: Collecting;
beforeAll(async () => {
  collecting = await makeCollecting(database.db);
});

describe("readAssessment", () => {
  it("gives answers, scores and versions, and leaves a trace", async () => {
    const form = await newForm(collecting);
    await saveAssessment(collecting.evaluator, form);
    const correction = {
      ...form,
      assessmentId: uuidv7(),
      answers: { ...GAD7_ONES, "gad7.i1": "declined" as const },
      replaces: { assessmentId: form.assessmentId, reason: "Asked again" },
    };
    await saveAssessment(collecting.evaluator, correction);
    const { programmeId, participantId, assessmentId } = form;
    expect(await readAssessment(collecting.evaluator, { programmeId, participantId, assessmentId })).toMatchObject({
      ok: true,
      value: {
        current: false,
        answers: GAD7_ONES,
        replaces: null,
        replacedBy: correction.assessmentId,
        scores: [{ measure: "gad7/total", outcome: "scored", value: 7 }],
      },
    });
    expect(
      await readAssessment(collecting.evaluator, {
        programmeId,
        participantId,
        assessmentId: correction.assessmentId,
      }),
    ).toMatchObject({
      ok: true,
      value: {
        current: true,
        answers: { "gad7.i1": "declined" },
        replaces: { assessmentId: form.assessmentId, reason: "Asked again" },
        replacedBy: null,
      },
    });
    const events = await database.db.auditEvent.findMany({
      where: { subjectId: participantId, action: "assessment.read" },
    });
    expect(events).toHaveLength(2);
  });

  it("is hidden from another site, another role and another programme", async () => {
    const form = await newForm(collecting);
    await saveAssessment(collecting.evaluator, form);
    const { programmeId, participantId, assessmentId } = form;
    const at = { programmeId, participantId, assessmentId };
    const siteId = collecting.plan.sites[1].id;
    const elsewhere = await signedIn(database.db, { programmeId, role: "evaluator", siteId });
    expect(await readAssessment(elsewhere, at)).toMatchObject({ failure: { reason: "assessment.none" } });
    const coordinator = await signedIn(database.db, { programmeId, role: "peer-coordinator" });
    expect(await readAssessment(coordinator, at)).toMatchObject({ failure: { code: "forbidden" } });
    const other = await makeCollecting(database.db);
    expect(await readAssessment(other.evaluator, { ...at, programmeId: other.programmeId })).toMatchObject({
      failure: { reason: "assessment.none" },
    });
  });
});
