import { describe, expect, it } from "vitest";
import { passwordProblem } from "./password-rules";

const email = "amina@example.org";

describe("passwordProblem", () => {
  it.each([
    ["short", "too-short"],
    ["x".repeat(257), "too-long"],
    ["passwordpassword", "too-common"],
    ["Password123456", "too-common"],
    ["aaaaaaaaaaaaaaaa", "too-common"],
    ["amina likes tea", "contains-email"],
  ])("refuses %s: %s", (password, problem) => {
    expect(passwordProblem(password, email)).toBe(problem);
  });

  it("accepts a plain long phrase, in any script", () => {
    expect(passwordProblem("three blue herons", email)).toBeNull();
    expect(passwordProblem("三只蓝色的苍鹭站在清晨河边", email)).toBeNull();
  });
});
