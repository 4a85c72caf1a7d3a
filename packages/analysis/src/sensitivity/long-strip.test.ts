import { describe, expect, it } from "vitest";
import { bthebRequest } from "../outcome/btheb-request.fixture";
import { completeChanges, imputationsFor, imputedChange } from "./imputed-change";
import { LONG_STRIP, type LongStripInput } from "./long-strip";
import { longStripInput } from "./long-strip-input";

const input = longStripInput(bthebRequest());

/** The whole computation in one thread, cut as for so many. */
function computed(given: LongStripInput, workers: number) {
  let told = 0;
  const pieces = LONG_STRIP.parts(given, workers).map((part) =>
    LONG_STRIP.run(part, (steps) => {
      told += steps;
    }),
  );
  expect(told).toBe(LONG_STRIP.steps(given));
  return LONG_STRIP.merge(given, pieces);
}

describe("the long rows of the strip", () => {
  const strip = computed(input, 1);

  it("are the same whoever did which part, and tell every step", () => {
    expect(computed(input, 3)).toEqual(strip);
  });

  it("agree with the plain interval where the changes are well-behaved", () => {
    const { change, standardised } = strip.bootstrap;
    if (change.kind !== "bootstrap" || standardised.kind !== "bootstrap") throw new Error("nothing found");
    // R: t.test gives -10.52, -15.07 to -5.97; 25 pairs.
    expect(change.estimate).toBeCloseTo(-10.52, 10);
    expect(Math.abs(change.percentile.interval.low - -15.07)).toBeLessThan(1);
    expect(Math.abs(change.percentile.interval.high - -5.97)).toBeLessThan(1);
    expect(change.accelerated.kind).toBe("bootstrap-interval");
    expect(standardised.estimate).toBeLessThan(-0.8);
  });

  it("fill in the missing scores of everybody with a baseline", () => {
    const { imputation } = strip;
    if (imputation?.pooled.kind !== "pooled") throw new Error("nothing pooled");
    expect(imputation).toMatchObject({ n: 48, imputed: 23, imputations: 48, iterations: 10 });
    expect(imputation.pooled.estimate.n).toBe(48);
    expect(imputation.pooled.estimate.interval.high).toBeLessThan(0);
    expect(imputation.pooled.fractionOfMissingInformation).toBeGreaterThan(0.1);
    expect(imputation.pooled.fractionOfMissingInformation).toBeLessThan(0.9);
  });

  it("fill in only scores that somebody had, and leave seen ones as they are", () => {
    const done = completeChanges(input.rows, 3);
    if (done.kind !== "completed-changes") throw new Error(done.reason);
    const after = new Set(input.rows.values.map((row) => row[input.rows.wave] ?? null));
    const unseen = input.rows.values.filter((row) => (row[input.rows.wave] ?? null) === null);
    const filled = unseen.map((row, at) => (done.imputed[at] ?? 0) + (row[0] ?? 0));
    expect(filled.filter((score) => !after.has(score))).toEqual([]);
    expect(done.observed.reduce((sum, change) => sum + change, 0) / done.observed.length).toBeCloseTo(-10.52, 10);
  });

  it("find how much worse the unseen would have to be", () => {
    const tipping = strip.imputation?.tipping;
    if (tipping?.kind !== "tipping-point") throw new Error("no tipping point");
    expect(tipping.shift).toBeGreaterThan(3);
    const { rows } = input;
    const sets = Array.from({ length: imputationsFor(rows) }, (_, index) => completeChanges(rows, index));
    const worse = sets.map((one) =>
      one.kind === "completed-changes" ? { ...one, imputed: one.imputed.map((change) => change + tipping.shift) } : one,
    );
    const pooled = imputedChange(rows, worse, input.reach).pooled;
    if (pooled.kind !== "pooled") throw new Error(pooled.reason);
    expect(pooled.estimate.interval.high).toBeCloseTo(0, 6);
  });

  it("shift towards the worse end, or not at all where there is none", () => {
    const sets = [completeChanges(input.rows, 0), completeChanges(input.rows, 1)];
    const tippingOf = (better: 1 | -1 | 0) => imputedChange({ ...input.rows, better }, sets, 30).tipping;
    expect(tippingOf(0)).toBeNull();
    expect(tippingOf(1)).toEqual({ kind: "no-tipping-point", from: 0, to: -30 });
    expect(tippingOf(-1)?.kind).toBe("tipping-point");
  });

  it("make up no score after a death", () => {
    const request = bthebRequest();
    const people = request.data.people.map((person) =>
      person.row === 2 ? { ...person, standing: "died" } : { ...person, standing: "withdrawn" },
    );
    expect(request.data.people[2]).toMatchObject({ cohortId: "TAU", values: [25, 20, null, null, null] });
    const without = longStripInput({ ...request, data: { ...request.data, people } });
    expect(without.rows.values).toHaveLength(47);
    expect(without.pairs).toEqual(input.pairs);
  });

  it("need no imputation where nobody is missing", () => {
    const values = input.rows.values.filter((row) => (row[input.rows.wave] ?? null) !== null);
    const complete = { ...input, rows: { ...input.rows, values, sites: values.map(() => 0) } };
    expect(imputationsFor(complete.rows)).toBe(0);
    expect(computed(complete, 2).imputation).toBeNull();
  });

  it("say why where too few are there", () => {
    const few = { ...input.rows, values: input.rows.values.slice(0, 2), sites: [0, 0] };
    const done = completeChanges(few, 0);
    expect(imputedChange(few, [done, done], 10).pooled.kind).toBe("insufficient-data");
  });
});
