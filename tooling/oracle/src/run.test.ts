import { describe, expect, it } from "vitest";
import type { OracleCase } from "./case";
import { printResults } from "./print";
import { hasPassed, runCase } from "./run";

const csv = "g,y\na,1\na,3\nb,\nb,4\n";
const base: OracleCase = {
  name: "made_up",
  family: "paired_t",
  dataset: "some.csv",
  r_call: "list(n = nrow(d), mean = mean(d$y))",
  tolerance: { relative: 1e-9, absolute: 1e-12 },
  outputs: { n: 2, mean: 2 },
  filter: { g: ["a"] },
};
const run = (changes: Partial<OracleCase>) => runCase({ ...base, ...changes }, () => csv);

describe("runCase", () => {
  it("passes when every field is right", () => {
    expect(hasPassed(run({}))).toBe(true);
  });

  it("fails on one wrong number", () => {
    const result = run({ outputs: { n: 2, mean: 2.001 } });
    expect(hasPassed(result)).toBe(false);
    expect(printResults([result], true)).toContain("0 of 1 passed, 1 failed");
  });

  it("keeps the rows that are complete in the columns named", () => {
    const result = run({ filter: null, complete_cases_on: ["y"], outputs: { n: 3, mean: 8 / 3 } });
    expect(hasPassed(result)).toBe(true);
  });

  it("calls what nothing is bound to unsupported, and that is no pass", () => {
    const result = run({ r_call: "no.such.test(d$y)" });
    expect(result.outcome).toEqual({ kind: "unsupported", missing: "no.such.test" });
    expect(hasPassed(result)).toBe(false);
    expect(printResults([result], true)).toContain("nothing is bound to no.such.test");
  });

  it("calls a family nobody knows unsupported, even where every function of the call is bound", () => {
    const result = run({ family: "paired_t_zero_inflated" });
    expect(result.outcome).toEqual({ kind: "unsupported", missing: "family paired_t_zero_inflated" });
    expect(hasPassed(result)).toBe(false);
  });

  it("calls a case without a call unsupported, unless its family's columns say everything", () => {
    expect(run({ r_call: null, family: "counts" }).outcome.kind).toBe("unsupported");
  });

  it("reports what fails in the call as an error, and that is no pass", () => {
    const result = run({ r_call: "list(n = nrow(d), mean = mean(d$g) + 1)" });
    expect(result.outcome.kind).toBe("error");
    expect(hasPassed(result)).toBe(false);
  });

  it("does not pass a case without outputs", () => {
    expect(hasPassed(run({ outputs: {} }))).toBe(false);
  });

  it("cannot see the outputs from the call", () => {
    expect(run({ r_call: "outputs" }).outcome.kind).toBe("unsupported");
  });

  it("computes a grid from its arguments alone", () => {
    const grid = { points: [{ args: [1, "Inf"], expected: 0.8413447460685429, r_value: 9 }] };
    const changes = { dataset: null, filter: null, r_call: "pt(t,df)", family: "distribution" };
    expect(hasPassed(run({ ...changes, outputs: grid }))).toBe(true);
    const wrong = { points: [{ args: [1, "Inf"], expected: 0.84, r_value: 9 }] };
    expect(hasPassed(run({ ...changes, outputs: wrong }))).toBe(false);
  });
});
