import { analysisPlanSchema } from "@alongside/domain/analysis-plan/analysis-plan";
import { checkAnswers } from "@alongside/domain/instruments/check-answers";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { isExpected } from "@alongside/domain/schedule/asked-of";
import { type DueVerdict, dueState } from "@alongside/domain/schedule/due-state";
import { describe, expect, it } from "vitest";
import { canonicalHash } from "../canonical-hash";
import { DEMO_SEED, generateDemo } from "./generate-demo";

const NOW = new Date("2026-06-15T10:00:00Z");
const demo = generateDemo(DEMO_SEED, NOW);
const sheets = demo.participants.flatMap(({ assessments }) => assessments);

/** Mean and number of a measure's values in one cohort at one timepoint. */
function wave(measure: string, cohort: number, timepoint: string) {
  const cohortId = demo.cohorts[cohort]?.id;
  const timepointId = demo.timepoints.find(({ code }) => code === timepoint)?.id;
  const cells = demo.cells.filter(
    (cell) => cell.measure === measure && cell.cohortId === cohortId && cell.timepointId === timepointId,
  );
  const total = (of: (cell: (typeof cells)[number]) => number) => cells.reduce((sum, cell) => sum + of(cell), 0);
  const pairs = total((cell) => cell.pairs);
  return { pairs, change: (total((cell) => Number(cell.sumY)) - total((cell) => Number(cell.sumX))) / pairs };
}

