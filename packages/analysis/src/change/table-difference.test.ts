import { describe, expect, it } from "vitest";
import { cellsOfPerson } from "./cells-of-person";
import { changeTable } from "./change-table";
import { tableDifference } from "./table-difference";

const MEASURE = "measure/calm";

/** A table of one measure and one cohort, a row per person with a score before and after. */
function tableOf(rows: readonly (readonly [number, number])[], measures: readonly string[] = [MEASURE]) {
  const cells = rows.flatMap(([before, after]) =>
    cellsOfPerson(
      {
        ...{ siteId: "s", cohortId: "c" },
        scores: [
          { measure: MEASURE, timepointId: "pre", value: before },
          { measure: MEASURE, timepointId: "post", value: after },
        ],
      },
      "pre",
    ),
  );
  return changeTable({
    cells,
    enrolled: new Map([["c", rows.length]]),
    measures: measures.map((measure) => ({
      ...{ measure, label: { en: measure, zh: measure }, improvement: "increase", range: null },
      ...{ importantDifference: null, domain: "outcome.psychological", outcomes: [], askedOf: "everyone" },
    })),
    cohorts: [{ id: "c", name: "C", kind: "peer-support" }],
    timepoints: [
      { id: "pre", code: "pre", label: "Before", kind: "baseline", position: 0, targetDay: 0 },
      { id: "post", code: "post", label: "After", kind: "end", position: 1, targetDay: 90 },
    ],
    threshold: 5,
  });
}
const people = (count: number) => Array.from({ length: count }, (_, i): [number, number] => [i, (i * i) % 7]);

describe("tableDifference", () => {
  it("finds nothing between a table and itself", () => {
    expect(tableDifference(tableOf(people(20)), tableOf(people(20)))).toMatchObject([{ isSame: true }]);
  });

  it("finds a figure that one more person moves, with both of it", () => {
    const [row, ...rest] = tableDifference(tableOf(people(20)), tableOf(people(26)));
    expect(rest).toEqual([]);
    expect(row).toMatchObject({ measure: MEASURE, cohortId: "c", timepointId: "post", isSame: false });
    expect([row?.first?.paired, row?.second?.paired]).toEqual([
      { kind: "exact", n: 20 },
      { kind: "exact", n: 26 },
    ]);
  });

  it("names what only one of them has", () => {
    const found = tableDifference(tableOf(people(20)), tableOf(people(20), [MEASURE, "measure/other"]));
    expect(
      found.map(({ measure, first, second, isSame }) => [measure, first !== null, second !== null, isSame]),
    ).toEqual([
      [MEASURE, true, true, true],
      ["measure/other", false, true, false],
    ]);
  });

  it("takes what is hidden on both sides for the same", () => {
    expect(tableDifference(tableOf(people(3)), tableOf(people(4)))).toMatchObject([{ isSame: true }]);
  });
});
