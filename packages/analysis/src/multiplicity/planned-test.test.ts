import { describe, expect, it } from "vitest";
import { analyseBinary } from "../binary-change/analyse-binary";
import { binaryRequest, PUBLISHED } from "../binary-change/binary-request.fixture";
import { analyseOutcome } from "../outcome/analyse-outcome";
import { bthebRequest } from "../outcome/btheb-request.fixture";
import type { OutcomeRequest } from "../outcome/outcome-request";
import { plannedTest } from "./planned-test";

const compared = { cohortId: "BtheB", comparedWith: "TAU", design: "cohorts" } as const;

function shown(given: Partial<OutcomeRequest>) {
  const { comparison, repeated } = analyseOutcome(bthebRequest(given));
  if (comparison?.kind !== "comparison") throw new Error("no comparison");
  const { differences, overWaves } = comparison;
  if (overWaves?.kind !== "cohorts-over-waves" || repeated?.kind !== "repeated-waves") throw new Error("no waves");
  const pOf = (one: typeof differences.ancova | null | undefined) =>
    one?.kind === "estimate" ? one.test?.pValue : undefined;
  return {
    ancova: pOf(differences.ancova),
    differenceInDifferences: pOf(differences.differenceInDifferences),
    overWaves: pOf(overWaves.differences.at(-1)),
    change: pOf(repeated.changes.at(-1)),
  };
}

describe("plannedTest", () => {
  it("is the p value that the page shows for the planned model", () => {
    const on = shown(compared);
    const test = (model: Parameters<typeof plannedTest>[1], compares: boolean) =>
      plannedTest(bthebRequest(compared), model, compares);
    expect(test("ancova", true)).toBe(on.ancova);
    expect(test("difference-in-differences", true)).toBe(on.differenceInDifferences);
    expect(test("repeated-measures", true)).toBe(on.overWaves);
    expect(test("repeated-measures", false)).toBe(on.change);
    expect(new Set(Object.values(on)).size).toBe(4);
    // R 4.2.2, sandwich 3.0.2: lm(bdi.8m ~ bdi.pre + treatment) with vcovHC(type = "HC3"), t on 49 degrees of freedom.
    expect(test("ancova", true)).toBeCloseTo(0.1086324575901334, 9);
  });

  it("is none where nobody can be compared, or too few", () => {
    expect(plannedTest(bthebRequest({ ...compared, comparedWith: null }), "ancova", true)).toBeNull();
    expect(plannedTest(bthebRequest({ ...compared, comparedWith: "nobody" }), "ancova", true)).toBeNull();
    expect(plannedTest(bthebRequest({ ...compared, threshold: 40 }), "ancova", true)).toBeNull();
  });

  it("is that of the difference of the changes of shares where the measure is yes or no, by whatever model", () => {
    const request = binaryRequest(
      [...PUBLISHED, ["B", "yes", "yes", 20], ["B", "yes", "no", 15], ["B", "no", "yes", 10], ["B", "no", "no", 10]],
      { comparedWith: "B", design: "cohorts" },
    );
    const net = analyseBinary(request).comparison?.netDifference[0]?.estimate;
    expect(plannedTest(request, "difference-in-differences", true)).toBeCloseTo(0.0279, 4);
    expect(net).toMatchObject({ test: { pValue: plannedTest(request, "difference-in-differences", true) } });
    expect(plannedTest(request, "ancova", true)).toBe(plannedTest(request, "difference-in-differences", true));
    expect(plannedTest({ ...request, comparedWith: null }, "difference-in-differences", true)).toBeNull();
    expect(plannedTest({ ...request, threshold: 60 }, "difference-in-differences", true)).toBeNull();
    expect(plannedTest(request, "repeated-measures", false)).toBeNull();
  });
});
