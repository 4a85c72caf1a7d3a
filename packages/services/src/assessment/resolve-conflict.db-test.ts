import { verifyCells } from "@alongside/db/change-statistic/verify";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { type Collecting, GAD7_ONES, makeCollecting, newForm, phq9Form, RESPONSE_PATH } from "../testing/collecting";
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
  const conflict = listed.ok ? listed.value.open[0] : undefined;
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
      value: { open: [], decided: [] },
    });
  });

  it("says who sent each version, and compares with what stands now", async () => {
    const { form, decision } = await disagreement();
    const { programmeId, participantId } = form;
    await saveAssessment(collecting.evaluator, { ...form, answers: { ...GAD7_ONES, "gad7.i1": 2 } });
    await resolveAssessmentConflict(collecting.evaluator, { ...decision, keep: "other" });
    const listed = await listAssessmentConflicts(collecting.evaluator, { programmeId, participantId });
    const receivedBy = collecting.evaluator.actor?.name;
    expect(listed).toMatchObject({
      ok: true,
      value: {
        open: [{ stored: { answers: { "gad7.i1": 3 }, receivedBy }, other: { answers: { "gad7.i1": 2 }, receivedBy } }],
        decided: [{ kept: "other", decidedBy: receivedBy, reason: decision.reason, instrument: "gad7" }],
      },
    });
  });
});

describe("more versions of one form than anybody could compare", () => {
  it("are refused after twenty, each kept once, until some are decided", async () => {
    const form = await newForm(collecting);
    const { programmeId, participantId } = form;
    const version = (number: number) => ({
      ...form,
      answers: { ...GAD7_ONES, "gad7.i1": number % 4, "gad7.i2": Math.floor(number / 4) % 4, "gad7.i3": 3 },
      ...(number >= 16 && { mode: "paper" as const }),
    });
    const send = (number: number) => saveAssessment(collecting.evaluator, version(number));
    await saveAssessment(collecting.evaluator, form);
    for (let number = 0; number < 20; number += 1) {
      expect(await send(number)).toMatchObject({ failure: { code: "conflict", reason: "assessment.kept-both" } });
    }
    expect(await send(20)).toEqual({
      ok: false,
      failure: { code: "rule", reason: "assessment.too-many-versions", params: { limit: 20 } },
    });
    expect(await send(3)).toMatchObject({ failure: { reason: "assessment.kept-both" } });
    const kept = () => database.db.assessmentConflict.count({ where: { participantId } });
    expect(await kept()).toBe(20);
    const listed = await listAssessmentConflicts(collecting.evaluator, { programmeId, participantId });
    const first = listed.ok ? listed.value.open[0] : undefined;
    const decision = { programmeId, participantId, conflictId: first?.conflictId ?? "", assessmentId: uuidv7() };
    await resolveAssessmentConflict(collecting.evaluator, { ...decision, keep: "stored", reason: "On the paper form" });
    expect(await send(20)).toMatchObject({ failure: { reason: "assessment.kept-both" } });
    expect(await kept()).toBe(21);
  });
});

describe("resolveConflict", () => {
  it("keeps the stored one and closes the matter", async () => {
    const { form, decision } = await disagreement();
    const kept = await resolveAssessmentConflict(collecting.evaluator, { ...decision, keep: "stored" });
    expect(kept).toEqual({ ok: true, value: { assessmentId: form.assessmentId, risk: null } });
    expect(await standing(form.participantId)).toEqual([{ assessmentId: form.assessmentId, value: 7 }]);
    const { programmeId, participantId } = form;
    expect(await listAssessmentConflicts(collecting.evaluator, { programmeId, participantId })).toMatchObject({
      ok: true,
      value: { open: [], decided: [{ kept: "stored", reason: decision.reason }] },
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
    expect(first).toEqual({ ok: true, value: { assessmentId: decision.assessmentId, risk: null } });
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

  it("tells again what to do when the version that stands holds an answer that calls for somebody to act", async () => {
    const { programmeId, participantId, ...form } = phq9Form(await newForm(collecting), { "phq9.i9": 0 });
    const person = { programmeId, participantId };
    const risk = { items: [{ item: "phq9.i9" }], responsePath: RESPONSE_PATH };
    await saveAssessment(collecting.evaluator, { ...form, ...person });
    const second = { ...form, ...person, answers: { "phq9.i9": 2 } };
    expect(await saveAssessment(collecting.evaluator, second)).toMatchObject({
      failure: { code: "conflict", reason: "assessment.kept-both-risk" },
    });
    const listed = await listAssessmentConflicts(collecting.evaluator, person);
    const conflict = listed.ok ? listed.value.open[0] : undefined;
    expect(conflict).toMatchObject({ stored: { risk: null }, other: { risk } });
    const decision = {
      ...person,
      conflictId: conflict?.conflictId ?? "",
      assessmentId: uuidv7(),
      reason: "Asked again",
    };
    const take = () => resolveAssessmentConflict(collecting.evaluator, { ...decision, keep: "other" });
    const expected = { ok: true, value: { assessmentId: decision.assessmentId, risk } };
    expect(await take()).toMatchObject(expected);
    expect(await take()).toMatchObject(expected);
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
