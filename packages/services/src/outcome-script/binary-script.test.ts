import { analyseBinary } from "@alongside/analysis/binary-change/analyse-binary";
import { type AnswerGroup, binaryRequest, PUBLISHED } from "@alongside/analysis/binary-change/binary-request.fixture";
import type { OutcomeRequest } from "@alongside/analysis/outcome/outcome-request";
import { writeBinaryRScript } from "@alongside/interchange/formats/r-script/write-binary-r-script";
import { describe, expect, it } from "vitest";
import { binaryScriptInput } from "./binary-script-input";
import { isRPresent, runInR } from "./run-in-r.fixture";

const BOTH: readonly AnswerGroup[] = [
  ...PUBLISHED,
  ["A", "yes", "missing", 6],
  ["A", "missing", "no", 7],
  ["B", "yes", "yes", 20],
  ["B", "yes", "no", 15],
  ["B", "no", "yes", 10],
  ["B", "no", "no", 10],
  ["B", "no", "missing", 5],
];
const COMPARED = { comparedWith: "B", design: "cohorts" } as const;

function inputOf(request: OutcomeRequest) {
  const family = { adjusted: 0.04, method: "holm", m: 2, pValues: [0.02, 0.3] } as const;
  return binaryScriptInput(request, analyseBinary(request), { family, provenance: [] });
}

describe("binaryScriptInput", () => {
  const cases = {
    "one cohort": binaryRequest(PUBLISHED),
    "yes is worse": binaryRequest(BOTH, { improvement: "decrease" }),
    "two cohorts, by person": binaryRequest(BOTH, COMPARED),
    "two cohorts, few sites": binaryRequest(BOTH, { ...COMPARED, sites: 5 }),
    "two cohorts, many sites": binaryRequest(BOTH, { ...COMPARED, sites: 12 }),
    "small groups hidden": binaryRequest([...BOTH, ["A", "missing", "missing", 2]], { ...COMPARED, threshold: 5 }),
    "cells hidden": binaryRequest(
      [...BOTH.filter((_, at) => at !== 1), ["A", "yes", "no", 3], ["A", "missing", "missing", 2]],
      { ...COMPARED, threshold: 5 },
    ),
    "nobody changed": binaryRequest([
      ["A", "yes", "yes", 12],
      ["A", "no", "no", 12],
    ]),
  };
  it.runIf(isRPresent()).each(Object.entries(cases))("R finds every figure again: %s", (_, request) => {
    const run = runInR(writeBinaryRScript(inputOf(request)));
    expect(run.errors).toBe("");
    expect(run.lines.filter((line) => line.endsWith("DIFFERENT"))).toEqual([]);
    expect(run.lines.some((line) => /^\d+ figures, 0 different/.test(line))).toBe(true);
    expect(run.status).toBe(0);
  });

  it("carries figures of the net difference, the ratio and the family, and says what it leaves out", () => {
    const { figures, leftOut } = inputOf(binaryRequest(BOTH, { ...COMPARED, sites: 5 }));
    const names = figures.map(({ name }) => name);
    for (const name of ["A.both-known.mid-p-value", "B.worst.difference.low", "net.best.high", "family.holm"]) {
      expect(names, name).toContain(name);
    }
    expect(names).toContain("ratio.adjusted.degrees-of-freedom");
    expect(leftOut).toHaveLength(2);
  });

  it("has neither cells nor rows of what the page hides", () => {
    const hidden = inputOf(cases["cells hidden"]);
    expect(hidden.answers.filter(({ cohort }) => cohort === "A")).toEqual([]);
    expect(hidden.margins.map(({ denominator }) => denominator)).toEqual(["both-known", "worst", "best"]);
    expect(hidden.pairs).toEqual([]);
    expect(hidden.leftOut.at(-1)).toContain("ratio");
    const coarse = inputOf(cases["small groups hidden"]);
    const missing = coarse.answers.filter(({ before, after }) => before === "missing" || after === "missing");
    // Nothing is told of the 15 but their number, which follows from numbers on the page.
    expect(missing.filter(({ cohort, people }) => cohort === "A" && people > 0)).toEqual([
      { cohort: "A", before: "missing", after: "missing", people: 15 },
    ]);
  });
});
