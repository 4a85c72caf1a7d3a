import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isGreen, readPlaywright, readVerify, readVitest, type Stage, summaryLines } from "./test-tally";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "alongside-tally-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = path.join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}
const stage = (given: Partial<Stage>): Stage => ({
  ...{ name: "x", seconds: 1, passed: 0, failed: 0, skipped: 0, broken: [] },
  ...given,
});

describe("reading reports", () => {
  test("vitest, where a file that did not load is a failure", () => {
    const file = report({
      numPassedTests: 7,
      numFailedTests: 1,
      numPendingTests: 2,
      testResults: [
        { status: "failed", assertionResults: [{}] },
        { status: "failed", assertionResults: [] },
      ],
    });
    expect(readVitest(file)).toEqual({ passed: 7, failed: 2, skipped: 2 });
  });

  test("Playwright, where a test that passes only sometimes is a failure", () => {
    const file = report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 } });
    expect(readPlaywright(file)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  test("the note of the verification, with its failed steps", () => {
    const file = report({ passed: 3, failed: 0, skipped: 0, failedSteps: ["types"] });
    expect(readVerify(file)).toEqual({ passed: 3, failed: 0, skipped: 0, failedSteps: ["types"] });
  });

  test("a report that was never written is not a report of zero", () => {
    const absent = path.join(folder, "absent.json");
    expect([readVitest(absent), readPlaywright(absent), readVerify(absent)]).toEqual([undefined, undefined, undefined]);
  });
});

describe("the closing line", () => {
  test("sums the stages", () => {
    const lines = summaryLines([stage({ passed: 400 }), stage({ passed: 12, failed: 1 })]);
    expect(lines.at(-1)).toBe("tests: 412 passed, 1 failed");
  });

  test("counts what broke without a failing test", () => {
    expect(summaryLines([stage({ passed: 4, broken: ["types"] })]).at(-1)).toBe("tests: 4 passed, 1 failed");
  });

  test("is green only when something passed and nothing failed or broke", () => {
    expect(isGreen([stage({ passed: 1 }), stage({ passed: 2 })])).toBe(true);
    expect(isGreen([stage({})])).toBe(false);
    expect(isGreen([stage({ passed: 1, failed: 1 })])).toBe(false);
    expect(isGreen([stage({ passed: 1 }), stage({ passed: 1, broken: ["no-browser"] })])).toBe(false);
  });
});
