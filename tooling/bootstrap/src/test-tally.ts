import { existsSync, readFileSync } from "node:fs";

/** How many tests ended how. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One part of the whole run. */
export interface Stage extends Tally {
  readonly name: string;
  readonly seconds: number;
  /** What failed besides single tests, such as a lint step or a server that did not start. */
  readonly broken: readonly string[];
}

export const NO_TESTS: Tally = { passed: 0, failed: 0, skipped: 0 };

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce<Tally>(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    NO_TESTS,
  );
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

function numberAt(report: unknown, ...keys: readonly string[]): number {
  const value = keys.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
    report,
  );
  return typeof value === "number" ? value : 0;
}

/** Counts of vitest's JSON report; undefined when it was not written. A file that could not be loaded is one failure. */
export function readVitest(file: string): Tally | undefined {
  const report = readJson(file);
  if (report === undefined) return undefined;
  const suites: unknown = typeof report === "object" && report !== null ? Reflect.get(report, "testResults") : [];
  const unloadable = (Array.isArray(suites) ? suites : []).filter(
    (suite) => suite.status === "failed" && suite.assertionResults?.length === 0,
  ).length;
  return {
    passed: numberAt(report, "numPassedTests"),
    failed: numberAt(report, "numFailedTests") + unloadable,
    skipped: numberAt(report, "numPendingTests") + numberAt(report, "numTodoTests"),
  };
}

/** Counts of Playwright's JSON report; undefined when it was not written. A test that passes only sometimes has failed. */
export function readPlaywright(file: string): Tally | undefined {
  const report = readJson(file);
  if (report === undefined) return undefined;
  return {
    passed: numberAt(report, "stats", "expected"),
    failed: numberAt(report, "stats", "unexpected") + numberAt(report, "stats", "flaky"),
    skipped: numberAt(report, "stats", "skipped"),
  };
}

/** What `pnpm verify` noted: its tests, and the names of the steps that failed. Undefined when it never finished. */
export function readVerify(file: string): (Tally & { readonly failedSteps: readonly string[] }) | undefined {
  const note = readJson(file);
  if (typeof note !== "object" || note === null) return undefined;
  const steps: unknown = Reflect.get(note, "failedSteps");
  return {
    passed: numberAt(note, "passed"),
    failed: numberAt(note, "failed"),
    skipped: numberAt(note, "skipped"),
    failedSteps: Array.isArray(steps) ? steps.map(String) : [],
  };
}

/**
 * The table at the end, its last line the sum: `tests: 412 passed, 0 failed`. What broke without a failing test counts as
 * a failure there, so that the closing line can never look green when the run was not.
 */
export function summaryLines(stages: readonly Stage[]): readonly string[] {
  const rows = stages.map((stage) => {
    const skipped = stage.skipped > 0 ? `, ${stage.skipped} skipped` : "";
    const broken = stage.broken.length > 0 ? `   broken: ${stage.broken.join(", ")}` : "";
    const seconds = `${Math.round(stage.seconds)} s`.padStart(6);
    return `  ${stage.name.padEnd(10)} ${seconds}   ${stage.passed} passed, ${stage.failed} failed${skipped}${broken}`;
  });
  const sum = addTallies(stages);
  const failed = sum.failed + stages.reduce((total, stage) => total + stage.broken.length, 0);
  return [...rows, `tests: ${sum.passed} passed, ${failed} failed`];
}

/** Did everything pass? A run without a single test has not. */
export function isGreen(stages: readonly Stage[]): boolean {
  const sum = addTallies(stages);
  return sum.passed > 0 && sum.failed === 0 && stages.every((stage) => stage.broken.length === 0);
}
