import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { cacheFolder, generateClient } from "./build-app";
import { runJourneys } from "./journeys";
import { formatSeconds, say } from "./progress";
import { provideR } from "./r-language";
import { runCommand } from "./run-command";
import { runMode } from "./run-mode";
import { runStage, type StageResult } from "./run-stage";
import { ROOT } from "./settings";
import { shutDown } from "./shutdown";
import {
  addTallies,
  isGreen,
  NO_TESTS,
  readVerify,
  readVitest,
  type Stage,
  summaryLines,
  type Tally,
} from "./test-tally";

/** Format, lint, types, boundaries, dead code, unit and property tests; it prints its own table. */
async function verify(): Promise<StageResult> {
  const note = path.join(cacheFolder(ROOT), "verify.json");
  rmSync(note, { force: true });
  const args = ["--import", "tsx", path.join("tooling", "checks", "src", "verify.ts")];
  await runCommand(process.execPath, args, { cwd: ROOT, env: process.env, live: true });
  const counts = readVerify(note);
  if (counts === undefined) return { ...NO_TESTS, broken: ["verify"] };
  // Failing tests are counted one by one; the step that ran them is not counted again.
  return { ...counts, broken: counts.failedSteps.filter((name) => name !== "tests" || counts.failed === 0) };
}

/** Folders of packages with tests on a real PostgreSQL. */
function databasePackages(): string[] {
  const packages = path.join(ROOT, "packages");
  return readdirSync(packages)
    .map((name) => path.join(packages, name))
    .filter((folder) => {
      const manifest = path.join(folder, "package.json");
      return existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).scripts?.["test:db"] !== undefined;
    });
}

async function databaseTests(): Promise<StageResult> {
  await generateClient(ROOT);
  const tallies: Tally[] = [];
  const broken: string[] = [];
  for (const folder of databasePackages()) {
    const name = path.basename(folder);
    const report = path.join(cacheFolder(ROOT), `db-tests-${name}.json`);
    rmSync(report, { force: true });
    const vitest = path.join(
      path.dirname(createRequire(path.join(folder, "package.json")).resolve("vitest/package.json")),
      "vitest.mjs",
    );
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const began = performance.now();
    const result = await runCommand(
      process.execPath,
      // By default it leaves a core alone, which is half of a machine with two.
      [vitest, "run", "--project", "db", "--passWithNoTests", "--maxWorkers=100%", ...reporters],
      {
        cwd: folder,
        env: process.env,
      },
    );
    const counts = readVitest(report) ?? NO_TESTS;
    tallies.push(counts);
    const good = result.code === 0;
    if (!good && counts.failed === 0) broken.push(`tests of ${name}`);
    if (!good) console.log(result.output);
    say(
      `${good ? "✓" : "✗"} ${name}: ${counts.passed} passed, ${counts.failed} failed  ${formatSeconds(performance.now() - began)}`,
    );
  }
  return { ...addTallies(tallies), broken };
}

/** `npm test`: everything except the benchmark, every stage even when one before it failed. */
export function main(): Promise<void> {
  // Tests make databases of their own; the one that a person may have named is never touched.
  delete process.env.DATABASE_URL;
  return runMode(async () => {
    await provideR(process.env);
    const stages: Stage[] = [];
    stages.push(await runStage("verify", verify));
    stages.push(await runStage("database", databaseTests));
    stages.push(await runStage("journeys", () => runJourneys([])));
    console.log(`\n${summaryLines(stages).join("\n")}`);
    await shutDown(isGreen(stages) ? 0 : 1);
  });
}
