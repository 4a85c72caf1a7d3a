import { verifyCells } from "@alongside/db/change-statistic/verify";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { type Collecting, GAD7_ONES, makeCollecting, newForm } from "../testing/collecting";
import { signedIn } from "../testing/test-context";
import { listAssessmentConflicts } from "./list-conflicts";
import { resolveAssessmentConflict } from "./resolve-conflict";
import { saveAssessment } from "./save";

const database = useTestDatabase();
let collecting: Collecting;
beforeAll(async () => {
  collecting = await makeCollecting(database.db);
});

/** Somebody with a stored GAD-7 of 7 and another submission under the same id that would score 9. */
async function disagreement() {
  const form = await newForm(collecting);
  await saveAssessment(collecting.evaluator, form);
  await saveAssessment(collecting.evaluator, { ...form, answers: { ...GAD7_ONES, "gad7.i1": 3 } });
  const { programmeId, participantId } = form;
  const listed = await listAssessmentConflicts(collecting.evaluator, { programmeId, participantId });
  const conflict = listed.ok ? listed.value[0] : undefined;
  if (conflict === undefined) throw new Error("no conflict was kept");
  const decision = {
    programmeId,
    participantId,
    conflictId: conflict.conflictId,
    assessmentId: uuidv7(),
    reason: "Checked against the paper form",
  };
  return { form, conflict, decision };
}

const standing = (participantId: string) =>
  database.db.score.findMany({ where: { participantId, current: true }, select: { assessmentId: true, value: true } });

describe("listConflicts", () => {
  it("shows both sides, to those whose site it is", async () => {
    const { form, conflict } = await disagreement();
    expect(conflict.stored.answers).toEqual(GAD7_ONES);
    expect(conflict.other).toMatchObject({ answers: { "gad7.i1": 3 }, mode: "interview", answeredOn: "2026-01-06" });
    const { programmeId, plan } = collecting;
    const elsewhere = await signedIn(database.db, { programmeId, role: "evaluator", siteId: plan.sites[1].id });
    expect(await listAssessmentConflicts(elsewhere, { programmeId, participantId: form.participantId })).toEqual({
      ok: true,
      value: [],
    });
  });
});

describe("resolveConflict", () => {
  it("keeps the stored one and closes the matter", async () => {
    const { form, decision } = await disagreement();
    const kept = await resolveAssessmentConflict(collecting.evaluator, { ...decision, keep: "stored" });
    expect(kept).toEqual({ ok: true, value: { assessmentId: form.assessmentId } });
    expect(await standing(form.participantId)).toEqual([{ assessmentId: form.assessmentId, value: 7 }]);
    const { programmeId, participantId } = form;
    expect(await listAssessmentConflicts(collecting.evaluator, { programmeId, participantId })).toEqual({
      ok: true,
      value: [],
    });
    const events = await database.db.auditEvent.findMany({
      where: { subjectId: participantId, action: "assessment.resolve-conflict" },
    });
    expect(events).toMatchObject([{ detail: { keep: "stored" } }]);
  });

  it("takes the other one as a correction with the reason, keeps the old version, and counts it once", async () => {
    const { form, decision } = await disagreement();
    const taken = { ...decision, keep: "other" as const };
    const first = await resolveAssessmentConflict(collecting.evaluator, taken);
    expect(first).toEqual({ ok: true, value: { assessmentId: decision.assessmentId } });
    expect(await resolveAssessmentConflict(collecting.evaluator, taken)).toEqual(first);
    expect(await standing(form.participantId)).toEqual([{ assessmentId: decision.assessmentId, value: 9 }]);
    const versions = await database.db.assessment.findMany({ where: { participantId: form.participantId } });
    expect(versions).toHaveLength(2);
    expect(versions.find(({ current }) => current)).toMatchObject({
      replacesId: form.assessmentId,
      reason: decision.reason,
    });
    expect(await verifyCells(database.db, form.programmeId)).toEqual([]);
  });

  it("does not take a decision back", async () => {
    const { decision } = await disagreement();
    await resolveAssessmentConflict(collecting.evaluator, { ...decision, keep: "stored" });
    expect(await resolveAssessmentConflict(collecting.evaluator, { ...decision, keep: "other" })).toMatchObject({
      failure: { reason: "assessment.conflict-decided" },
    });
  });

  it("is refused at another site and to other roles, and changes nothing", async () => {
    const { form, decision } = await disagreement();
    const { programmeId, plan } = collecting;
    const elsewhere = await signedIn(database.db, { programmeId, role: "evaluator", siteId: plan.sites[1].id });
    const researcher = await signedIn(database.db, { programmeId, role: "researcher" });
    const take = { ...decision, keep: "other" as const };
    expect(await resolveAssessmentConflict(elsewhere, take)).toMatchObject({
      failure: { reason: "assessment.no-conflict" },
    });
    expect(await resolveAssessmentConflict(researcher, take)).toMatchObject({ failure: { code: "forbidden" } });
    expect(await standing(form.participantId)).toEqual([{ assessmentId: form.assessmentId, value: 7 }]);
  });
});
