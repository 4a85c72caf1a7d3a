import type { Estimate } from "@alongside/statistics/estimate";
import { describe, expect, it } from "vitest";
import { BTHEB_DATA, bthebRequest, EIGHT_MONTHS } from "../outcome/btheb-request.fixture";
import type { OutcomeRequest } from "../outcome/outcome-request";
import type { PersonSeries } from "../rows/person-series";
import { type Comparison, comparison } from "./comparison";

/** Treatment against treatment as usual, at two months, where 52 and 45 people have both scores. */
function compared(given: Partial<OutcomeRequest> = {}): Comparison {
  const found = comparison(bthebRequest({ cohortId: "BtheB", wave: 1, design: "cohorts", ...given }), "TAU");
  if (found.kind !== "comparison") throw new Error(found.kind);
  return found;
}

/** The same people at other sites. */
function at(siteOf: (person: PersonSeries) => string, change: (person: PersonSeries) => number = () => 0) {
  const people = BTHEB_DATA.people.map((person) => ({
    ...person,
    siteId: siteOf(person),
    values: person.values.map((value, wave) => (value === null || wave === 0 ? value : value + change(person))),
  }));
  return { data: { ...BTHEB_DATA, people } };
}

function expectFigures(estimate: Estimate | null | undefined, value: number, standardError: number, digits = 10) {
  if (estimate?.kind !== "estimate") throw new Error(JSON.stringify(estimate));
  expect(estimate.value / value).toBeCloseTo(1, digits);
  expect(estimate.standardError / standardError).toBeCloseTo(1, digits);
  return estimate;
}

