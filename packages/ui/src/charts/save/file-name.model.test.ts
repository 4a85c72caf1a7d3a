import { describe, expect, it } from "vitest";
import { chartFileName } from "./file-name.model";

describe("chartFileName", () => {
  it("has the day, the code of the figures and the place of the chart, and nothing else", () => {
    const stamp = { code: "1a2b3c", day: "2026-11-23" };
    expect(chartFileName(stamp, 2, "svg")).toBe("chart-2026-11-23-1a2b3c-2.svg");
    expect(chartFileName(stamp, 3, "svg")).not.toBe(chartFileName(stamp, 2, "svg"));
  });
});
