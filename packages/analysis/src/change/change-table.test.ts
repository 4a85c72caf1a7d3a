import { describe, expect, it } from "vitest";
import { addCells } from "./add-cells";
import btheb from "./btheb.fixtures.json";
import { type ChangeCell, ENROLLED_MEASURE, NO_TIMEPOINT } from "./cells";
import { cellsOfPerson } from "./cells-of-person";
import { changeTable, enrolledByCohort, OUTCOME_DOMAIN_CODES } from "./change-table";
import type { MeasureDescription, TimepointDescription } from "./measure-description";

const MEASURE = "measure/bdi";
const description: MeasureDescription = {
  measure: MEASURE,
  label: { en: "Depression", zh: "抑郁" },
  improvement: "decrease",
  range: { minimum: 0, maximum: 63 },
  importantDifference: null,
  domain: "outcome.psychological",
  outcomes: [],
  askedOf: "everyone",
};
const timepoints: readonly TimepointDescription[] = btheb.timepoints.map((code, position) => ({
  id: code,
  code,
  label: code,
  kind: position === 0 ? "baseline" : "follow-up",
  position,
  targetDay: 30 * position,
}));

/** One measure, one cohort "c" at site "s": a row per person, a column per timepoint, undefined where not asked. */
function tableOf(rows: readonly (readonly (number | null | undefined)[])[], threshold = 5, enrolled = rows.length) {
  const cells = rows.flatMap((row) => {
    const scores = row.flatMap((value, index) => {
      const timepointId = timepoints[index]?.id ?? "";
      return value === undefined ? [] : [{ measure: MEASURE, timepointId, value }];
    });
    return cellsOfPerson({ siteId: "s", cohortId: "c", scores }, "pre");
  });
  const cohorts = [{ id: "c", name: "C", kind: "peer-support" }];
  return changeTable({
    cells,
    enrolled: new Map([["c", enrolled]]),
    measures: [description],
    cohorts,
    timepoints: timepoints.slice(0, 2),
    threshold,
  });
}

const figures = (value: number | readonly number[] | Readonly<Record<string, number>>): readonly number[] =>
  typeof value === "number" ? [value] : Object.values(value);

function only(table: ReturnType<typeof changeTable>) {
  const measure = table.domains.find((domain) => domain.domain === "outcome.psychological")?.measures[0];
  const cohort = measure?.cohorts[0];
  const followUp = cohort?.followUps[0];
  if (!measure || !cohort || !followUp) throw new Error("The table lacks the measure");
  return { table, measure, cohort, followUp };
}

describe("changeTable on Beating the Blues", () => {
  const people = btheb.people.map(([arm, ...values]) => ({
    arm: String(arm),
    scores: values.flatMap((value, index) =>
      typeof value === "number" ? [{ measure: MEASURE, timepointId: timepoints[index]?.id ?? "", value }] : [],
    ),
  }));
  const cells = people.flatMap(({ arm, scores }, index) => [
    // Two sites, to have something to add up.
    ...cellsOfPerson({ siteId: `s${index % 2}`, cohortId: arm, scores }, "pre"),
  ]);
  const cohorts = ["TAU", "BtheB"].map((id) => ({ id, name: id, kind: "comparison" }));
  const enrolled = new Map(cohorts.map(({ id }) => [id, people.filter(({ arm }) => arm === id).length]));
  const table = changeTable({ cells, enrolled, measures: [description], cohorts, timepoints, threshold: 5 });
  const measure = table.domains[1]?.measures[0];
  const followUp = (cohortId: string, timepointId: string) =>
    measure?.cohorts
      .find((cohort) => cohort.cohortId === cohortId)
      ?.followUps.find((one) => one.timepointId === timepointId);

  it.each(btheb.expected)("gives R's figures for $cohort at $timepoint", ({ cohort, timepoint, outputs }) => {
    const row = followUp(cohort, timepoint);
    expect(row?.paired).toEqual({ kind: "exact", n: outputs.n });
    expect(row?.direction).toBe("better");
    if (row?.change.kind !== "estimate" || row.standardised.kind !== "estimate") throw new Error("No estimate");
    if (row.summary.kind !== "summary" || row.test.kind !== "test") throw new Error("No summary");
    const { change, standardised, summary, test } = row;
    const value = (quantity: typeof summary.meanBefore) => (quantity.kind === "value" ? quantity.value : Number.NaN);
    const actual: Record<string, number | number[] | Record<string, number>> = {
      n: change.n,
      mean_pre: value(summary.meanBefore),
      mean_post: value(summary.meanAfter),
      sd_pre: value(summary.sdBefore),
      sd_post: value(summary.sdAfter),
      r: value(summary.correlation),
      mean_diff: change.value,
      se: change.standardError,
      t: test.statistic,
      df: test.degreesOfFreedom,
      p_two_sided: test.pValue,
      ci95: [change.interval.low, change.interval.high],
      g_pre: standardised.value,
      metafor_SMCR_pre_sd: { yi: standardised.value, vi: standardised.standardError ** 2 },
    };
    for (const [name, wanted] of Object.entries(outputs)) {
      const found = figures(actual[name] ?? Number.NaN);
      figures(wanted).forEach((figure, index) => {
        expect(Math.abs((found[index] ?? Number.NaN) / figure - 1), name).toBeLessThan(1e-9);
      });
    }
  });

  it("shows the arms in every row with the same counts, as ranges where a few people more would show", () => {
    const tau = measure?.cohorts[0];
    // 48 in the arm, all with a baseline; 45 of them answered at two months.
    expect(tau?.baseline).toEqual({ kind: "range", low: 46, high: 49 });
    expect(tau?.enrolled).toEqual({ kind: "range", low: 46, high: 50 });
    expect(tau?.followUps.map((one) => one.paired)).toEqual([45, 36, 29, 25].map((n) => ({ kind: "exact", n })));
    expect(tau?.followUps[0]?.lost).toEqual({ kind: "hidden", below: 5 });
    expect(tau?.followUps[3]?.lost).toEqual({ kind: "range", low: 21, high: 24 });
  });

  it("draws the baseline of those also seen later where all of them would betray the few others", () => {
    const [baseline, twoMonths] = measure?.cohorts[0]?.waves ?? [];
    expect(baseline).toMatchObject({ timepointId: "pre", basis: "paired", mean: { kind: "estimate", n: 45 } });
    expect(twoMonths).toMatchObject({ timepointId: "2m", basis: "measured", mean: { kind: "estimate", n: 45 } });
    const summary = measure?.cohorts[0]?.followUps[0]?.summary;
    if (summary?.kind !== "summary" || baseline?.mean.kind !== "estimate") throw new Error("No figures");
    expect(summary.meanBefore).toEqual({ kind: "value", value: baseline.mean.value });
  });

  it("does not depend on the order of cells or on how sites were split", () => {
    const input = { enrolled, measures: [description], cohorts, timepoints, threshold: 5 };
    expect(changeTable({ ...input, cells: [...cells].reverse() })).toEqual(table);
    expect(changeTable({ ...input, cells: addCells(cells) })).toEqual(table);
    expect(changeTable({ ...input, cells: cells.map((cell) => ({ ...cell, siteId: "s0" })) })).toEqual(table);
  });
});

