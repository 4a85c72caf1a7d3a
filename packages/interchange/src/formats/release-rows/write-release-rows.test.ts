import { expect, it } from "vitest";
import { type ReleaseLine, writeReleaseRows } from "./write-release-rows";

const line: ReleaseLine = {
  ...{ person: 3, cohort: '=HYPERLINK("x")', site: "1", standing: "active", timepoint: "end" },
  ...{ day: -2, date: "2026-02-01", measure: "gad7/total", version: "1", score: 0, missing: "" },
};

it("writes only the columns of the file, zero as zero and nothing as nothing, and no cell that a spreadsheet would run", () => {
  const columns = new Set(["person", "cohort", "day", "score", "missing"] as const);
  const missing = { ...line, person: 4, cohort: "B", day: null, score: null, missing: "not-measured" as const };
  expect(writeReleaseRows(columns, [line, missing])).toBe(
    '\uFEFFperson,cohort,day,score,missing\r\n3,"\'=HYPERLINK(""x"")",-2,0,\r\n4,B,,,not-measured\r\n',
  );
});
