import { describe, expect, it } from "vitest";
import type { RResultsInput } from "./r-results-input";
import { writeRResults } from "./write-r-results";

const EMPTY: RResultsInput = { provenance: [], shifts: [], values: [], times: [], figures: [] };

describe("writeRResults", () => {
  it("carries its rows and figures, in plain ASCII", () => {
    const text = writeRResults({
      ...EMPTY,
      provenance: [{ label: "Rule", value: "at most\n1000 未检出" }],
      shifts: [{ rule: 1, cohort: "A", before: "u", after: "s" }],
      values: [{ person: 3, cohort: "A", after: 1, low: null, high: 1.5 }],
      times: [{ event: "rebound", cohort: "B", days: 90, happened: 0 }],
      figures: [{ name: "shift.1.A.tested-only.gained", value: 1, tolerance: "exact" }],
    });
    expect(text).toMatch(/^[\n -~]*$/);
    expect(text).toContain("# Rule: at most 1000");
    expect(text).toContain("shift.1.A.tested-only.gained,1,0,1");
    expect(text).toContain("\n1,A,u,s");
    expect(text).toContain("\n3,A,1,NA,1.5");
    expect(text).toContain("\nrebound,B,90,0");
  });

  it("integrates over levels of people only where the page shows what comes of it", () => {
    const values = [{ person: 3, cohort: "A" as const, after: 1 as const, low: 2, high: 2 }];
    const named = (name: string) =>
      writeRResults({ ...EMPTY, values, figures: [{ name, value: 0.1, tolerance: "likelihood" }] });
    for (const name of ["level.A.mixed.value", "level.B.mixed.low", "level.difference.value"]) {
      expect(named(name)).toContain("mixed_change <- function");
    }
    expect(named("level.A.value")).not.toContain("mixed_change");
    expect(named("level.A.value")).toContain("cluster(person)");
  });

  it("leaves out parts without rows", () => {
    const text = writeRResults(EMPTY);
    expect(text).not.toContain("shifts <-");
    expect(text).not.toContain("values <-");
    expect(text).not.toContain("times <-");
    expect(text).toContain("page$verdict");
  });
});
