import { verifyCells } from "@alongside/db/change-statistic/verify";
import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { Result } from "@alongside/domain/failure/failure";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { mayAt } from "../access/authorise";
import type { Context } from "../context";
import { enrolParticipant } from "../participant/enrol";
import { signedIn } from "../testing/test-context";
import { saveAssessment } from "./save";

const database = useTestDatabase();
type Save = Parameters<typeof saveAssessment>[1];

let plan: Awaited<ReturnType<typeof makeProgramme>>;
let evaluator: Context;

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  const programmeId = plan.programme.id;
  evaluator = await signedIn(database.db, { programmeId, role: "evaluator" });
  const edition = findInstrument("gad7")?.edition ?? "";
  await database.db.instrumentUse.create({ data: { programmeId, instrument: "gad7", edition } });
  await database.db.instrumentUse.create({
    data: { programmeId, instrument: "phq9", edition: findInstrument("phq9")?.edition ?? "" },
  });
});

const GAD7 = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`gad7.i${i + 1}`, 1]));

/** Somebody enrolled on 5 January 2026, and the form that would be sent for them at baseline. */
async function form(at: { siteIndex?: 0 | 1 } = {}): Promise<Save> {
  const programmeId = plan.programme.id;
  const participantId = uuidv7();
  const place = { siteId: plan.sites[at.siteIndex ?? 0].id, cohortId: plan.cohorts[0].id };
  await enrolParticipant(evaluator, { programmeId, participantId, ...place, enrolledOn: "2026-01-05" });
  return {
    programmeId,
    participantId,
    assessmentId: uuidv7(),
    timepointId: plan.timepoints[0].id,
    instrument: "gad7",
    edition: findInstrument("gad7")?.edition ?? "",
    mode: "interview",
    language: "en",
    answeredOn: "2026-01-06",
    answers: GAD7,
  };
}

function reason(result: Result<unknown>): string {
  return result.ok ? "ok" : `${result.failure.code}:${result.failure.reason}`;
}

/** What is stored for somebody beyond their enrolment. */
async function stored(participantId: string) {
  const where = { participantId };
  const [assessments, scores, deltas, events] = await Promise.all([
    database.db.assessment.findMany({ where, orderBy: { recordedAt: "asc" } }),
    database.db.score.findMany({ where }),
    database.db.changeStatisticDelta.findMany({ where, orderBy: { id: "asc" }, skip: 1 }),
    database.db.auditEvent.findMany({
      where: { subjectId: participantId, action: { not: "participant.enrol" } },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    }),
  ]);
  return { assessments, scores, deltas, events };
}

/** Sees participants at the first site, and scores at the second. */
function twoRoles(programmeId: string) {
  return [
    { programmeId, role: "peer-coordinator", siteId: plan.sites[0].id },
    { programmeId, role: "researcher", siteId: plan.sites[1].id },
  ] as const;
}

