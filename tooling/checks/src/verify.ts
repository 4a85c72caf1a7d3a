import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { REPOSITORY_ROOT } from "./repository-root";
import { runSteps, type Step, type StepResult } from "./run-steps";
import { readTestCounts } from "./test-counts";

const CACHE = path.join(REPOSITORY_ROOT, "node_modules/.cache/alongside");
const TEST_REPORT = path.join(CACHE, "vitest.json");
const SUMMARY = path.join(CACHE, "verify.json");

const bin = (name: string): string => path.join(REPOSITORY_ROOT, "node_modules/.bin", name);

/** Type checks and tests read the generated database client, so it is made first. */
const PREPARE: Step = { name: "generate", command: [bin("turbo"), "run", "generate", "--output-logs=errors-only"] };

/** Longest first, so that two lanes end together. */
const STEPS: readonly Step[] = [
  {
    name: "tests",
    command: [
      bin("vitest"),
      "run",
      "--config=vitest.verify.config.ts",
      // By default it leaves a core alone, which is half of a machine with two.
      "--maxWorkers=100%",
      "--reporter=dot",
      "--reporter=json",
      `--outputFile.json=${TEST_REPORT}`,
    ],
  },
  { name: "types", command: [bin("turbo"), "run", "typecheck", "--continue", "--output-logs=errors-only"] },
  { name: "format-lint", command: [bin("biome"), "ci", "--colors=off", "--max-diagnostics=200"] },
  {
    name: "imports",
    command: [
      bin("depcruise"),
      ...["packages", "apps", "tooling", "--config", ".dependency-cruiser.cjs"],
      "-T",
      "err-long",
    ],
  },
  { name: "dead-code", command: [bin("knip"), "--no-progress", "--no-config-hints"] },
  { name: "own-checks", command: [bin("tsx"), "tooling/checks/src/own-checks.ts"] },
  { name: "dependencies", command: [bin("tsx"), "tooling/checks/src/check-dependencies.ts"] },
  { name: "secrets", command: [bin("tsx"), "tooling/checks/src/check-secrets.ts"] },
  { name: "boundaries", command: [bin("turbo"), "boundaries"] },
  { name: "manifests", command: [bin("sherif"), "--fail-on-warnings"] },
];

const { values } = parseArgs({ options: { only: { type: "string", multiple: true } } });
const unknown = values.only?.filter((name) => !STEPS.some((step) => step.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(", ")}. There are: ${STEPS.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}

mkdirSync(CACHE, { recursive: true });
rmSync(TEST_REPORT, { force: true });
const started = performance.now();
const chosen = STEPS.filter(({ name }) => values.only?.includes(name) ?? true);
const needsClient = chosen.some(({ name }) => name === "tests" || name === "types");
const announce = ({ name, passed, seconds }: StepResult): void =>
  console.log(`${passed ? "ok  " : "FAIL"}  ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s`);
const options = { root: REPOSITORY_ROOT, lanes: 2, onResult: announce };
const prepared = needsClient ? await runSteps([PREPARE], options) : [];
const results = [...prepared, ...(await runSteps(chosen, options))];

for (const { name, output } of results.filter(({ passed }) => !passed)) console.log(`\n---- ${name} ----\n${output}`);

const counts = readTestCounts(TEST_REPORT) ?? { passed: 0, failed: 0, skipped: 0 };
const failedSteps = results.filter(({ passed }) => !passed).map(({ name }) => name);
const steps = results.map(({ name, passed, seconds }) => ({ name, passed, seconds }));
writeFileSync(SUMMARY, `${JSON.stringify({ ...counts, failedSteps, steps }, null, 2)}\n`);

const total = ((performance.now() - started) / 1000).toFixed(1);
console.log(`\n${counts.passed} tests passed, ${counts.failed} failed, ${counts.skipped} skipped; ${total} s.`);
console.log(failedSteps.length === 0 ? "Verified." : `Not verified: ${failedSteps.join(", ")}.`);
process.exitCode = failedSteps.length === 0 ? 0 : 1;
