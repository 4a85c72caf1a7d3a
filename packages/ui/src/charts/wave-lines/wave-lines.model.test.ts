import { describe, expect, it } from "vitest";
import { type WaveLinesInput, waveLines } from "./wave-lines.model";

/** Waves with the same time between them. */
function evenly(labels: readonly string[]): WaveLinesInput["waves"] {
  return labels.map((label, at) => ({ label, day: 90 * at }));
}

const INPUT: WaveLinesInput = {
  waves: evenly(["start", "middle", "end"]),
  people: [],
  named: [],
  range: { minimum: 0, maximum: 20 },
  band: null,
  locale: "en",
};

describe("waveLines", () => {
  it("breaks a line where there is no score and keeps a lonely score as a dot", () => {
    const { people } = waveLines({
      ...INPUT,
      people: [
        [0, null, 20],
        [null, 10, 20],
        [null, null, null],
      ],
    });
    expect(people).toEqual([
      [[{ x: 0, y: 100 }], [{ x: 100, y: 0 }]],
      [
        [
          { x: 50, y: 50 },
          { x: 100, y: 0 },
        ],
      ],
      [],
    ]);
  });

  it("leaves out a wave at which nobody has a score before one at which somebody has, and keeps those to come", () => {
    const named = [{ name: "mean", position: 0, values: [5, null, 15], intervals: [{ low: 4, high: 6 }, null, null] }];
    const model = waveLines({ ...INPUT, people: [[0, null, 20]], named });
    expect(model.xTicks.map(({ text }) => text)).toEqual(["start", "end"]);
    expect(model.people).toEqual([
      [
        [
          { x: 0, y: 100 },
          { x: 100, y: 0 },
        ],
      ],
    ]);
    expect(model.named[0]?.stretches).toHaveLength(1);
    expect(model.named[0]?.intervals).toEqual([{ x: 0, top: 70, bottom: 80 }]);
    expect(waveLines({ ...INPUT, people: [[0, null, null]] }).xTicks).toHaveLength(3);
  });

  it("puts the mean with its interval and the band on the axis of the people, never beyond the range", () => {
    const model = waveLines({
      ...INPUT,
      people: [[0, 5, 20]],
      named: [
        {
          ...{ name: "mean", position: 2, values: [10, 12, null] },
          intervals: [{ low: 8, high: 12 }, { low: -4, high: 28 }, null],
        },
      ],
      band: { from: -2, to: 22 },
    });
    expect(model.named[0]?.stretches).toEqual([
      [
        { x: 0, y: 50 },
        { x: 50, y: 40 },
      ],
    ]);
    expect(model.named[0]?.intervals).toEqual([
      { x: 0, top: 40, bottom: 60 },
      { x: 50, top: 0, bottom: 100 },
    ]);
    expect(model.named[0]?.position).toBe(2);
    expect(model.band).toEqual({ top: 0, height: 100 });
    expect(model.yTicks[0]).toEqual({ y: 100, text: "0" });
  });

  it("stands waves as far apart as their days, with labels in two rows where they are close", () => {
    const waves = [0, 90, 360].map((day) => ({ label: String(day), day }));
    const model = waveLines({ ...INPUT, waves, people: [[1, 2, 3]] });
    expect(model.xTicks.map(({ x, row }) => [x, row])).toEqual([
      [0, 0],
      [25, 1],
      [100, 0],
    ]);
    expect(model.people[0]?.[0]?.map(({ x }) => x)).toEqual([0, 25, 100]);
  });

  it("has labels in two rows for many waves, and one in the middle for one", () => {
    const many = waveLines({ ...INPUT, waves: evenly(["a", "b", "c", "d"]) }).xTicks;
    expect(many.map(({ row }) => row)).toEqual([0, 1, 0, 1]);
    expect(many.map(({ anchor }) => anchor)).toEqual(["start", "middle", "middle", "end"]);
    expect(waveLines(INPUT).xTicks.map(({ row }) => row)).toEqual([0, 0, 0]);
    expect(waveLines({ ...INPUT, waves: evenly(["a"]) }).xTicks).toEqual([
      { x: 50, text: "a", row: 0, anchor: "middle" },
    ]);
  });

  it("is not drawn for nobody, and without a range reaches as far as the scores", () => {
    expect(waveLines({ ...INPUT, people: [[null, null, null]] }).drawn).toBe(false);
    const model = waveLines({ ...INPUT, people: [[-40, 60, 10]], range: null });
    expect(model.drawn).toBe(true);
    for (const { y } of model.people.flat(2)) {
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(100);
    }
  });
});