describe("changeTable states", () => {
  it("lists the five domains in order even when nothing is there", () => {
    const empty = changeTable({
      cells: [],
      enrolled: new Map(),
      measures: [],
      cohorts: [],
      timepoints: [],
      threshold: 5,
    });
    expect(empty.state).toBe("not-measured");
    expect(empty.baselineTimepointId).toBeNull();
    expect(empty.domains.map((domain) => domain.domain)).toEqual([
      "outcome.physiological",
      "outcome.psychological",
      "outcome.behavioural",
      "outcome.cognitive",
      "outcome.social",
    ]);
    expect(OUTCOME_DOMAIN_CODES).toHaveLength(5);
  });

  it.each([
    ["nobody enrolled", [], "not-measured"],
    ["nothing collected", Array.from({ length: 9 }, () => []), "not-measured"],
    ["one person", [[10, 8]], "too-few"],
    ["all scores missing", Array.from({ length: 9 }, () => [null, null]), "all-missing"],
    ["only baselines", Array.from({ length: 9 }, (_, i) => [i]), "baseline-only"],
    ["no baselines", Array.from({ length: 9 }, (_, i) => [undefined, i]), "no-baseline"],
    ["other people later", Array.from({ length: 18 }, (_, i) => (i < 9 ? [i] : [undefined, i])), "no-pairs"],
    ["four pairs among nine", Array.from({ length: 9 }, (_, i) => (i < 4 ? [i, i * i] : [i])), "too-few"],
    ["everyone changed alike", Array.from({ length: 10 }, (_, i) => [i, i + 1]), "not-estimable"],
    ["enough pairs", Array.from({ length: 10 }, (_, i) => [i, i * i]), "ready"],
  ])("%s", (_, rows, state) => {
    const { table, measure, cohort } = only(tableOf(rows));
    expect([cohort.state, measure.state, table.state]).toEqual([state, state, state]);
  });

  it("gives no figure at all on fewer people than the threshold", () => {
    const { cohort, followUp } = only(tableOf(Array.from({ length: 9 }, (_, i) => (i < 4 ? [i, i * i] : [i]))));
    const suppressed = { kind: "suppressed", rule: "small-count" };
    expect(followUp.measured).toEqual({ kind: "hidden", below: 5 });
    expect(followUp.paired).toEqual({ kind: "range", low: 0, high: 4 });
    for (const figure of ["summary", "change", "standardised", "test"] as const) {
      expect(followUp[figure]).toEqual(suppressed);
    }
    expect(followUp.direction).toBe("not-available");
    expect(cohort.waves.find((wave) => wave.timepointId === "2m")?.mean).toEqual(suppressed);
  });

  it("gives no mean or spread on fewer than ten people, from which their scores could be worked out", () => {
    // Steps of 12.5 from 0 to 100: only 0, 0, 0, 0, 12.5 has this mean and spread.
    const after = [12.5, 0, 0, 25, 0];
    const { cohort, followUp } = only(tableOf([0, 0, 12.5, 0, 0].map((before, i) => [before, after[i]])));
    for (const figure of ["summary", "change", "standardised", "test"] as const) {
      expect(followUp[figure]).toEqual({ kind: "suppressed", rule: "small-count" });
    }
    expect(cohort.waves.filter(({ mean }) => mean.kind === "estimate")).toEqual([]);
    const shown = (n: number) => only(tableOf(Array.from({ length: n }, (_, i) => [i, i * i]))).followUp.change.kind;
    expect([shown(9), shown(10)]).toEqual(["suppressed", "estimate"]);
  });

  it("shows one person's change where the programme hides nothing, without an interval it cannot have", () => {
    const { followUp, measure } = only(tableOf([[10, 8]], 0));
    expect(measure.state).toBe("not-estimable");
    expect(followUp.summary).toMatchObject({ meanBefore: { value: 10 }, meanAfter: { value: 8 } });
    expect(followUp.change).toEqual({ kind: "insufficient-data", reason: "too-few", needed: 2, had: 1 });
  });

  it("never counts an unscored answer as a zero", () => {
    const rows = Array.from({ length: 20 }, (_, i) => (i < 10 ? [10 + i, i * i] : [10 + i, null]));
    const { followUp } = only(tableOf(rows));
    expect(followUp.paired).toEqual({ kind: "exact", n: 10 });
    expect(followUp.unscored).toEqual({ kind: "exact", n: 10 });
    expect(followUp.summary).toMatchObject({
      meanAfter: { value: (0 + 1 + 4 + 9 + 16 + 25 + 36 + 49 + 64 + 81) / 10 },
    });
  });

  it("believes the cells where the enrolment count lags behind them", () => {
    const { cohort } = only(
      tableOf(
        Array.from({ length: 9 }, (_, i) => [i, i * i]),
        5,
        0,
      ),
    );
    expect(cohort.enrolled).toEqual({ kind: "exact", n: 9 });
  });

  it("refuses cells with more pairs than people", () => {
    const cells = cellsOfPerson(
      { siteId: "s", cohortId: "c", scores: [{ measure: MEASURE, timepointId: "2m", value: 4 }] },
      "pre",
    ).map((cell): ChangeCell => ({ ...cell, n: 10, pairs: 20 }));
    const cohorts = [{ id: "c", name: "C", kind: "peer-support" }];
    const input = {
      cells,
      enrolled: new Map<string, number>(),
      measures: [description],
      cohorts,
      timepoints,
      threshold: 5,
    };
    expect(() => changeTable(input)).toThrow(RangeError);
  });
});

