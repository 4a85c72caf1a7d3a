import { describe, expect, it } from "vitest";
import { failureOf } from "./failure-of";

describe("failureOf", () => {
  it("finds the failure a procedure sent", () => {
    const failure = { code: "rule", reason: "assessment.before-enrolment" };
    expect(failureOf({ data: { code: "UNPROCESSABLE_CONTENT", failure } })).toEqual(failure);
  });

  it.each([
    ["no connection", new TypeError("Failed to fetch")],
    ["an answer without a failure", { data: { code: "INTERNAL_SERVER_ERROR" } }],
    ["a code nobody knows", { data: { failure: { code: "teapot", reason: "x" } } }],
    ["nothing", null],
  ])("is null for %s", (_name, error) => {
    expect(failureOf(error)).toBeNull();
  });
});
