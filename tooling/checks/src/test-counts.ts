import { existsSync, readFileSync } from "node:fs";

/** Numbers of tests by outcome. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/**
 * Reads the counts from vitest's JSON report. A file that could not even be loaded holds no tests, so it counts as one
 * failure: otherwise a broken import would look like a pass. Undefined when there is no report.
 */
export function readTestCounts(reportPath: string): TestCounts | undefined {
  if (!existsSync(reportPath)) return undefined;
  const report: VitestReport = JSON.parse(readFileSync(reportPath, "utf8"));
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable,
    skipped: report.numPendingTests,
  };
}
