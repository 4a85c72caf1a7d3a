import { substitutedMean } from "@alongside/statistics/censored/substituted-mean";
import type { Estimate } from "@alongside/statistics/estimate";
import { describe, expect, it } from "vitest";
import { censoredLog } from "../viral-load-rows/censored-log";
import { below, copies, type MadePerson, madeData } from "../viral-load-rows/made-data.fixture";
import fixtures from "../viral-load-rows/viral-load.fixtures.json";
import { viralLoadAtWave } from "./viral-load-at-wave";

const { chain } = fixtures;

function must(estimate: { readonly kind: string } | null | undefined) {
  if (estimate?.kind !== "estimate") throw new Error(JSON.stringify(estimate));
  return estimate as Extract<Estimate, { readonly kind: "estimate" }>;
}

/** CHAIN people by adherence: natural logarithms, 0 for undetectable, a limit of 50 assumed. */
const CHAIN: readonly MadePerson[] = chain.log_virus.map((log, row) => ({
  cohortId: `adherence-${chain.treatment[row]}`,
  siteId: `mental-${chain.mental[row]}`,
  given: [log === 0 || Math.exp(log) < 50 ? below(50) : copies(Math.exp(log))],
}));

describe("one wave", () => {
  const cohortIds = ["adherence-0", "adherence-1", "adherence-2"];
  const found = viralLoadAtWave({ data: madeData(CHAIN), cohortIds, wave: 0, threshold: 5 });
  const open = viralLoadAtWave({ data: madeData(CHAIN), cohortIds, wave: 0, threshold: 1 });

  it("gives R's figures of CHAIN, and means only where at most half are undetectable", () => {
    expect(found.frame.claim).toEqual({ level: 0, wording: "describes" });
    chain.groups.forEach((expected, index) => {
      const shown = found.cohorts[index];
      if (shown === undefined || "kind" in shown.values) throw new Error("Hidden");
      expect(shown.tested).toEqual({ kind: "exact", n: expected.n });
      const share = must(shown.values.belowLimit);
      expect(share.value).toBeCloseTo(expected.below / expected.n, 12);
      expect([share.interval.low, share.interval.high]).toEqual(
        expected.wilson.map((value) => expect.closeTo(value, 10)),
      );
      expect(shown.values.quartiles).toEqual(
        expected.quartiles.map((value) => (value === null ? null : expect.closeTo(value, 1))),
      );
      // Substitution stands beside a mean, never in its place.
      expect(shown.substitution === null).toBe(shown.gate !== "mean");
      const whole = open.cohorts[index];
      if (whole === undefined || "kind" in whole.values) throw new Error("Hidden");
      expect(whole.values.quartiles).toEqual(
        expected.quartiles.map((value) => (value === null ? null : expect.closeTo(value, 7))),
      );
      const values = CHAIN.filter(({ cohortId }) => cohortId === cohortIds[index]).flatMap(({ given: [one] }) => {
        const value = typeof one === "object" ? censoredLog(one) : null;
        return value === null ? [] : [value];
      });
      const [limit, half, overRootTwo] = [0, Math.log10(2), Math.log10(2) / 2].map((less) =>
        substitutedMean(values, -less),
      );
      expect([limit, half, overRootTwo]).toEqual(expected.substitution.map((value) => expect.closeTo(value, 8)));
      const counted = shown.values.histogram.reduce((sum, { count }) => sum + count, 0);
      expect(counted).toBe(expected.n);
    });
    const [first, second, third] = found.cohorts;
    if (first?.mean.kind !== "censored-mean") throw new Error(first?.mean.kind);
    const [expected] = chain.groups;
    expect(first.mean.mean.value).toBeCloseTo(expected?.mean ?? Number.NaN, 7);
    expect(first.mean.mean.standardError).toBeCloseTo(expected?.se ?? Number.NaN, 7);
    expect(first.mean.sigma).toBeCloseTo(expected?.sigma ?? Number.NaN, 6);
    expect(first.mean.logLikelihood).toBeCloseTo(expected?.logLik ?? Number.NaN, 6);
    expect(first.geometricMean).toBeCloseTo(440.591597985717, 3);
    expect(second?.mean).toEqual({ kind: "withheld", rule: "over-half-censored" });
    expect(third?.geometricMean).toBeNull();
    expect(found.differences.map(({ difference }) => difference.kind)).toEqual(["withheld", "withheld"]);
    expect(found.differences.every(({ ranks }) => ranks.kind === "test")).toBe(true);
  });

  it("gives R's difference and rank test of two groups of CHAIN", () => {
    const people = CHAIN.filter(({ cohortId }) => cohortId === "adherence-0").map((person) => ({
      ...person,
      cohortId: person.siteId ?? "",
    }));
    const { differences } = viralLoadAtWave({
      data: madeData(people),
      cohortIds: ["mental-1", "mental-0"],
      wave: 0,
      threshold: 5,
    });
    const [only] = differences;
    const shown = must(only?.difference);
    expect(shown.value).toBeCloseTo(chain.difference.value, 7);
    expect(shown.standardError).toBeCloseTo(chain.difference.se, 7);
    if (only?.ranks.kind !== "test") throw new Error(only?.ranks.kind);
    expect(only.ranks.statistic).toBeCloseTo(chain.ranks.chisq, 8);
  });

  it("hides a cohort of nine", () => {
    const few = viralLoadAtWave({ data: madeData(CHAIN.slice(0, 30)), cohortIds, wave: 0, threshold: 5 });
    const small = few.cohorts.filter(({ values }) => "kind" in values);
    expect(small.length).toBeGreaterThan(0);
    expect(small.every(({ mean, substitution }) => mean.kind === "suppressed" && substitution === null)).toBe(true);
  });
});
