import { describe, expect, it } from "vitest";
import { rComment, rNumber, rTable, rText, rVector } from "./literal";
import type { RFigure, RScriptInput } from "./r-script-input";
import { writeRScript } from "./write-r-script";

const FIGURE: RFigure = { name: "change.mean-change", value: -2.1, tolerance: "closed" };

function input(given: Partial<RScriptInput> = {}): RScriptInput {
  return {
    date: "2026-06-15",
    provenance: [],
    leftOut: [{ what: "numbers by site", why: "some are hidden" }],
    settings: {
      wave: 1,
      improvement: "decrease",
      range: { minimum: 0, maximum: 27 },
      importantDifference: null,
      reliability: 0.84,
      entry: null,
      structure: null,
      overWavesStructure: null,
      retested: true,
      plannedBy: "ancova",
      bootstrap: null,
      weightedBySites: false,
      designEffect: null,
      tippingReach: null,
    },
    people: [
      {
        row: 1,
        cohort: "A",
        site: 2,
        volunteer: null,
        standing: "active",
        scores: [12.5, null],
        states: ["s", "n"],
        covariates: [],
      },
      {
        row: 2,
        cohort: "A",
        site: null,
        volunteer: null,
        standing: null,
        scores: [1, 0],
        states: ["p", "s"],
        covariates: [],
      },
    ],
    imputedChanges: [],
    items: [],
    familyPValues: [],
    familyTests: 0,
    figures: [FIGURE],
    ...given,
  };
}

describe("literals of R", () => {
  it("carry every digit of a number", () => {
    for (const value of [0.1 + 0.2, -1e-300, 123456789.12345679, 1e21, 5e-324, 2 / 3]) {
      expect(Number(rNumber(value))).toBe(value);
    }
    expect(rNumber(-0)).toBe("0");
    expect(rNumber(null)).toBe("NA");
    expect(() => rNumber(Number.NaN)).toThrow(RangeError);
    expect(() => rNumber(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  it("cannot be ended by what is written into them", () => {
    expect(rText('a"); quit("no"); ("\\')).toBe('"a\\"); quit(\\"no\\"); (\\"\\\\"');
    expect(rText("得分\n\u0000")).toBe('"\\U{5f97}\\U{5206}\\U{a}"');
    expect(rComment("a\r\nquit()\u2028quit()\u0085x")).toBe("# a quit() quit() x");
    expect(rTable(["name"], [['x",quit()\n\\']])).toBe(
      'read.csv(text = "name\nx__quit____", stringsAsFactors = FALSE)',
    );
  });

  it("break long vectors between numbers", () => {
    const vector = rVector(Array.from({ length: 100 }, (_, at) => at / 7));
    expect(vector.split("\n").length).toBeGreaterThan(1);
    expect(Math.max(...vector.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
    expect(vector.replaceAll("\n", " ").split(", ")).toHaveLength(100);
    expect(rVector([])).toBe("numeric(0)");
    expect(rVector([1, null])).toBe("c(1, NA)");
  });
});

describe("writeRScript", () => {
  it("writes rows, settings and figures, and only the sections of the figures", () => {
    const script = writeRScript(input());
    expect(script).toContain("row,cohort,site,volunteer,standing,score_0,score_1,state_0,state_1\n");
    expect(script).toContain('\n1,A,2,NA,active,12.5,NA,s,n\n2,A,NA,NA,NA,1,0,p,s"');
    expect(script).toContain('\nchange.mean-change,-2.1,1e-9,1"');
    expect(script).toContain("\nreliability <- 0.84\n");
    expect(script).toContain("# ---- Change of people with both scores ----");
    for (const absent of ["bootstrap.", "imputed_changes", "attrition.", "entry_cut_off <-"]) {
      expect(script).not.toContain(absent);
    }
  });

  it("writes what the long rows were computed from", () => {
    const { settings } = input();
    const script = writeRScript(
      input({
        settings: { ...settings, bootstrap: { resamples: 5000, seed: [1, 2, 3, 4, 5, 6] }, tippingReach: -27 },
        imputedChanges: [
          [1, 2, 3],
          [4, 5, 6],
        ],
        familyPValues: [0.25],
        familyTests: 3,
        figures: [
          { ...FIGURE, name: "bootstrap.change.mean" },
          { ...FIGURE, name: "imputation.n" },
          { ...FIGURE, name: "family.holm" },
        ],
      }),
    );
    expect(script).toContain("imputed_changes <- matrix(c(1, 2, 3, 4, 5, 6), ncol = 2)\n");
    expect(script).toContain("resamples <- 5000\nseed <- c(1, 2, 3, 4, 5, 6)\ntipping_reach <- -27\n");
    expect(script).toContain("family_p_values <- c(0.25)\nfamily_tests <- 3\n");
    expect(script).not.toContain("Change of people with both scores");
  });

  it("is plain text of printable characters, whatever the provenance says", () => {
    const script = writeRScript(input({ provenance: [{ label: "计划", value: "1\nquit()" }] }));
    expect(script).toContain("quit()");
    expect(script.split("\n").filter((line) => /^\s*quit\(\)/.test(line))).toEqual([]);
    expect(script).toMatch(/^[\n\x20-\x7e]*$/);
  });

  it("refuses a figure that no section computes", () => {
    expect(() => writeRScript(input({ figures: [{ ...FIGURE, name: "other.figure" }] }))).toThrow(RangeError);
  });
});
