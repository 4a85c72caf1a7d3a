import { describe, expect, it } from "vitest";
import { type EventSeries, eventCurve } from "./event-curve.model";

const interval = { low: 0.1, high: 0.5, level: 0.95 };
const own: EventSeries = {
  id: "own",
  label: "Own",
  curve: {
    steps: [
      { days: 50, atRisk: 20, share: 0.25, interval },
      { days: 100, atRisk: 12, share: 0.5, interval: null },
    ],
    risk: [
      { days: 0, atRisk: 1200, share: 0 },
      { days: 200, atRisk: 10, share: 0.5 },
    ],
    endsEarly: true,
  },
};

describe("eventCurve", () => {
  it("climbs where an event was seen and stays level to the end of what is shown", () => {
    const [curve] = eventCurve({ series: [own], locale: "en" }).curves;
    expect(curve?.corners).toEqual([
      { x: 0, y: 100 },
      { x: 25, y: 100 },
      { x: 25, y: 75 },
      { x: 50, y: 75 },
      { x: 50, y: 50 },
      { x: 100, y: 50 },
    ]);
    expect(curve?.end).toEqual({ x: 100, y: 50 });
    expect(curve?.endsEarly).toBe(true);
  });

  it("falls from everybody, joined from day to day, with a band that opens from nothing", () => {
    const [curve] = eventCurve({ series: [own], locale: "en", falls: true }).curves;
    expect(curve?.corners).toEqual([
      { x: 0, y: 0 },
      { x: 25, y: 75 },
      { x: 50, y: 50 },
    ]);
    expect(curve?.end).toEqual({ x: 50, y: 50 });
    expect(curve?.bands).toEqual([
      [
        { x: 0, y: 0 },
        { x: 25, y: 50 },
        { x: 25, y: 90 },
        { x: 0, y: 0 },
      ],
      [
        { x: 25, y: 50 },
        { x: 50, y: 50 },
        { x: 50, y: 50 },
        { x: 25, y: 90 },
      ],
    ]);
  });

  it("draws limits from step to step, and none where there are none", () => {
    const [curve] = eventCurve({ series: [own], locale: "en" }).curves;
    expect(curve?.bands).toEqual([
      [
        { x: 25, y: 50 },
        { x: 50, y: 50 },
        { x: 50, y: 90 },
        { x: 25, y: 90 },
      ],
    ]);
  });

  it("sets numbers at risk at their days, and a shorter curve on the same axis", () => {
    const short: EventSeries = {
      id: "other",
      label: "Other",
      curve: { steps: [], risk: [{ days: 100, atRisk: 30, share: 0 }], endsEarly: false },
    };
    const model = eventCurve({ series: [own, short], locale: "en" });
    expect(model.curves[0]?.risk).toEqual([
      { x: 0, text: "1,200" },
      { x: 100, text: "10" },
    ]);
    expect(model.curves[1]?.corners).toEqual([
      { x: 0, y: 100 },
      { x: 50, y: 100 },
    ]);
    expect(model.xTicks.map(({ text }) => text)).toEqual(["0", "50", "100", "150", "200"]);
    expect(model.yTicks.map(({ text }) => text)).toEqual(["0%", "25%", "50%", "75%", "100%"]);
  });

  it("is not drawn without anybody", () => {
    expect(eventCurve({ series: [], locale: "en" }).drawn).toBe(false);
    expect(
      eventCurve({ series: [{ ...own, curve: { steps: [], risk: [], endsEarly: false } }], locale: "en" }).drawn,
    ).toBe(false);
  });
});
