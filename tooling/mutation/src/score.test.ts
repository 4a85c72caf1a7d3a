import { describe, expect, it } from "vitest";
import { printScores } from "./print-scores";
import { hasPassed, overallScore, scoreOf } from "./score";

const outcomes = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).flatMap(([status, count]) => Array.from({ length: count }, () => ({ status })));

describe("the mutation score of a folder", () => {
  it("counts hanging as noticed, and what no test reaches as not noticed", () => {
    const score = scoreOf("paired", 10, outcomes({ Killed: 6, Timeout: 1, Survived: 2, NoCoverage: 1 }));
    expect(score).toEqual({ folder: "paired", mutants: 10, tried: 10, noticed: 7, unreached: 1, share: 0.7 });
  });

  it("leaves out what was not drawn, what broke off and what cannot be tried alone", () => {
    const rest = { CompileError: 90, RuntimeError: 1, Ignored: 5 };
    const score = scoreOf("paired", 300, outcomes({ Killed: 3, Survived: 1, ...rest }));
    expect(score).toMatchObject({ mutants: 300, tried: 4, noticed: 3, share: 0.75 });
  });

  it("is nothing where there is no mutant", () => {
    expect(scoreOf("empty", 0, [])).toMatchObject({ share: null });
    expect(hasPassed(scoreOf("empty", 0, []))).toBe(true);
  });

  it("passes from 80 % up", () => {
    expect(hasPassed(scoreOf("paired", 100, outcomes({ Killed: 80, Survived: 20 })))).toBe(true);
    expect(hasPassed(scoreOf("paired", 100, outcomes({ Killed: 79, Survived: 21 })))).toBe(false);
  });
});

describe("the overall mutation score", () => {
  it("weighs each folder by the mutants it has, not by those drawn", () => {
    const large = scoreOf("large", 100, outcomes({ Killed: 5, Survived: 5 }));
    const small = scoreOf("small", 10, outcomes({ Killed: 10 }));
    const overall = overallScore([large, small, scoreOf("empty", 0, [])]);
    expect(overall).toMatchObject({ folder: "overall", mutants: 110, tried: 20, noticed: 15 });
    expect(overall.share).toBeCloseTo((0.5 * 100 + 1 * 10) / 110, 12);
  });
});

describe("the printed scores", () => {
  it("say which folder is low, how many mutants were drawn, and how many no test reaches", () => {
    const low = scoreOf("large", 100, outcomes({ Killed: 5, Survived: 4, NoCoverage: 1 }));
    const fine = scoreOf("small", 10, outcomes({ Killed: 10 }));
    expect(printScores([low, fine]).split("\n")).toEqual([
      "LOW  large               50.0 %  5 of 10 noticed, 1 reached by no test, of 100 there are",
      "ok   small              100.0 %  10 of 10 noticed",
    ]);
  });
});
