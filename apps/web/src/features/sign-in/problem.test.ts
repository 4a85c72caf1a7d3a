import { describe, expect, it } from "vitest";
import { readProblem } from "./problem";

describe("readProblem", () => {
  it("reads how long to wait", () => {
    expect(readProblem("too-many", "8")).toEqual({ kind: "too-many", seconds: 8 });
  });

  it.each([["-5"], ["1e9"], ["soon"], [undefined], [["3", "4"]]])("waits one second when told %j", (seconds) => {
    expect(readProblem("too-many", seconds)).toEqual({ kind: "too-many", seconds: 1 });
  });

  it("knows no other problems than its own", () => {
    expect(readProblem("wrong", undefined)).toEqual({ kind: "wrong" });
    expect(readProblem("<script>", undefined)).toBeNull();
    expect(readProblem(undefined, "9")).toBeNull();
  });
});
