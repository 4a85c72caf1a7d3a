import type { Assay } from "@alongside/domain/viral-load/assay";
import { ASSAYS } from "@alongside/domain/viral-load/assays.data";
import { THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import { describe, expect, it } from "vitest";
import type { Recent, ResultView } from "./laboratory-view";
import { nextStep } from "./next-cell";
import { assayName, type Judging, rowView } from "./row-view.model";
import { type Carried, emptyRow, NOTHING_CARRIED, type StackRow } from "./stack";

const ABBOTT: Assay = ASSAYS[0];
const JUDGING: Judging = {
  kind: "viral-load",
  today: "2026-11-22",
  rule: THRESHOLD_RULES[0],
  assays: ASSAYS,
  about: null,
};

function recent(results: readonly ResultView[] = []): Recent {
  return {
    participantId: "p1",
    code: "0380-54KS",
    enrolledOn: "2026-01-01",
    endedOn: null,
    treatmentStartedOn: null,
    results: { "viral-load": [...results], "cd4-count": [], "cd4-percent": [], weight: [] },
    window: {
      ...{ code: "month-6", label: "6 months", opensOn: "2026-11-01", closesOn: "2026-11-30" },
      ...{ targetOn: "2026-11-15", open: true },
    } as Recent["window"],
  };
}

function earlier(value: string, collectedOn: string): ResultView {
  return {
    ...{ resultId: `r-${collectedOn}`, kind: "viral-load", checks: [], entry: "grid", enteredAt: "" },
    ...{ enteredById: null, current: true, replacesId: null, reason: null, undoneAt: null, verification: "verified" },
    measurement: {
      kind: "viral-load",
      result: {
        ...{ state: "quantified", value, unit: "copies-per-ml", comparator: null, specimen: "plasma", assay: null },
        ...{ reason: "routine", collectedOn, receivedOn: null, testedOn: null, returnedOn: null, asPrinted: null },
        ...{ lowerLimitCopiesPerMl: null, upperLimitCopiesPerMl: null, detectionLimitCopiesPerMl: null },
      },
    },
  };
}

const row = (part: Partial<StackRow> = {}): StackRow => ({ ...emptyRow("r1"), code: "0380-54KS", ...part });
const carried = (part: Partial<Carried> = {}): Carried => ({
  ...NOTHING_CARRIED,
  ...{ collectedOn: "2026-11-20", specimen: "plasma", ...part },
});
const view = (part: Partial<StackRow>, more: { carried?: Partial<Carried>; recent?: Recent; judging?: Judging } = {}) =>
  rowView(row(part), carried(more.carried), more.recent ?? recent(), [], more.judging ?? JUDGING);

describe("rowView", () => {
  it("makes a measurement with the assay's limits, unit and specimen", () => {
    const made = view({ result: "12 400" }, { carried: { assay: assayName(ABBOTT), specimen: "" } });
    expect(made.measurement?.result).toMatchObject({
      ...{ state: "quantified", value: "12400", unit: "copies-per-ml", specimen: ABBOTT.specimen },
      ...{ lowerLimitCopiesPerMl: ABBOTT.lowerLimit, upperLimitCopiesPerMl: ABBOTT.upperLimit },
      ...{ asPrinted: "12 400", reason: "not-stated", collectedOn: "2026-11-20" },
    });
    expect(made.category).toMatchObject({ kind: "category", category: "unsuppressed" });
    expect(made.ready).toBe(true);
  });

  it("says what is still needed, and of an empty row nothing", () => {
    const bare = { carried: { collectedOn: "", specimen: "" } };
    expect(view({ result: "400" }, bare).problems.map(({ rule }) => rule)).toEqual([
      "collected-needed",
      "specimen-needed",
    ]);
    expect(view({ state: "rejected" }).problems.map(({ rule }) => rule)).toEqual(["code-needed"]);
    expect(view({ state: "below-quantification" }).problems.map(({ rule }) => rule)).toEqual(["limit-needed"]);
    expect(rowView(emptyRow("r2"), carried({ collectedOn: "soon" }), null, [], JUDGING).problems).toEqual([]);
  });

  it("takes the limit of the assay where none is printed", () => {
    const made = view({ state: "below-quantification" }, { carried: { assay: assayName(ABBOTT) } });
    expect(made.problems).toEqual([]);
    expect(made.measurement?.result).toMatchObject({ comparator: "<", value: null, lowerLimitCopiesPerMl: 40 });
  });

  it("names hard errors at the cell where they are typed", () => {
    const future = view({ result: "400" }, { carried: { collectedOn: "2026-11-23" } });
    expect(future.problems).toMatchObject([{ field: "collectedOn", rule: "date-in-future" }]);
    const outside = view({ result: "20" }, { carried: { assay: assayName(ABBOTT) } });
    expect(outside.problems).toMatchObject([{ field: "result", rule: "below-range" }]);
    const twice = view({ result: "400" }, { recent: recent([earlier("300", "2026-11-20")]) });
    expect(twice.problems).toMatchObject([{ field: "collectedOn", rule: "duplicate" }]);
    expect([future.ready, outside.ready, twice.ready]).toEqual([false, false, false]);
  });

  it("sees the rows above of the same person", () => {
    const above = view({ result: "300" }).measurement;
    const made = rowView(row({ result: "400" }), carried(), recent(), above === null ? [] : [above], JUDGING);
    expect(made.problems).toMatchObject([{ rule: "duplicate" }]);
  });

  it("asks for a reason, and is ready with one of three characters", () => {
    const jumped = { recent: recent([earlier("300", "2026-08-20")]) };
    expect(view({ result: "12400" }, jumped)).toMatchObject({ checks: [{ check: "jump" }], ready: false });
    expect(view({ result: "12400", reasons: { jump: "no" } }, jumped).ready).toBe(false);
    expect(view({ result: "12400", reasons: { jump: "yes" } }, jumped).ready).toBe(true);
  });

  it("asks what the server asked, and refuses what it refused", () => {
    const asked = { answer: { kind: "needs-reason", checks: [{ check: "assay-switch", values: {} }] } } as const;
    expect(view({ result: "400", ...asked })).toMatchObject({ checks: [{ check: "assay-switch" }], ready: false });
    expect(view({ result: "400", ...asked, reasons: { "assay-switch": "new machine" } }).ready).toBe(true);
    const refused = { answer: { kind: "refused", issues: [{ field: "code", rule: "participant.none", values: {} }] } };
    expect(view({ result: "400", ...(refused as Partial<StackRow>) }).ready).toBe(false);
    expect(view({ result: "400", answer: { kind: "conflict" } }).ready).toBe(false);
  });

  it("takes the open window unless the row says otherwise", () => {
    expect(view({ result: "400" }).timepointCode).toBe("month-6");
    expect(view({ result: "400", timepointCode: "" }).timepointCode).toBeNull();
    const early = view({ result: "400" }, { carried: { collectedOn: "2026-10-20" } });
    expect(early.checks).toMatchObject([{ check: "outside-window" }]);
  });

  it("leaves the result that is corrected out of the comparison", () => {
    const one = earlier("300", "2026-11-20");
    const judging = { ...JUDGING, about: one.resultId };
    expect(view({ result: "40000" }, { recent: recent([one]), judging })).toMatchObject({ problems: [], checks: [] });
  });

  it("takes another quantity through the same states", () => {
    const judging = { ...JUDGING, kind: "cd4-count" } as const;
    expect(view({ result: "350" }, { judging }).measurement).toMatchObject({
      kind: "cd4-count",
      result: { kind: "cd4-count", state: "quantified", value: "350" },
    });
    expect(view({ result: "9000" }, { judging }).problems).toMatchObject([{ field: "result", rule: "impossible" }]);
    expect(view({ result: "4000" }, { judging }).checks).toMatchObject([{ check: "implausible" }]);
  });
});

describe("nextStep", () => {
  const found = { kind: "found", recent: recent() } as const;
  const step = (part: Partial<StackRow>, from: string, more: Parameters<typeof view>[1] = {}) =>
    nextStep(row(part), view(part, more), found, from);

  it("stays at a code that does not add up, and goes on from one that does", () => {
    expect(nextStep(row(), view({}), { kind: "mistyped", suggestions: [] }, "code")).toEqual({ kind: "stay" });
    expect(step({}, "code")).toEqual({ kind: "cell", field: "state" });
  });

  it("asks for the number only where the state has one", () => {
    expect(step({ state: "quantified" }, "state")).toEqual({ kind: "cell", field: "result" });
    expect(step({ state: "not-detected" }, "state")).toEqual({ kind: "next-row" });
    expect(step({ state: "rejected" }, "state")).toEqual({ kind: "cell", field: "noResultCode" });
  });

  it("leads to a question, to what is missing, to a reason, then to the next row", () => {
    expect(step({ result: "<20" }, "result")).toEqual({ kind: "choice" });
    expect(step({ result: "400" }, "result", { carried: { collectedOn: "" } })).toEqual({
      ...{ kind: "cell", field: "collectedOn" },
    });
    const jumped = { recent: recent([earlier("300", "2026-08-20")]) };
    expect(step({ result: "12400" }, "result", jumped)).toEqual({ kind: "reason", check: "jump" });
    expect(step({ result: "400" }, "result")).toEqual({ kind: "next-row" });
  });

  it("stays at the cell that is wrong", () => {
    expect(step({ result: "banana" }, "result")).toEqual({ kind: "stay" });
  });
});