describe("comparison", () => {
  const found = compared();
  const { differences } = found;

  it("gives R's differences, the two models side by side", () => {
    // R 4.2.2: t.test(change), lm with sandwich::vcovHC("HC3"), clubSandwich::coef_test of the interaction.
    const welch = expectFigures(differences.unadjusted, -3.42692307692308, 1.90244908969833);
    expect(welch.degreesOfFreedom).toBeCloseTo(93.7910371179405, 9);
    expectFigures(differences.ancova, -3.95436081589459, 1.75422444593496);
    const change = expectFigures(differences.differenceInDifferences, -3.42692307692308, 1.90244908969833, 4);
    expect(change.degreesOfFreedom).toBeGreaterThan(90);
    expect(differences.supported).toMatchObject({ n: 52 });
    expect(differences.compared).toMatchObject({ n: 45 });
    expect(differences.pooledSdPost).toBeCloseTo(10.574981934499, 10);
    expect(differences.pooledSdChange).toBeCloseTo(9.36636890138121, 10);
    expect(differences.correlation).toBeCloseTo(0.616980898791851, 12);
    // R: metafor::escalc("SMD") on the scores after.
    expect(differences.hedgesG).toMatchObject({ method: "hedges-g", n: 97 });
    if (differences.hedgesG.kind === "estimate") expect(differences.hedgesG.value).toBeCloseTo(-0.4461, 4);
    expect(differences.standardisedChange).toMatchObject({ kind: "estimate", method: "d-ppc2" });
  });

  it("weights the cohorts until they are alike, for everyone where everyone could be in either", () => {
    const { weighting } = found;
    if (weighting.kind !== "weighted-cohorts") throw new Error(weighting.reason);
    expect(weighting).toMatchObject({ target: "everyone", shareExtreme: 0 });
    // R: survey::svyglm with 1/e and 1/(1 - e); the other usual weights; truncated ones are the other target's.
    expectFigures(weighting.weighted, -3.95692573809018, 2.16412662428553, 6);
    expectFigures(weighting.doublyRobust, -3.94195587242358, 1.69832160900544, 6);
    expect(weighting.otherWeights.map(({ target }) => target)).toEqual(["treated", "overlap"]);
    expectFigures(weighting.otherWeights[0]?.estimate, -4.02779014048574, 2.0975175804171, 6);
    expectFigures(weighting.otherWeights[1]?.estimate, -3.95427239364707, 2.16851917616571, 6);
    expect(weighting.supported.effective).toBeCloseTo(51.7848292160917, 6);
    expect(weighting.compared.effective).toBeCloseTo(44.8470762373615, 6);
    expect([weighting.supported.state, weighting.compared.state]).toEqual(["enough", "enough"]);
    expect(weighting.augmented).toMatchObject({ kind: "estimate", method: "doubly-robust" });
    const [row] = weighting.balance;
    if (row?.before.kind !== "covariate-balance" || row.after.kind !== "covariate-balance") throw new Error("none");
    expect(row.name).toBeNull();
    expect(row.before.standardisedDifference).toBeCloseTo(-0.123606728413174, 10);
    expect(row.after.standardisedDifference).toBeCloseTo(-0.00229555417972894, 7);
    const people = weighting.overlap.map((bin) => bin.supported + bin.compared);
    expect(people.reduce((sum, count) => sum + count, 0)).toBe(97);
    // Probabilities run from .46 to .60.
    expect(people.map((count) => count > 0)).toEqual(
      [4, 5].reduce((all, bin) => all.with(bin, true), Array(10).fill(false)),
    );
  });

  it("makes no weighted estimate of fewer than 30 people's worth, and says so", () => {
    const { weighting, unmeasured } = compared({ wave: EIGHT_MONTHS });
    if (weighting.kind !== "weighted-cohorts") throw new Error(weighting.reason);
    expect(weighting.weighted).toMatchObject({ kind: "insufficient-data", reason: "too-few", needed: 30 });
    expect(weighting.doublyRobust).toEqual(weighting.weighted);
    expect(weighting.augmented).toEqual(weighting.weighted);
    for (const { estimate } of weighting.otherWeights) {
      expect(estimate).toMatchObject({ kind: "insufficient-data", reason: "too-few", needed: 30 });
    }
    expect(weighting.compared.state).toBe("too-few");
    expect(weighting.balance).toHaveLength(1);
    expect(unmeasured.weighted).toBeNull();
    expect(unmeasured.ancova).not.toBeNull();
  });

  it("says how strong something unmeasured would have to be", () => {
    // R: RR = exp(.91 |d|) with d over the pooled sd after; RR + sqrt(RR (RR - 1)).
    expect(found.unmeasured.ancova?.estimate).toBeCloseTo(2.1600915423603, 9);
    expect(found.unmeasured.ancova?.limit).toBeCloseTo(1.24900530245728, 9);
    // The interval of the difference in differences holds 0: nothing is needed to explain it away.
    expect(found.unmeasured.differenceInDifferences?.limit).toBe(1);
  });

  it("is nlme's model over all waves, its errors by the observed information", () => {
    const { overWaves } = found;
    if (overWaves?.kind !== "cohorts-over-waves") throw new Error("none");
    expect(overWaves).toMatchObject({ structure: "unstructured", left: [], n: 97, scores: 280 });
    const wanted = [
      [-3.9543608158946, 1.7066604011611],
      [-3.42198099142847, 2.10088693838927],
      [-2.50016087982898, 2.23339644241421],
      [-1.54136964348306, 2.15208317735848],
    ] as const;
    wanted.forEach(([value, error], wave) => {
      expectFigures(overWaves.differences[wave], value, error, 4);
    });
  });

  it("states the trial it stands in for, the claim and the cautions", () => {
    expect(found.targetTrial).toMatchObject({
      eligibility: { rule: "enrolled", supported: { enrolled: { n: 52 } }, compared: { analysed: { n: 45 } } },
      timeZero: { timepointId: "pre", targetDay: 0 },
      assignment: "by-cohort",
      followUp: { timepointId: "2m", daysAfterBaseline: 30 },
      contrast: { cohortId: "BtheB", comparedWith: "TAU" },
    });
    expect(found.estimand.comparison).toEqual({ kind: "cohorts", cohortId: "BtheB", comparedWith: "TAU" });
    expect(found.estimand.summary).toBe("mean-difference");
    expect(found.claim).toEqual({ level: 2, wording: "associated" });
    expect(found.primary).toBeNull();
    expect(found.cautions).toEqual([
      "confounding-by-need",
      "confounding-by-keenness",
      "models-disagree",
      "few-sites",
      "volunteers-not-allowed-for",
      "parallel-change-unseen",
    ]);
    expect(found.assumptions.map(({ id, status }) => [id, status])).toEqual([
      ["balance", "warn"],
      ["overlap", "cannot-check"],
      ["parallel-change", "cannot-check"],
      ["enough-clusters", "fail"],
    ]);
  });

  it("speaks of an effect only of randomised groups, and takes the plan's model as the primary one", () => {
    const randomised = compared({ design: "randomised", model: "difference-in-differences" });
    expect(randomised.claim).toEqual({ level: 4, wording: "effect" });
    expect(randomised.primary).toBe("difference-in-differences");
    expect(randomised.targetTrial.assignment).toBe("randomised");
    expect(randomised.cautions).not.toContain("confounding-by-need");
    expect(compared({ model: "ancova" }).primary).toBe("ancova");
    expect(compared({ model: "paired-change" }).primary).toBeNull();
  });

  it("adjusts for what else is known, and only of people of whom it is", () => {
    const values = BTHEB_DATA.people.map(({ row }) => (row % 10 === 0 ? null : row % 7));
    const adjusted = compared({ covariates: [{ name: "visits", values }] });
    const { weighting } = adjusted;
    if (weighting.kind !== "weighted-cohorts") throw new Error(weighting.reason);
    const known = BTHEB_DATA.people.filter(({ row, values: scores }) => row % 10 !== 0 && (scores[1] ?? null) !== null);
    expect(adjusted.differences.ancova).toMatchObject({ n: known.length });
    expect(adjusted.differences.unadjusted).toEqual(differences.unadjusted);
    expect(weighting.balance.map(({ name }) => name)).toEqual([null, "visits"]);
    expect(weighting.supported.n + weighting.compared.n).toBe(known.length);
    if (adjusted.overWaves?.kind !== "cohorts-over-waves") throw new Error("none");
    expect(adjusted.overWaves.n).toBe(known.length);
    expect(adjusted.assumptions[1]).toMatchObject({ id: "overlap", status: "pass", scoreAlone: false });
  });

  it("never says that cohorts are alike, or could have been each other, by the score before alone", () => {
    // Everybody's twin in the other cohort: no difference at all before.
    const twins = BTHEB_DATA.people.flatMap((person) =>
      ["BtheB", "TAU"].map((cohortId, twin) => ({ ...person, row: 2 * person.row + twin, cohortId })),
    );
    const alike = compared({ data: { ...BTHEB_DATA, people: twins } });
    expect(alike.assumptions.slice(0, 2)).toMatchObject([
      { id: "balance", status: "warn", figure: 0, scoreAlone: true },
      { id: "overlap", status: "cannot-check", figure: 0, scoreAlone: true },
    ]);
    const covariates = [{ name: "visits", values: twins.map((_, at) => Math.floor(at / 2) % 7) }];
    const people = twins.map((person, row) => ({ ...person, row }));
    const more = compared({ data: { ...BTHEB_DATA, people }, covariates });
    expect(more.assumptions.slice(0, 2)).toMatchObject([
      { id: "balance", status: "pass", scoreAlone: false },
      { id: "overlap", status: "pass", scoreAlone: false },
    ]);
  });

  it("hides a cohort too small to be looked at, and refuses one too small for any figure", () => {
    const few = (count: number, threshold: number) => {
      const others = BTHEB_DATA.people.filter(({ cohortId, values }) => cohortId === "TAU" && values[1] !== null);
      const people = [...BTHEB_DATA.people.filter(({ cohortId }) => cohortId === "BtheB"), ...others.slice(0, count)];
      const request = bthebRequest({ cohortId: "BtheB", wave: 1, threshold, data: { ...BTHEB_DATA, people } });
      return comparison(request, "TAU").kind;
    };
    expect(few(9, 5)).toBe("suppressed");
    expect(few(10, 5)).toBe("comparison");
    expect(few(10, 12)).toBe("suppressed");
    expect(few(9, 1)).toBe("comparison");
    expect(few(2, 1)).toBe("insufficient-data");
  });
});

