import { addDays } from "@alongside/domain/schedule/calendar-date";
import { describe, expect, it } from "vitest";
import { DEMO_SEED, generateDemo } from "./generate-demo";

const demo = generateDemo(DEMO_SEED, new Date("2026-06-15T10:00:00Z"));
const { results, starts, loops, events, verifications, consents } = demo.laboratory;
const loads = results.filter(({ kind }) => kind === "viral-load");
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
        consents.filter(({ mayContact }) => mayContact),
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

  it("hold counselling in the order in which it happens", () => {
    for (const { id, openedOn, closedOn } of loops) {
      const days = events.filter(({ loopId }) => loopId === id).map(({ happenedOn }) => happenedOn);
      for (const day of days) expect(day >= openedOn && (closedOn === null || day <= closedOn)).toBe(true);
    }
  });
});
