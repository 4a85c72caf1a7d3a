import { readdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { mutateFolder } from "./mutate-folder";
import { printScores } from "./print-scores";
import { hasPassed, overallScore } from "./score";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const PACKAGE = path.join(ROOT, "packages/statistics");
const SOURCE = path.join(PACKAGE, "src");
const REPORTS = path.join(ROOT, ".mutation");

const USAGE = "Usage: pnpm mutation [folder of packages/statistics/src …] [--sample MUTANTS] [--seed NUMBER]";

function fail(reason: string): never {
  console.error(`${reason}\n${USAGE}`);
  process.exit(2);
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  return Number.isSafeInteger(number) && number >= 1 ? number : fail(`--${option} is a whole number from 1 up`);
}

/** A folder without tests holds what tests use. */
function holdsTests(folder: string): boolean {
  return readdirSync(path.join(SOURCE, folder)).some((file) => file.endsWith(".test.ts"));
}

/** `pnpm mutation [folder…] [--sample N] [--seed N]`: how many small faults in the statistics their tests notice. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { sample: { type: "string" }, seed: { type: "string", default: "1" } },
  });
  const entries = readdirSync(SOURCE, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const known = entries.map(({ name }) => name).filter(holdsTests);
  const unknown = positionals.filter((folder) => !known.includes(folder));
  if (unknown.length > 0) fail(`No such folder with tests: ${unknown.join(", ")}`);
  const seed = wholeNumber("seed", values.seed);
  const sample = values.sample === undefined ? undefined : { size: wholeNumber("sample", values.sample), seed };

  // Stryker works in the folder it is started in.
  process.chdir(PACKAGE);
  const scores = [];
  for (const folder of positionals.length > 0 ? positionals : known) {
    const score = await mutateFolder(folder, { reports: REPORTS, sample });
    console.log(printScores([score]));
    scores.push(score);
  }
  const overall = overallScore(scores);
  console.log(`\n${printScores([...scores, overall])}`);
  console.log(`\nSurvivors by folder: ${path.relative(ROOT, REPORTS)}/<folder>.html`);
  process.exitCode = [...scores, overall].every(hasPassed) ? 0 : 1;
}

await main();