describe("sites of a comparison", () => {
  it("two or three are compared within", () => {
    const { sites } = compared();
    expect(sites).toMatchObject({ sites: 3, shared: 3, rule: "fixed-effects" });
    expectFigures(sites.ancova?.estimate, -4.72616135392359, 1.78854339810995);
    expectFigures(sites.differenceInDifferences?.estimate, -4.12969401947149, 1.89234208755344);
  });

  it("four to nine get robust errors and few degrees of freedom", () => {
    const { sites, assumptions } = compared(at(({ row }) => `site ${row % 6}`));
    expect(sites).toMatchObject({ sites: 6, rule: "cr2" });
    const ancova = expectFigures(sites.ancova?.estimate, -3.95436081589459, 1.93, 2);
    // R: clubSandwich::coef_test, 4.97 degrees of freedom of six sites.
    expect(ancova.degreesOfFreedom).toBeCloseTo(4.97, 2);
    expectFigures(sites.differenceInDifferences?.estimate, -3.42692307692308, 2.27, 2);
    expect(assumptions.at(-1)).toMatchObject({ id: "enough-clusters", status: "warn", figure: 6, limit: 10 });
  });

  it("ten or more are a sample, unless they do not differ", () => {
    const twelve = compared(
      at(
        ({ row }) => `site ${row % 12}`,
        ({ row }) => (row % 12) - 5.5,
      ),
    );
    expect(twelve.sites).toMatchObject({ sites: 12, rule: "random-intercept" });
    expect(twelve.sites.ancova?.rule).toBe("random-intercept");
    // R: lmerTest::lmer(post ~ supported + pre + (1 | site)).
    const ancova = expectFigures(twelve.sites.ancova?.estimate, -4.36638046847225, 1.8648833706274, 5);
    expect(ancova.degreesOfFreedom).toBeCloseTo(93.5552745781704, 2);
    const correlation = twelve.sites.intraclassCorrelation;
    if (correlation?.kind !== "estimate") throw new Error("none");
    expect(correlation.value).toBeCloseTo(0.190873429636993, 5);
    expect(twelve.sites.designEffect).toBeGreaterThan(2);
    expect(twelve.cautions).not.toContain("few-sites");
    const alike = compared(
      at(
        ({ row }) => `site ${(row * 7) % 10}`,
        () => 0,
      ),
    ).sites;
    expect(alike.rule).toBe("random-intercept");
    expect(["random-intercept", "cr2"]).toContain(alike.ancova?.rule);
  });

  it("one says nothing about others", () => {
    const { sites, cautions } = compared(at(() => "only"));
    expect(sites).toEqual({
      ...{ sites: 1, shared: 1, rule: "one-site", ancova: null, differenceInDifferences: null },
      ...{ intraclassCorrelation: null, designEffect: null },
    });
    expect(cautions).toContain("one-site");
  });

  it("one per cohort cannot be read as an effect, even when randomised", () => {
    const apart = compared({ ...at(({ cohortId }) => cohortId), design: "randomised" });
    expect(apart.sites).toMatchObject({ sites: 2, shared: 0, rule: "one-site-per-cohort", ancova: null });
    expect(apart.claim.level).toBe(1);
    expect(apart.cautions).toContain("one-site-per-cohort");
    // Also when only one of the cohorts comes from a single site, of its own.
    const single = compared(at(({ cohortId, row }) => (cohortId === "BtheB" ? "own" : `site ${row % 5}`)));
    expect(single.sites.rule).toBe("one-site-per-cohort");
    const nested = compared(at(({ cohortId, row }) => `${cohortId} ${row % 4 < 2}`));
    expect(nested.sites).toMatchObject({ sites: 4, shared: 0, rule: "cr2" });
    expect(nested.cautions).toContain("no-shared-site");
  });
});
