import { describe, expect, it } from "vitest";
import { layTimeline } from "./timeline.model";

const wave = (label: string, targetDay: number, daysBefore: number, daysAfter: number) => {
  return { id: label, label, targetDay, daysBefore, daysAfter };
};

describe("layTimeline", () => {
  it("places windows and days on one line", () => {
    const { rows } = layTimeline([wave("baseline", 0, 10, 10), wave("end", 80, 10, 10)]);
    expect(rows).toMatchObject([
      { from: -10, to: 10, left: 0, width: 20, mark: 10 },
      { from: 70, to: 90, left: 80, width: 20, mark: 90 },
    ]);
  });

  it("always shows the day of enrolment", () => {
    const { ticks } = layTimeline([wave("late", 300, 0, 0)]);
    expect(ticks[0]).toEqual({ day: 0, at: 0 });
    expect(layTimeline([]).ticks.map(({ day }) => day)).toContain(0);
  });

  it("names windows that share a day, the last and first day included", () => {
    const waves = [wave("a", 0, 0, 30), wave("b", 40, 10, 0), wave("c", 60, 19, 0)];
    expect(layTimeline(waves).overlaps).toEqual([["a", "b"]]);
  });

  it("keeps ticks apart however long the plan is", () => {
    for (const day of [1, 30, 365, 3650])
      expect(layTimeline([wave("w", day, 0, 0)]).ticks.length, `${day} days`).toBeLessThanOrEqual(8);
  });
});
