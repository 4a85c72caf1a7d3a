import { passwordProblem } from "@alongside/auth/password-rules";
import { describe, expect, it } from "vitest";
import { PASSWORD_PROBLEMS, readPasswordProblem } from "./password-problem";

describe("readPasswordProblem", () => {
  it("knows every problem the password rules can find", () => {
    const chosen = ["short", "x".repeat(300), "passwordpassword", "kiveturokiveturo", "someone-likes-walking"];
    const found = [...chosen, "NorthernLakes26"].map((password) =>
      passwordProblem(password, "someone@example.org", ["Northern Lakes"]),
    );
    expect(found).toEqual([
      ...["too-short", "too-long", "too-common", "repeats-itself", "contains-email"],
      "contains-programme",
    ]);
    for (const problem of found) expect(PASSWORD_PROBLEMS).toContain(problem);
  });

  it("reads reasons and addresses alike, and nothing else", () => {
    expect(readPasswordProblem("password.wrong")).toBe("wrong");
    expect(readPasswordProblem("too-common")).toBe("too-common");
    expect(readPasswordProblem("<b>")).toBeNull();
    expect(readPasswordProblem(["wrong"])).toBeNull();
  });
});