describe("saveAssessment", () => {
  it("stores answers, scores, sums and trace together", async () => {
    const input = await form();
    const result = await saveAssessment(evaluator, input);
    expect(result).toMatchObject({
      ok: true,
      value: { stored: true, scores: { total: { outcome: "scored", value: 7 } } },
    });
    const { assessments, scores, deltas, events } = await stored(input.participantId);
    expect(assessments).toMatchObject([{ id: input.assessmentId, current: true, answers: GAD7 }]);
    expect(scores).toMatchObject([{ measure: "gad7/total", value: 7, outcome: "scored", itemsUsed: 7 }]);
    expect(deltas).toHaveLength(1);
    expect(events).toMatchObject([{ action: "assessment.save", actorId: evaluator.actor?.userId }]);
  });

  it("stores the same form sent twice once, and answers alike", async () => {
    const input = await form();
    const [first, second] = [await saveAssessment(evaluator, input), await saveAssessment(evaluator, input)];
    expect(first).toMatchObject({ ok: true, value: { stored: true } });
    expect(second).toMatchObject({ ok: true, value: { stored: false, scores: { total: { value: 7 } } } });
    const { assessments, deltas, events } = await stored(input.participantId);
    expect([assessments.length, deltas.length, events.length]).toEqual([1, 1, 1]);
  });

  it("keeps both when the same id comes with other content, once each", async () => {
    const input = await form();
    await saveAssessment(evaluator, input);
    const other = { ...input, answers: { ...GAD7, "gad7.i1": 3 } };
    expect(reason(await saveAssessment(evaluator, other))).toBe("conflict:assessment.kept-both");
    expect(reason(await saveAssessment(evaluator, other))).toBe("conflict:assessment.kept-both");
    const conflicts = await database.db.assessmentConflict.findMany({ where: { assessmentId: input.assessmentId } });
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]?.content).toMatchObject({ answers: { "gad7.i1": 3 } });
    const { assessments } = await stored(input.participantId);
    expect(assessments).toMatchObject([{ answers: GAD7 }]);
  });

  it("refuses a second baseline, and stores nothing of it", async () => {
    const input = await form();
    await saveAssessment(evaluator, input);
    const again = await saveAssessment(evaluator, { ...input, assessmentId: uuidv7() });
    expect(reason(again)).toBe("duplicate:assessment.second-at-timepoint");
    const { assessments, scores, deltas } = await stored(input.participantId);
    expect([assessments.length, scores.length, deltas.length]).toEqual([1, 1, 1]);
  });

  it("keeps the old version when corrected, and counts the new one", async () => {
    const input = await form();
    await saveAssessment(evaluator, input);
    const correction = {
      ...input,
      assessmentId: uuidv7(),
      answers: { ...GAD7, "gad7.i1": 3 },
      replaces: { assessmentId: input.assessmentId, reason: "Misread the paper form" },
    };
    expect(await saveAssessment(evaluator, correction)).toMatchObject({
      ok: true,
      value: { scores: { total: { value: 9 } } },
    });
    const { assessments, events } = await stored(input.participantId);
    expect(assessments.map(({ current, replacesId }) => ({ current, replacesId }))).toEqual([
      { current: false, replacesId: null },
      { current: true, replacesId: input.assessmentId },
    ]);
    expect(events.map(({ action }) => action)).toEqual(["assessment.save", "assessment.correct"]);
    expect(reason(await saveAssessment(evaluator, { ...correction, assessmentId: uuidv7() }))).toBe(
      "rule:assessment.not-current",
    );
  });

  it("keeps an incomplete score as no score with its reason", async () => {
    const input = { ...(await form()), answers: { "gad7.i1": 1, "gad7.i2": "declined" as const } };
    expect(await saveAssessment(evaluator, input)).toMatchObject({
      ok: true,
      value: { scores: { total: { outcome: "incomplete", had: 1 } } },
    });
    const { scores } = await stored(input.participantId);
    expect(scores).toMatchObject([{ outcome: "incomplete", value: null }]);
  });

  const refusals: readonly (readonly [string, (input: Save) => Save, string])[] = [
    ["a day before enrolment", (f) => ({ ...f, answeredOn: "2026-01-04" }), "rule:assessment.before-enrolment"],
    ["a day in the future", (f) => ({ ...f, answeredOn: "2026-06-17" }), "rule:assessment.in-future"],
    ["an answer out of range", (f) => ({ ...f, answers: { "gad7.i1": 4 } }), "invalid:assessment.answers"],
    ["a form with nothing on it", (f) => ({ ...f, answers: {} }), "invalid:assessment.empty"],
    [
      "more answers than any form has",
      (f) => ({ ...f, answers: Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`gad7.x${i}`, 1])) }),
      "invalid:input.invalid",
    ],
    ["an unknown item", (f) => ({ ...f, answers: { "gad7.i8": 1 } }), "invalid:assessment.answers"],
    ["an edition nobody holds", (f) => ({ ...f, edition: "0" }), "rule:assessment.wrong-edition"],
    ["an instrument not in use", (f) => ({ ...f, instrument: "who5" }), "rule:assessment.instrument-not-in-use"],
    [
      "risk items without a response path",
      (f) => ({ ...f, instrument: "phq9", answers: {} }),
      "rule:assessment.no-response-path",
    ],
    ["another programme's timepoint", (f) => ({ ...f, timepointId: uuidv7() }), "not-found:timepoint.none"],
    ["nobody by that id", (f) => ({ ...f, participantId: uuidv7() }), "not-found:participant.none"],
  ];
  const changed = (change: (input: Save) => Save, to: Save): Save => {
    const input = change(to);
    const edition = findInstrument(input.instrument)?.edition ?? "";
    return input.instrument === "gad7" ? input : { ...input, edition };
  };
  it.each(refusals)("refuses %s, and stores nothing", async (_name, change, expected) => {
    const before = await form();
    expect(reason(await saveAssessment(evaluator, changed(change, before)))).toBe(expected);
    const { assessments, scores, deltas, events } = await stored(before.participantId);
    expect([assessments, scores, deltas, events]).toEqual([[], [], [], []]);
  });

  it("names the item, the value and the rule of an impossible answer", async () => {
    const result = await saveAssessment(evaluator, { ...(await form()), answers: { "gad7.i3": 9 } });
    expect(result).toMatchObject({
      ok: false,
      failure: { issues: [{ path: "answers.gad7.i3", rule: "answer.unknown-code", value: "9" }] },
    });
  });

  it("answers a person of another site as if the participant did not exist", async () => {
    const programmeId = plan.programme.id;
    const elsewhere = await signedIn(database.db, { programmeId, role: "evaluator", siteId: plan.sites[1].id });
    expect(reason(await saveAssessment(elsewhere, await form()))).toBe("not-found:participant.none");
    expect(reason(await saveAssessment(elsewhere, await form({ siteIndex: 1 })))).toBe("ok");
  });

  it("shows scores only at sites where the role that may see them is held", async () => {
    const programmeId = plan.programme.id;
    const person = await signedIn(database.db, { programmeId, role: "evaluator" });
    const split = { ...person, actor: person.actor && { ...person.actor, memberships: twoRoles(programmeId) } };
    const seen = plan.sites.map((site) => mayAt(split, "score.read", programmeId, site.id));
    expect(seen).toEqual([false, true]);
  });

  it.each(refusals)(
    "refuses %s under an id that is taken too, and keeps no version of it",
    async (_name, change, why) => {
      const input = await form();
      await saveAssessment(evaluator, input);
      expect(reason(await saveAssessment(evaluator, changed(change, input)))).toBe(why);
      expect(await database.db.assessmentConflict.count({ where: { assessmentId: input.assessmentId } })).toBe(0);
    },
  );

  it("is refused to roles that do not collect", async () => {
    const researcher = await signedIn(database.db, { programmeId: plan.programme.id, role: "researcher" });
    expect(reason(await saveAssessment(researcher, await form()))).toBe("forbidden:access.denied");
  });

  it("counts a pair exactly once when baseline and follow-up arrive at the same moment", async () => {
    const forms = await Promise.all(Array.from({ length: 6 }, () => form()));
    const both = forms.flatMap((input) => [
      input,
      { ...input, assessmentId: uuidv7(), timepointId: plan.timepoints[1].id, answeredOn: "2026-04-05" },
    ]);
    const results = await Promise.all(both.map((input) => saveAssessment(evaluator, input)));
    expect(results.map(reason)).toEqual(both.map(() => "ok"));
    expect(await verifyCells(database.db, plan.programme.id)).toEqual([]);
  });
});
