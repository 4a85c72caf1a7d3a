import type { Estimate } from "@alongside/statistics/estimate";
import { describe, expect, it } from "vitest";
import scaleAnswers from "../psychometrics/psychometrics.fixtures.json";
import { analyseOutcome } from "./analyse-outcome";
import { bthebRequest } from "./btheb-request.fixture";

function value(estimate: Estimate | null | undefined) {
  if (estimate?.kind !== "estimate") throw new Error("no estimate");
  return estimate;
}

describe("analyseOutcome", () => {
  const found = analyseOutcome(bthebRequest());

  it("says what it is about, and claims no more than change", () => {
    expect(found.sets).toEqual({
      enrolled: { kind: "exact", n: 48 },
      baselineMeasured: { kind: "exact", n: 48 },
      analysed: 45,
      completeCases: 25,
    });
    expect(found.findings.map(({ id, estimand }) => [id, estimand.population, estimand.timepointId])).toEqual([
      ["likelihood", "baseline-measured", "8m"],
      ["complete-pairs", "complete-cases", "8m"],
    ]);
    expect(found.claim).toEqual({ level: 1, wording: "changed" });
  });

  it("gives R's model over all waves", () => {
    const { repeated } = found;
    if (repeated?.kind !== "repeated-waves") throw new Error("no model");
    expect(repeated).toMatchObject({ structure: "unstructured", left: [], n: 45, scores: 135, baselineMeasured: 48 });
    // R 4.2.2, nlme 3.1.162: gls(score ~ wave, corSymm, varIdent, REML), people with a baseline; errors by the observed information.
    const expected = [
      [-4.49487634590813, 1.37043054429718],
      [-6.00552271399249, 1.51440139290877],
      [-7.81996089340066, 1.86366563638741],
      [-10.3322684201263, 1.90237452906029],
    ] as const;
    expected.forEach(([change, standardError], at) => {
      const estimate = value(repeated.changes[at]);
      expect(estimate.value / change).toBeCloseTo(1, 4);
      expect(estimate.standardError / standardError).toBeCloseTo(1, 4);
      expect(estimate.degreesOfFreedom).toBeGreaterThan(10);
    });
  });

  it("makes no model of fewer than ten people", () => {
    const request = bthebRequest();
    const own = request.data.people.filter(({ cohortId }) => cohortId === "TAU");
    const of = (people: number) => {
      const data = { ...request.data, people: own.slice(0, people) };
      return analyseOutcome({ ...request, data }).repeated;
    };
    const scored = own.slice(0, 9).filter(({ values }) => values.slice(1).some((one) => one !== null)).length;
    expect(of(9)).toEqual({ kind: "insufficient-data", reason: "too-few", needed: 10, had: scored });
    expect(of(30)?.kind).toBe("repeated-waves");
  });

  describe("with one wave after the baseline", () => {
    const first = <T>(all: readonly T[]): T[] => all.slice(0, 2);
    const once = (who: (values: readonly (number | null)[]) => boolean) => {
      const request = bthebRequest();
      const people = request.data.people
        .filter(({ values }) => who(first(values)))
        .map((one) => ({ ...one, values: first(one.values), states: first(one.states) }));
      return analyseOutcome({
        ...request,
        wave: 1,
        data: { ...request.data, waves: first(request.data.waves), people },
      });
    };

    it("has everybody with a baseline in the model, also who never came back", () => {
      const { repeated, sets } = once(() => true);
      if (repeated?.kind !== "repeated-waves") throw new Error("no model");
      expect(repeated).toMatchObject({ structure: "unstructured", n: 45, scores: 45, baselineMeasured: 48 });
      expect(sets.analysed).toBe(45);
      const estimate = value(repeated.changes[0]);
      // R 4.2.2, nlme 3.1.162: gls(score ~ wave, corSymm, varIdent, REML) of the first two waves, error as above.
      expect(estimate.value).toBeCloseTo(-4.49487361694543, 6);
      expect(estimate.standardError / 1.37043054440709).toBeCloseTo(1, 4);
      // A regression of the change on the baseline, at the mean of everybody's: R: lm(change ~ centred baseline).
      expect(estimate.value).toBeCloseTo(-4.49487361, 6);
    });

    it("says what the pairs say where everybody came back", () => {
      const { repeated, change } = once((values) => values.every((one) => one !== null));
      if (repeated?.kind !== "repeated-waves") throw new Error("no model");
      const [all, pairs] = [value(repeated.changes[0]), value(change.change)];
      expect(all.value).toBeCloseTo(pairs.value, 9);
      expect(all.standardError / pairs.standardError).toBeCloseTo(1, 6);
      expect(all.degreesOfFreedom).toBeCloseTo(pairs.degreesOfFreedom ?? 0, 3);
    });
  });

  it("counts who changed reliably, and never leaves out who deteriorated", () => {
    const { reliableChange, responders } = found;
    if (reliableChange.kind !== "reliable-change") throw new Error(reliableChange.why);
    // R: s = sd(pre) sqrt(2 (1 - .9)); 13 people under -1.96 s, 1 over 1.96 s.
    expect(reliableChange.scale.sdPre).toBeCloseTo(9.82107211290135, 12);
    expect(reliableChange.counts).toMatchObject({
      n: 25,
      reliablyImproved: 13,
      reliablyDeteriorated: 1,
      unchanged: 11,
    });
    expect(reliableChange).toMatchObject({ enrolled: { kind: "exact", n: 48 }, withoutBoth: 23 });
    expect(value(reliableChange.deterioration).value).toBeCloseTo(1 / 25, 12);
    expect(value(responders.share).value).toBeCloseTo(0.76, 12);
    expect(value(responders.worse).value).toBeCloseTo(0.16, 12);
    expect(responders.curve.at(-1)?.share).toBe(1);
  });

  it("holds the interval against the important difference", () => {
    const verdict = (importantDifference: number | null) =>
      analyseOutcome(bthebRequest({ importantDifference })).change.importantDifference.verdict;
    // The interval is -15.07 to -5.97, and lower is better.
    expect(verdict(3)).toBe("important-better");
    expect(verdict(10)).toBe("undecided");
    expect(verdict(16)).toBe("smaller-than-important");
    expect(verdict(null)).toBe("unknown");
  });

  it("expects some fall of people who entered for their score, where it can be known", () => {
    const note = (given: object) => analyseOutcome(bthebRequest(given)).change.regressionToMean;
    expect(note({})).toBeNull();
    expect(note({ entryCutOff: { value: 2, side: "at-least" } })).toMatchObject({ kind: "expected", cutOff: 2 });
    expect(note({ entryCutOff: { value: 20, side: "at-least" } })).toEqual({ kind: "not-known", cutOff: 20 });
    const unknown = { entryCutOff: { value: 2, side: "at-least" }, reliability: null };
    expect(note(unknown)).toEqual({ kind: "not-known", cutOff: 2 });
  });

  it("says nowhere how many are enrolled where the Change page does not", () => {
    const shown = { kind: "range", low: 46, high: 50 } as const;
    const { sets, attrition, reliableChange } = analyseOutcome(
      bthebRequest({ shown: { TAU: { enrolled: shown, baseline: { kind: "exact", n: 48 } } } }),
    );
    expect([sets.enrolled, attrition.flow.enrolled]).toEqual([shown, shown]);
    expect(attrition.flow.standings).toEqual([]);
    expect(reliableChange).toMatchObject({ enrolled: shown, withoutBoth: null });
  });

  it("checks its assumptions, each with its figure", () => {
    const status = Object.fromEntries(found.assumptions.map((one) => [one.id, one.status]));
    expect(status).toEqual({
      independence: "warn",
      "normal-mean": "pass",
      "missing-at-random": "fail",
      "same-meaning": "cannot-check",
      "room-to-move": "pass",
      "no-entry-cut-off": "cannot-check",
      "reliable-scale": "pass",
    });
    const missing = found.assumptions.find((one) => one.id === "missing-at-random");
    expect(missing?.figure).toBeCloseTo(23 / 48, 12);
    expect(missing).toMatchObject({ limit: 0.1, n: 48 });
    // A plan that names no cut-off says that there was none; no plan says nothing.
    const planned = analyseOutcome(bthebRequest({ entryIsKnown: true })).assumptions;
    expect(planned.find(({ id }) => id === "no-entry-cut-off")?.status).toBe("pass");
  });

  it("takes the reliability of the scale from these people's answers where nobody tested it twice", () => {
    const rows = scaleAnswers.answers;
    const items = { itemIds: scaleAnswers.items, rows, incomplete: 0 };
    const { assumptions } = analyseOutcome(bthebRequest({ items, reliability: null }));
    const reliable = assumptions.find(({ id }) => id === "reliable-scale");
    // R: psych::alpha.
    expect(reliable).toMatchObject({ status: "pass", n: 80 });
    expect(reliable?.figure).toBeCloseTo(scaleAnswers.alpha.value, 10);
    const few = analyseOutcome(bthebRequest({ items: { ...items, rows: rows.slice(0, 19) }, reliability: null }));
    expect(few.assumptions.find(({ id }) => id === "reliable-scale")?.status).toBe("cannot-check");
  });

  it("compares only when there is something to compare with", () => {
    expect(found.comparison).toBeNull();
    expect(found.nullResult).toBeNull();
    expect(analyseOutcome(bthebRequest({ comparedWith: "BtheB" })).comparison?.kind).toBe("comparison");
    expect(analyseOutcome(bthebRequest({ comparedWith: "nobody" })).comparison).toMatchObject({ reason: "too-few" });
  });

  it("carries plain values only, so that it can cross threads and be stored", () => {
    const compared = analyseOutcome(bthebRequest({ wave: 1, comparedWith: "BtheB", importantDifference: 10 }));
    for (const one of [found, compared]) expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  });
});
