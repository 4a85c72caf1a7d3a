import { expect, it } from "vitest";
import { storedReport } from "./report";

it("gives no mean of a report that was stored with some: they are results, and may be read before a plan", () => {
  const figures = [{ measure: "mood", timepoint: "t1", records: 3, missing: 1, lowest: -2, mean: 2, highest: 8 }];
  const read = storedReport({ report: { importable: true, figures }, status: "checked" });
  expect(read?.figures).toEqual([{ measure: "mood", timepoint: "t1", records: 3, missing: 1, lowest: -2, highest: 8 }]);
});

it("drops the figures altogether when the import is done", () => {
  const figures = [{ measure: "mood", timepoint: "t1", records: 3, missing: 1, lowest: -2, highest: 8 }];
  expect(storedReport({ report: { importable: true, figures }, status: "done" })?.figures).toEqual([]);
});
