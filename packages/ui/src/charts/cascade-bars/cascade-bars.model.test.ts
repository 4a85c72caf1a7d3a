import { describe, expect, it } from "vitest";
import { type CascadeRow, cascadeBars } from "./cascade-bars.model";

const estimate: CascadeRow["step"]["share"] = {
  kind: "estimate",
  value: 0.8,
  interval: { low: 0.7, high: 0.9, level: 0.95 },
  n: 50,
  method: "wilson",
  standardError: 0.05,
  provenance: { statistic: "proportions/proportion-intervals", version: 1 },
};
const row = (step: CascadeRow["step"]): CascadeRow => ({ id: "one", label: "One", note: "of all", text: "80%", step });
const drawn = (step: CascadeRow["step"]) => cascadeBars([row(step)]).rows[0];

describe("cascadeBars", () => {
  it("draws a share with its interval and target", () => {
    expect(drawn({ share: estimate, bounds: null, target: 0.95 })).toEqual({
      ...{ id: "one", label: "One", note: "of all", text: "80%" },
      ...{ share: 80, interval: { low: 70, high: 90 }, possible: null, target: 95, unknowable: false },
    });
  });

  it("shows how far those of whom nothing is known could move it", () => {
    const found = drawn({ share: estimate, bounds: { low: 0.8, high: 0.95 }, target: null });
    expect(found).toMatchObject({ possible: { from: 80, to: 95 }, target: null });
    expect(drawn({ share: estimate, bounds: { low: 0.8, high: 0.8 }, target: null })?.possible).toBeNull();
  });

  it("leaves what cannot be known empty, which is not zero, and what is hidden without a bar", () => {
    const unknown = drawn({ share: { kind: "not-knowable" }, bounds: null, target: 0.95 });
    expect(unknown).toMatchObject({ share: null, unknowable: true, interval: null });
    const hidden = drawn({
      share: { kind: "suppressed", rule: "small-count" },
      bounds: { low: 0, high: 1 },
      target: 0.95,
    });
    expect(hidden).toMatchObject({ share: null, unknowable: false, possible: null });
  });
});
