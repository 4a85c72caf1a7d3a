import { addDays, daysBetween } from "@alongside/domain/schedule/calendar-date";
import { laboratoryMappingSchema } from "@alongside/interchange/formats/laboratory-file/mapping";
import { describe, expect, it } from "vitest";
import { waveOfDay } from "../suppression/wave-of-day";
import { DEMO_TIMEPOINTS } from "./demo-plan";
import { DEMO_SEED, generateDemo } from "./generate-demo";

const demo = generateDemo(DEMO_SEED, new Date("2026-06-15T10:00:00Z"));
const { results, starts, loops, events, verifications, consents } = demo.laboratory;
const loads = results.filter(({ kind }) => kind === "viral-load");
const WAVES = DEMO_TIMEPOINTS.map(({ code, ...days }) => ({ ...days, id: code }));
const LAST_DAY_OF_END = DEMO_TIMEPOINTS.filter(({ code }) => code === "end").reduce(
  (_, { targetDay, daysAfter }) => targetDay + daysAfter,
  0,
);
const share = (part: readonly unknown[], whole: readonly unknown[]) => part.length / whole.length;

describe("simulated results", () => {
  it("come in every state a laboratory of the simulation knows, on both specimens", () => {
    expect(new Set(loads.map(({ state }) => state))).toEqual(
      new Set(["quantified", "below-quantification", "not-detected", "rejected", "failed", "pending"]),
    );
    expect(new Set(loads.map(({ specimen }) => specimen))).toEqual(new Set(["plasma", "dried-blood-spot"]));
    expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(["viral-load", "cd4-count", "weight"]));
  });

  it("have dates in order, none of them today or later", () => {
    for (const { collectedOn, receivedOn, testedOn, returnedOn } of results) {
      const dates = [collectedOn, receivedOn, testedOn, returnedOn].filter((day) => day !== null);
      expect(dates).toEqual(dates.toSorted());
      expect((dates.at(-1) ?? "") < "2026-06-15").toBe(true);
    }
  });

  it("leave something to do: to verify, pending, without a result, and counselling that is open", () => {
    expect(loads.filter(({ verification }) => verification === "awaiting").length).toBeGreaterThan(0);
    expect(loads.filter(({ state }) => state === "pending").length).toBeGreaterThan(0);
    expect(loads.filter(({ state }) => state === "rejected").length).toBeGreaterThan(5);
    expect(loops.filter(({ closedOn }) => closedOn === null).length).toBeGreaterThan(3);
    expect(loops.filter(({ outcome }) => outcome === "suppressed").length).toBeGreaterThan(3);
    expect(
      share(
        consents.filter(({ state }) => state === "given"),
        consents,
      ),
    ).toBeGreaterThan(0.6);
    expect(share(starts, demo.participants)).toBeGreaterThan(0.9);
  });

  it("were verified by another person than entered them, and one that waits was entered by the colleague", () => {
    const enterer = new Map(results.map(({ id, enteredById }) => [id, enteredById]));
    for (const { resultId, decidedById } of verifications) expect(enterer.get(resultId)).not.toBe(decidedById);
    const nurse = demo.people.find(({ email }) => email === "clinic-staff@example.org")?.userId;
    for (const row of loads.filter(({ verification }) => verification === "awaiting")) {
      expect(row.enteredById).not.toBe(nurse);
    }
  });

  it("are suppressed more often after support than before", () => {
    const suppressed = (from: number, to: number) => {
      const enrolled = new Map(demo.participants.map(({ participant, course }) => [participant.participantId, course]));
      const wave = loads.filter((row) => {
        const start = enrolled.get(row.participantId)?.enrolledOn ?? "";
        const within = row.collectedOn >= addDays(start, from) && row.collectedOn <= addDays(start, to);
        return within && row.state !== "rejected" && row.state !== "failed" && row.state !== "pending";
      });
      return share(
        wave.filter(({ state, copiesPerMl }) => state !== "quantified" || (copiesPerMl ?? 0) <= 1000),
        wave,
      );
    };
    expect(suppressed(0, 30)).toBeLessThan(0.75);
    expect(suppressed(150, 210)).toBeGreaterThan(suppressed(0, 30) + 0.08);
  });

  it("move enough people each way for the programme's threshold to show them, with peer support of either kind", () => {
    const status = (participantId: string, enrolledOn: string, wave: string) => {
      const found = loads.findLast((row) => {
        const day = daysBetween(enrolledOn, row.collectedOn);
        const told = row.state !== "rejected" && row.state !== "failed" && row.state !== "pending";
        return row.participantId === participantId && told && waveOfDay(day, WAVES) === wave;
      });
      return found && (found.state !== "quantified" || (found.copiesPerMl ?? 0) <= 1000 ? "low" : "high");
    };
    for (const { id } of demo.cohorts.filter(({ kind }) => kind === "peer-support")) {
      const cells = new Map<string, number>();
      for (const { participant, course } of demo.participants.filter((one) => one.participant.cohortId === id)) {
        const [before, after] = ["baseline", "end"].map((wave) =>
          status(participant.participantId, course.enrolledOn, wave),
        );
        // Who is not due yet counts nowhere; who is due and was not tested is a group like the others.
        if (!after && addDays(course.enrolledOn, LAST_DAY_OF_END) >= "2026-06-15") continue;
        const cell = `${before ?? "untested"} ${after ?? "untested"}`;
        cells.set(cell, (cells.get(cell) ?? 0) + 1);
      }
      expect([...cells.keys()].toSorted()).toEqual([
        ...["high high", "high low", "high untested", "low high", "low low", "low untested"],
      ]);
      for (const [cell, people] of cells) expect(people, cell).toBeGreaterThanOrEqual(5);
    }
  });

  it("came in part with a file of a laboratory, which says what became of every row", () => {
    const { labImport, rows, mapping } = demo.sent;
    const imported = results.filter(({ importId }) => importId === labImport.id);
    expect(imported.length).toBeGreaterThan(1);
    expect(imported.every(({ entry, assayKey }) => entry === "import" && assayKey !== "")).toBe(true);
    expect(new Set(imported.map(({ id }) => id))).toEqual(new Set(rows.flatMap(({ resultId }) => resultId ?? [])));
    expect(rows.map(({ outcome }) => outcome)).toEqual([...imported.map(() => "new"), "refused"]);
    expect(labImport).toMatchObject({
      rowsTotal: rows.length,
      report: { counts: { new: imported.length, refused: 1 } },
    });
    expect(laboratoryMappingSchema.parse(mapping.content).answers).toHaveLength(1);
  });

  it("hold counselling in the order in which it happens", () => {
    for (const { id, openedOn, closedOn } of loops) {
      const days = events.filter(({ loopId }) => loopId === id).map(({ happenedOn }) => happenedOn);
      for (const day of days) expect(day >= openedOn && (closedOn === null || day <= closedOn)).toBe(true);
    }
  });
});