describe("enrolledByCohort", () => {
  it("adds up the enrolment cells over sites and nothing else", () => {
    const [zero] = cellsOfPerson(
      { siteId: "s", cohortId: "c", scores: [{ measure: "m", timepointId: "t", value: 0 }] },
      null,
    );
    if (!zero) throw new Error("No cell");
    const cell = (siteId: string, cohortId: string, n: number): ChangeCell => ({
      ...zero,
      siteId,
      cohortId,
      measure: ENROLLED_MEASURE,
      timepointId: NO_TIMEPOINT,
      n,
    });
    const cells = [cell("s1", "a", 3), cell("s2", "a", 4), cell("s1", "b", 5), zero];
    expect(enrolledByCohort(cells)).toEqual(
      new Map([
        ["a", 7],
        ["b", 5],
      ]),
    );
  });
});

describe("a measure that only one kind of cohort is asked for", () => {
  const cohorts = [
    { id: "c", name: "C", kind: "peer-support" },
    { id: "d", name: "D", kind: "comparison" },
  ];
  const cellsAt = (cohortId: string) =>
    Array.from({ length: 6 }, (_, person) => person).flatMap((value) =>
      cellsOfPerson({ siteId: "s", cohortId, scores: [{ measure: MEASURE, timepointId: "pre", value }] }, "pre"),
    );
  const shown = (askedOf: MeasureDescription["askedOf"], cells: readonly ChangeCell[]) =>
    changeTable({
      cells,
      enrolled: new Map(cohorts.map(({ id }) => [id, 6])),
      measures: [{ ...description, askedOf }],
      cohorts,
      timepoints: timepoints.slice(0, 2),
      threshold: 5,
    }).domains.flatMap(({ measures }) => measures.flatMap((one) => one.cohorts.map(({ cohortId }) => cohortId)));

  it("has no line for the others, of whom nobody is missing", () => {
    expect(shown("everyone", cellsAt("c"))).toEqual(["c", "d"]);
    expect(shown("peer-support", cellsAt("c"))).toEqual(["c"]);
    expect(shown("comparison", [])).toEqual(["d"]);
  });

  it("keeps what was collected from them in sight", () => {
    expect(shown("peer-support", [...cellsAt("c"), ...cellsAt("d")])).toEqual(["c", "d"]);
  });
});