describe("generateDemo", () => {
  it("gives the same programme for the same seed and day, and another for another seed", () => {
    expect(generateDemo(DEMO_SEED, NOW)).toEqual(demo);
    expect(generateDemo(DEMO_SEED + 1, NOW).participants[0]).not.toEqual(demo.participants[0]);
  });

  it("enrols about 300 people at three sites in three cohorts, with codes of their own", () => {
    expect(demo.participants.length).toBeGreaterThan(280);
    expect(demo.participants.length).toBeLessThan(320);
    expect(new Set(demo.participants.map(({ participant }) => participant.siteId)).size).toBe(3);
    expect(new Set(demo.participants.map(({ participant }) => participant.cohortId)).size).toBe(3);
    expect(new Set(demo.participants.map(({ participant }) => participant.code)).size).toBe(demo.participants.length);
  });

  it("answers only what the instruments allow, after enrolment, before its end and before tomorrow", () => {
    for (const { assessments, course } of demo.participants) {
      for (const sheet of assessments) {
        const instrument = findInstrument(sheet.instrument, sheet.edition);
        if (instrument === undefined) throw new Error(sheet.instrument);
        expect(checkAnswers(instrument, sheet.answers)).toEqual([]);
        const day = sheet.answeredOn;
        expect(day >= course.enrolledOn && day <= (course.end?.on ?? "2026-06-15")).toBe(true);
      }
    }
  });

  it("has a form only where one was expected, and none that was handed back empty", () => {
    const kinds = new Map(demo.cohorts.map(({ id, kind }) => [id, kind]));
    const codes = new Map(demo.timepoints.map(({ id, code }) => [id, code]));
    for (const { participant, assessments } of demo.participants) {
      const cohortKind = kinds.get(participant.cohortId) ?? "";
      for (const { instrument, timepointId, answers } of assessments) {
        const use = demo.uses.find((one) => one.instrument === instrument);
        expect(use && isExpected(use, { timepointCode: codes.get(timepointId) ?? "", cohortKind })).toBe(true);
        expect(Object.values(answers).some((answer) => answer !== "skipped")).toBe(true);
      }
    }
    const peerOnly = demo.uses.filter(({ askedOf }) => askedOf === "peer-support");
    expect(peerOnly.map(({ instrument }) => instrument)).toEqual(["alongside-mechanisms"]);
  });

  it("planned its analysis before anybody was enrolled, with what the programme has", () => {
    const { content, contentHash, savedAt, savedById } = demo.analysisPlan;
    expect(analysisPlanSchema.parse(content)).toEqual(content);
    expect(contentHash).toBe(canonicalHash(content));
    expect(savedAt.toISOString()).toBe("2025-04-06T00:00:00.000Z");
    expect(demo.participants.every(({ course }) => course.enrolledOn > "2025-04-06")).toBe(true);
    expect(demo.people.find(({ userId }) => userId === savedById)?.email).toBe("researcher@example.org");
    const measured = new Set(demo.cells.map(({ measure }) => measure));
    const later = demo.timepoints.filter(({ kind }) => kind !== "baseline").map(({ code }) => code);
    for (const { measure, timepointCode } of [content.primary, ...content.secondary]) {
      expect(measured).toContain(measure);
      expect(later).toContain(timepointCode);
    }
    expect(demo.cohorts.find(({ name }) => name === content.comparisonCohort)?.kind).toBe("comparison");
    expect(demo.trail.filter(({ action }) => action === "analysis-plan.save")).toMatchObject([
      { actorId: savedById, detail: { version: 1, hash: contentHash }, at: savedAt },
    ]);
  });

  it("leaves out as many items as real interviews do, and declines some of them", () => {
    const answers = sheets.flatMap((sheet) => Object.values(sheet.answers));
    const share = answers.filter((answer) => typeof answer !== "number").length / answers.length;
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.06);
    expect(answers).toContain("declined");
    expect(demo.participants.flatMap(({ scores }) => scores).some(({ outcome }) => outcome === "incomplete")).toBe(
      true,
    );
  });

  it("has people in every state today: done, due, overdue, missed, and every way to leave", () => {
    const end = demo.timepoints.find(({ code }) => code === "end");
    if (end === undefined) throw new Error("no timepoint");
    const states = demo.participants.map(({ course, assessments }) => {
      const done = assessments.find((sheet) => sheet.timepointId === end.id);
      const period = { enrolledOn: course.enrolledOn, endedOn: course.end?.on ?? null };
      return dueState(end, period, done?.answeredOn ?? null, "2026-06-15").state;
    });
    for (const state of ["upcoming", "open", "overdue", "missed", "done", "done-out-of-window", "not-expected"]) {
      expect(states).toContain(state);
    }
    const statuses = new Set(demo.participants.map(({ course }) => course.end?.status ?? "active"));
    expect(statuses).toEqual(new Set(["active", "completed", "withdrawn", "transferred", "lost", "died"]));
  });

  it("leaves a morning's work: ten to twenty-five people overdue, some windows that close this week", () => {
    const states = demo.participants.map(({ participant, course, assessments }) =>
      demo.timepoints.flatMap((timepoint) => {
        const cohortKind = demo.cohorts.find(({ id }) => id === participant.cohortId)?.kind ?? "";
        const asked = demo.uses.filter((use) => isExpected(use, { timepointCode: timepoint.code, cohortKind }));
        const done = assessments.filter((sheet) => sheet.timepointId === timepoint.id);
        const period = { enrolledOn: course.enrolledOn, endedOn: course.end?.on ?? null };
        return done.length === asked.length ? [] : [dueState(timepoint, period, null, "2026-06-15")];
      }),
    );
    const people = (is: (verdict: DueVerdict) => boolean) => states.filter((verdicts) => verdicts.some(is)).length;
    const overdue = people(({ state }) => state === "overdue");
    expect(overdue).toBeGreaterThanOrEqual(10);
    expect(overdue).toBeLessThanOrEqual(25);
    expect(people(({ state, window }) => state === "open" && window.closesOn < "2026-06-22")).toBeGreaterThan(0);
  });

  it("shows what it was told: belonging better with a peer, pain unchanged, more stigma met", () => {
    const { change, pairs } = wave("alongside-core/belonging", 0, "end");
    expect(pairs).toBeGreaterThan(40);
    expect(change).toBeGreaterThan(3);
    expect(change).toBeGreaterThan(wave("alongside-core/belonging", 2, "end").change);
    expect(Math.abs(wave("alongside-core/pain", 0, "end").change)).toBeLessThan(5);
    expect(wave("alongside-core/stigma-met", 0, "end").change).toBeGreaterThan(0);
  });
});
