import { useTestDatabase } from "@alongside/db/testing/test-database";
import { beforeAll, describe, expect, it } from "vitest";
import { type Collecting, makeCollecting, newForm, RESPONSE_PATH } from "../testing/collecting";
import { signedIn } from "../testing/test-context";
import { listDueAssessments } from "./list-due";
import { openAssessmentForm } from "./open-form";
import { saveAssessment } from "./save";

const database = useTestDatabase();
let collecting: Collecting;
beforeAll(async () => {
  collecting = await makeCollecting(database.db);
});

describe("listDue", () => {
  it("names every place of the plan and how far it is on this day", async () => {
    const form = await newForm(collecting);
    await saveAssessment(collecting.evaluator, form);
    const { programmeId, participantId } = form;
    const due = await listDueAssessments(collecting.evaluator, { programmeId, participantId });
    if (!due.ok) throw new Error(due.failure.reason);
    // Enrolled 5 January, today 15 June: the end (day 90 + 30) has passed, day 180 - 14 is 20 June.
    expect(due.value.places.map((p) => [p.timepointCode, p.instrument, p.state])).toEqual([
      ["baseline", "gad7", "done"],
      ["baseline", "phq9", "overdue"],
      ["end", "gad7", "overdue"],
      ["end", "phq9", "overdue"],
      ["end", "alongside-core", "overdue"],
      ["follow-up", "gad7", "upcoming"],
      ["follow-up", "phq9", "upcoming"],
    ]);
    expect(due.value.places[0]?.collected).toMatchObject({ assessmentId: form.assessmentId, answeredOn: "2026-01-06" });
    expect(due.value.today).toBe("2026-06-15");
    const events = await database.db.auditEvent.findMany({
      where: { subjectId: participantId, action: "assessment.list-due" },
    });
    expect(events).toMatchObject([{ actorId: collecting.evaluator.actor?.userId }]);
  });

  it("says which questions can be shown, and which only be entered by number", async () => {
    const { programmeId, participantId } = await newForm(collecting);
    const due = await listDueAssessments(collecting.evaluator, { programmeId, participantId });
    if (!due.ok) throw new Error(due.failure.reason);
    expect(due.value.languages["alongside-core"]).toContainEqual({ tag: "id", wording: { kind: "bundled" } });
    expect(due.value.languages.gad7?.[0]?.wording).toEqual({ kind: "not-loaded" });
  });

  it("puts a language first when its wording is loaded", async () => {
    const own = await makeCollecting(database.db);
    const form = await newForm(own);
    const { programmeId, participantId } = form;
    const items = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`gad7.i${i + 1}`, `Question ${i + 1}`]));
    await database.db.wordingPack.create({
      data: {
        programmeId,
        instrument: "gad7",
        edition: form.edition,
        language: "sw",
        content: { title: "Swahili title", instructions: "", items, options: {} },
        permission: {},
        loadedById: own.evaluator.actor?.userId ?? "",
      },
    });
    const opened = await openAssessmentForm(own.evaluator, {
      programmeId,
      participantId,
      timepointCode: "baseline",
      instrument: "gad7",
    });
    expect(opened).toMatchObject({
      ok: true,
      value: {
        view: { language: "sw", title: "Swahili title", wording: { kind: "loaded", complete: true } },
        place: { state: "overdue" },
      },
    });
  });

  it("answers for another site or programme as if there were nobody", async () => {
    const { programmeId, plan } = collecting;
    const { participantId } = await newForm(collecting);
    const elsewhere = await signedIn(database.db, { programmeId, role: "evaluator", siteId: plan.sites[1].id });
    const stranger = (await makeCollecting(database.db)).evaluator;
    const none = { ok: false, failure: { code: "not-found", reason: "participant.none" } };
    expect(await listDueAssessments(elsewhere, { programmeId, participantId })).toMatchObject(none);
    const theirs = stranger.actor?.memberships[0]?.programmeId ?? "";
    expect(await listDueAssessments(stranger, { programmeId: theirs, participantId })).toMatchObject(none);
    expect(await listDueAssessments(stranger, { programmeId, participantId })).toMatchObject({
      failure: { code: "forbidden" },
    });
  });
});

describe("openForm", () => {
  it("gives the questions in the language asked for, and what is stored there", async () => {
    const form = await newForm(collecting);
    const { programmeId, participantId } = form;
    await saveAssessment(collecting.evaluator, form);
    const core = { programmeId, participantId, timepointCode: "end", instrument: "alongside-core", language: "fr" };
    expect(await openAssessmentForm(collecting.evaluator, core)).toMatchObject({
      ok: true,
      value: { view: { language: "fr", notYetValidated: true }, place: { collected: null } },
    });
    const gad7 = { ...core, timepointCode: "baseline", instrument: "gad7" };
    expect(await openAssessmentForm(collecting.evaluator, gad7)).toMatchObject({
      ok: true,
      value: { view: { wording: { kind: "not-loaded" } }, place: { collected: { assessmentId: form.assessmentId } } },
    });
  });

  it("says which answers call for somebody to act, so that a device knows it without a connection", async () => {
    const { programmeId, participantId } = await newForm(collecting);
    const at = { programmeId, participantId, timepointCode: "baseline" };
    expect(await openAssessmentForm(collecting.evaluator, { ...at, instrument: "phq9" })).toMatchObject({
      value: { risk: { items: [{ item: "phq9.i9", number: "9" }], responsePath: RESPONSE_PATH } },
    });
    expect(await openAssessmentForm(collecting.evaluator, { ...at, instrument: "gad7" })).toMatchObject({
      value: { risk: null },
    });
  });

  it("refuses a place the plan does not have", async () => {
    const { programmeId, participantId } = await newForm(collecting);
    const none = { ok: false, failure: { reason: "assessment.not-planned" } };
    for (const [timepointCode, instrument] of [
      ["baseline", "alongside-core"],
      ["someday", "gad7"],
      ["baseline", "who5"],
    ] as const) {
      const opened = await openAssessmentForm(collecting.evaluator, {
        programmeId,
        participantId,
        timepointCode,
        instrument,
      });
      expect(opened).toMatchObject(none);
    }
  });

  it("is not for roles that do not collect", async () => {
    const { programmeId, participantId } = await newForm(collecting);
    const researcher = await signedIn(database.db, { programmeId, role: "researcher" });
    const refused = { ok: false, failure: { code: "forbidden" } };
    const place = { timepointCode: "baseline", instrument: "gad7" };
    expect(await openAssessmentForm(researcher, { programmeId, participantId, ...place })).toMatchObject(refused);
    expect(await listDueAssessments(researcher, { programmeId, participantId })).toMatchObject(refused);
  });
});
