import { describe, expect, it } from "vitest";
import type { ResultView } from "@/features/laboratory/laboratory-view";
import { callingResult, openLoop, repeatsFor } from "./counselling.model";
import type { Loop } from "./worklist-view";

function result(
  resultId: string,
  collectedOn: string,
  over: { state?: string; current?: boolean; kind?: ResultView["kind"]; replacesId?: string } = {},
) {
  const { state = "quantified", current = true, kind = "viral-load", replacesId = null } = over;
  return { resultId, kind, current, replacesId, measurement: { result: { state, collectedOn } } };
}

const LOOP: Loop = {
  ...{
    loopId: "loop",
    openedByResultId: "high",
    ground: "stands",
    openedOn: "2026-03-01",
    closedOn: null,
    outcome: null,
  },
  events: [{ eventId: "1", kind: "repeat", happenedOn: "2026-04-01", resultId: "named", note: "" }],
};

it("the open loop is the one without an end", () => {
  const closed = { ...LOOP, loopId: "closed", closedOn: "2026-05-01", outcome: "ended" };
  expect(openLoop([closed, LOOP])).toBe(LOOP);
  expect(openLoop([closed])).toBeUndefined();
});

describe("the result that calls for counselling", () => {
  const high = ({ resultId }: Pick<ResultView, "resultId">) => resultId.startsWith("high");
  it("is the newest that says something", () => {
    const results = [
      result("pending", "2026-06-01", { state: "pending" }),
      result("high-old", "2026-01-01"),
      result("high", "2026-02-20"),
      result("high-replaced", "2026-05-01", { current: false }),
      result("high-count", "2026-05-02", { kind: "cd4-count" }),
    ];
    expect(callingResult(results, high)?.resultId).toBe("high");
  });

  it("is none when the newest is suppressed", () => {
    expect(callingResult([result("high", "2026-02-20"), result("low", "2026-05-20")], high)).toBeUndefined();
    expect(callingResult([], high)).toBeUndefined();
  });
});

it("a repeat is collected after what opened the loop, and is named once", () => {
  const results = [
    result("high", "2026-03-01"),
    result("same-day", "2026-03-01"),
    result("before", "2026-02-28"),
    result("named", "2026-04-01"),
    result("pending", "2026-05-25", { state: "pending" }),
    result("replaced", "2026-05-26", { current: false }),
  ];
  expect(repeatsFor(LOOP, results).map(({ resultId }) => resultId)).toEqual(["pending"]);
});

it("a corrected result is not its own repeat, and a repeat may be older than the loop", () => {
  const results = [
    result("high", "2026-02-20", { current: false }),
    result("undone", "2026-01-01", { current: false, replacesId: "high" }),
    result("high-again", "2026-02-22", { replacesId: "high" }),
    result("early", "2026-02-27"),
  ];
  expect(repeatsFor(LOOP, results).map(({ resultId }) => resultId)).toEqual(["early"]);
});
