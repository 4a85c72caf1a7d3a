import path from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { drawSample, type Sample } from "./draw-sample";
import { listMutants } from "./list-mutants";
import { type Mutant, mutantName } from "./mutant-name.mjs";
import { type Score, scoreOf } from "./score";

type StrykerOptions = ConstructorParameters<typeof Stryker>[0];
/** The names of the drawn mutants go with Stryker's own options to the process that holds the checker. */
type Options = Omit<StrykerOptions, "logLevel"> & { readonly logLevel: string; readonly drawn: readonly string[] };

/** A file's name with the place of a mutant in it, as Stryker reads it. */
function rangeOf({ fileName, location: { start, end } }: Mutant): string {
  return `${path.relative(".", fileName)}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
}

/**
 * Runs the tests of one folder of the package in the working directory against its mutants, one at a time.
 * @param folder below `src`; the tests that lie in it are the ones asked, not those of other folders that use it
 * @param where `reports`: a folder that git ignores; `sample`: which mutants are tried, all when absent
 */
export async function mutateFolder(
  folder: string,
  { reports, sample }: { readonly reports: string; readonly sample: Sample | undefined },
): Promise<Score> {
  const mutants = await listMutants(path.resolve("src", folder));
  const drawn = sample === undefined ? mutants : drawSample(mutants, sample, process.cwd());
  const options: Options = {
    // Only what was drawn is put into the sources: each mutant in them costs time whether it is active or not.
    mutate: drawn.map(rangeOf),
    checkers: ["sample"],
    drawn: drawn.map((mutant) => mutantName(mutant, mutant.fileName)),
    plugins: [
      import.meta.resolve("@stryker-mutator/vitest-runner"),
      path.join(import.meta.dirname, "sample-checker.mjs"),
    ],
    testRunner: "vitest",
    // Not `related`: the tests that reach a mutant are known from the first run.
    vitest: {
      configFile: path.join(import.meta.dirname, "statistics-tests.config.ts"),
      dir: `src/${folder}`,
      related: false,
    },
    coverageAnalysis: "perTest",
    // A mutant of what runs while a module loads needs every test in a new process.
    ignoreStatic: true,
    concurrency: 2,
    // A mutant may loop for ever. Wide, because a run that is merely slow must not count as noticed.
    timeoutMS: 10_000,
    timeoutFactor: 2,
    dryRunTimeoutMinutes: 20,
    // These two rewrite sources for compilers that check types. Vitest drops types unread.
    disableTypeChecks: false,
    tsconfigFile: "none.json",
    tempDirName: path.join(reports, "sandbox"),
    reporters: ["html", "json"],
    htmlReporter: { fileName: path.join(reports, `${folder}.html`) },
    jsonReporter: { fileName: path.join(reports, `${folder}.json`) },
    logLevel: "warn",
    allowConsoleColors: false,
  };
  // The names of the log levels are an enum that only exists for the compiler.
  return scoreOf(folder, mutants.length, await new Stryker(options as StrykerOptions).runMutationTest());
}
