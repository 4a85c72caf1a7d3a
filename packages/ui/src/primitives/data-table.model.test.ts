import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextSort, sortRows } from "./data-table.model";

const row = fc.record({ id: fc.nat(), value: fc.option(fc.integer(), { nil: null }) });

describe("sortRows", () => {
  it("puts nothing recorded last in either direction", () => {
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom("ascending" as const, "descending" as const), (rows, direction) => {
        const keys = sortRows(rows, (r) => r.value, direction, "en").map((r) => r.value);
        const recorded = keys.filter((key) => key !== null);
        expect(keys.slice(0, recorded.length)).toEqual(recorded);
        const sign = direction === "ascending" ? 1 : -1;
        expect(recorded).toEqual(recorded.toSorted((a, b) => sign * (a - b)));
      }),
    );
  });

  it("keeps the order of rows that compare equal", () => {
    const rows = ["b1", "a1", "b2", "a2"];
    expect(sortRows(rows, (text) => text.charAt(0), "descending", "en")).toEqual(["b1", "b2", "a1", "a2"]);
  });

  it("orders numbers inside text as people count", () => {
    expect(sortRows(["Week 10", "Week 9"], (text) => text, "ascending", "en")).toEqual(["Week 9", "Week 10"]);
  });
});

describe("nextSort", () => {
  it("starts ascending, then turns round", () => {
    const first = nextSort(null, "code");
    expect(first).toEqual({ columnId: "code", direction: "ascending" });
    expect(nextSort(first, "code").direction).toBe("descending");
    expect(nextSort(first, "site")).toEqual({ columnId: "site", direction: "ascending" });
  });
});
