import { describe, expect, it } from "vitest";
import { analyseOutcome } from "../outcome/analyse-outcome";
import { bthebRequest } from "../outcome/btheb-request.fixture";
import type { OutcomeRequest } from "../outcome/outcome-request";

const found = (given: Partial<OutcomeRequest> = {}) => analyseOutcome(bthebRequest(given)).findings;
const compared = { cohortId: "BtheB", comparedWith: "TAU", design: "cohorts" } as const;
const order = (given: Partial<OutcomeRequest> = {}) => found(given).map(({ id, planned }) => (planned ? `${id}!` : id));

function value(given: Partial<OutcomeRequest>) {
  const [{ estimate }] = found(given);
  if (estimate.kind !== "estimate") throw new Error("no estimate");
  return estimate;
}

describe("findings", () => {
  it("puts everybody with a baseline first without a plan, and the people with both scores beside them", () => {
    expect(order()).toEqual(["likelihood", "complete-pairs"]);
    expect(order(compared)).toEqual(["likelihood", "complete-pairs"]);
    const [all, pairs] = found();
    // R 4.2.2, nlme 3.1.162: gls(score ~ wave), last wave; t.test(post, pre, paired = TRUE).
    expect(all.estimate).toMatchObject({ kind: "estimate", n: 45 });
    expect(value({}).value).toBeCloseTo(-10.332, 3);
    expect(pairs?.estimate).toMatchObject({ n: 25, interval: { level: 0.95 } });
    expect(all.estimand).toMatchObject({ population: "baseline-measured", summary: "mean-change" });
    expect(all.estimand.events).toContainEqual({ event: "left-project", strategy: "hypothetical" });
    expect(pairs?.estimand).toMatchObject({ population: "complete-cases" });
    expect(pairs?.estimand.events).toContainEqual({ event: "left-project", strategy: "treatment-policy" });
    expect([all.claim.level, pairs?.claim.level]).toEqual([1, 1]);
  });

  it("puts the people with both scores first where there is no model of all waves", () => {
    const request = bthebRequest();
    const few = {
      ...request.data,
      people: request.data.people.filter(({ cohortId }) => cohortId === "TAU").slice(0, 9),
    };
    expect(order({ data: few })).toEqual(["complete-pairs", "likelihood"]);
    const waves = request.data.waves.slice(0, 2);
    const people = request.data.people.map((one) => ({
      ...one,
      values: one.values.slice(0, 2),
      states: one.states.slice(0, 2),
    }));
    const once = { wave: 1, data: { ...request.data, waves, people } };
    expect(order(once)).toEqual(["likelihood", "complete-pairs"]);
    // Where everybody came back, the people with both scores are everybody; a plan's model is still the plan's.
    const back = people.filter(({ values }) => values.every((one) => one !== null));
    const all = { ...once, data: { ...once.data, people: back } };
    expect(order(all)).toEqual(["complete-pairs"]);
    expect(order({ ...all, model: "repeated-measures" })).toEqual(["likelihood!", "complete-pairs"]);
    const gone = back.map((one) => ({ ...one, values: [one.values[0] ?? null, null] }));
    const planned = { ...once, data: { ...once.data, people: gone }, model: "repeated-measures" } as const;
    expect(order(planned)).toEqual(["likelihood!", "complete-pairs"]);
    expect(found(planned)[0].estimate.kind).toBe("insufficient-data");
  });

  it("leads with the planned model within one cohort", () => {
    expect(order({ model: "paired-change" })).toEqual(["complete-pairs!", "likelihood"]);
    expect(order({ model: "repeated-measures" })).toEqual(["likelihood!", "complete-pairs"]);
  });

  it("leads with the planned difference between cohorts, with its claim, and describes the cohort after it", () => {
    const ancova = { ...compared, model: "ancova", modelCompares: true } as const;
    expect(order(ancova)).toEqual(["ancova!", "complete-pairs"]);
    // R 4.2.2: lm(post ~ pre + treatment).
    expect(value(ancova).value).toBeCloseTo(-4.0104896753358, 9);
    const [lead, pairs] = found(ancova);
    expect(lead).toMatchObject({
      about: "difference",
      claim: { level: 2 },
      verdict: "undecided",
      estimand: {
        population: "complete-cases",
        comparison: { kind: "cohorts", cohortId: "BtheB", comparedWith: "TAU" },
        summary: "mean-difference",
      },
    });
    expect(pairs).toMatchObject({ about: "change", claim: { level: 1 }, planned: false });
    expect(order({ ...ancova, model: "difference-in-differences" })).toEqual([
      "difference-in-differences!",
      "complete-pairs",
    ]);
    expect(found({ ...ancova, design: "randomised" })[0].claim.level).toBe(4);
  });

  it("takes the likelihood over all waves for the difference, where the plan compares by it", () => {
    const overWaves = { ...compared, model: "repeated-measures", modelCompares: true } as const;
    expect(order(overWaves)).toEqual(["over-waves!", "complete-pairs"]);
    const { comparison } = analyseOutcome(bthebRequest(overWaves));
    if (comparison?.kind !== "comparison" || comparison.overWaves?.kind !== "cohorts-over-waves")
      throw new Error("none");
    expect(comparison.primary).toBe("repeated-measures");
    expect(found(overWaves)[0].estimate).toEqual(comparison.overWaves.differences[3]);
    expect(found(overWaves)[0].estimand).toMatchObject({ population: "baseline-measured", summary: "mean-difference" });
    expect(order({ ...overWaves, modelCompares: false })).toEqual(["likelihood!", "complete-pairs"]);
    const alone = analyseOutcome(bthebRequest({ ...overWaves, modelCompares: false })).comparison;
    expect(alone).toMatchObject({ primary: null });
  });

  it("says why where the planned difference cannot be had", () => {
    const hidden = found({ ...compared, model: "ancova", modelCompares: true, threshold: 40 });
    expect(hidden[0]).toMatchObject({
      id: "ancova",
      estimate: { kind: "suppressed" },
      claim: { level: 1 },
      verdict: "unknown",
    });
  });
});
