import { describe, expect, it } from "vitest";
import { compareOutputs } from "./compare";

const tolerance = () => ({ relative: 1e-6, absolute: 1e-9 });
const failing = (expected: Parameters<typeof compareOutputs>[0], got: Parameters<typeof compareOutputs>[1]) =>
  compareOutputs(expected, got, tolerance)
    .filter((field) => !field.passed)
    .map((field) => field.path);

describe("compareOutputs", () => {
  it("passes a number within either tolerance and fails it outside both", () => {
    expect(failing(1000, 1000.0009)).toEqual([]);
    expect(failing(1000, 1000.002)).toEqual([""]);
    expect(failing(1e-12, 5e-10)).toEqual([]);
    expect(failing(0, 2e-9)).toEqual([""]);
    expect(failing(-1, 1)).toEqual([""]);
  });

  it("counts the bounds themselves as within", () => {
    expect(compareOutputs(2, 2.5, () => ({ relative: 0.25, absolute: 0 }))[0]?.passed).toBe(true);
    expect(compareOutputs(2, 2.5, () => ({ relative: 0, absolute: 0.5 }))[0]?.passed).toBe(true);
    expect(compareOutputs(2, 2.5, () => ({ relative: 0.2, absolute: 0.4 }))[0]?.passed).toBe(false);
  });

  it("names every field that is wrong or missing, and not those only ours has", () => {
    const expected = { n: 3, ci: [1, 2], rows: [{ p: 0.5, label: "a" }] };
    expect(failing(expected, { n: 3, ci: [1, 2], rows: [{ p: 0.5, label: "a" }], more: 1 })).toEqual([]);
    expect(failing(expected, { n: 4, ci: [1, 9], rows: [{ label: "b" }] })).toEqual([
      "n",
      "ci/1",
      "rows/0/p",
      "rows/0/label",
    ]);
    expect(failing(expected, undefined)).toEqual([""]);
    expect(failing(expected, { n: 3, ci: [1, 2, 3], rows: {} })).toEqual(["ci", "rows"]);
  });

  it("takes texts, truth and null exactly, and a number for none of them", () => {
    expect(failing(["a", true, null], ["a", true, null])).toEqual([]);
    expect(failing(["a", true, null, null, 1], ["A", false, 0, false, null])).toEqual(["0", "1", "2", "3", "4"]);
    expect(failing(1, "1")).toEqual([""]);
  });

  it("knows R's words for what JSON has no number for", () => {
    expect(failing(["Inf", "-Inf", "NaN", "NA", null], ["Inf", "-Inf", null, null, "Inf"])).toEqual([]);
    expect(failing(["Inf", "-Inf", "NaN", "NA", null], ["-Inf", null, 0, "Inf", "NaN"])).toEqual([
      "0",
      "1",
      "2",
      "3",
      "4",
    ]);
  });

  it("says when a field passes only by a looser tolerance than stated", () => {
    const looser = () => ({ relative: 0.5, absolute: 0, stated: { relative: 0.1, absolute: 0 } });
    const [near, far, wrong] = [1.05, 1.3, 2].flatMap((got) => compareOutputs(1, got, looser));
    expect([near?.passed, near?.loosely]).toEqual([true, false]);
    expect([far?.passed, far?.loosely]).toEqual([true, true]);
    expect([wrong?.passed, wrong?.loosely]).toEqual([false, false]);
  });

  it("gives the relative error of numbers", () => {
    expect(compareOutputs(4, 5, tolerance)[0]?.relativeError).toBe(0.25);
    expect(compareOutputs(0, 1, tolerance)[0]?.relativeError).toBe(Number.POSITIVE_INFINITY);
    expect(compareOutputs("a", "a", tolerance)[0]?.relativeError).toBeNull();
  });
});
