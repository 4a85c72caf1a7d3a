import path from "node:path";
import { Stryker } from "@stryker-mutator/core";
import type { Sample } from "./draw-sample.mjs";
import type { Outcome } from "./score";

type StrykerOptions = ConstructorParameters<typeof Stryker>[0];
/** Our sample goes with Stryker's own options to the process that holds the checker. */
type Options = Omit<StrykerOptions, "logLevel"> & { readonly logLevel: string; readonly sample?: Sample };

/**
 * Runs the tests of one folder of the package in the working directory against its mutants, one at a time.
 * @param folder below `src`; the tests that lie in it are the ones asked, not those of other folders that use it
 * @param where `reports`: a folder that git ignores; `sample`: which mutants are tried, all when absent
 */
export async function mutateFolder(
  folder: string,
  { reports, sample }: { readonly reports: string; readonly sample: Sample | undefined },
): Promise<readonly Outcome[]> {
  const options: Options = {
    mutate: [`src/${folder}/**/*.ts`, "!**/*.test.ts"],
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
    ...(sample === undefined ? {} : { checkers: ["sample"], sample }),
    coverageAnalysis: "perTest",
    // A mutant of what runs while a module loads needs every test in a new process, for minutes each.
    ignoreStatic: true,
    concurrency: 2,
    // A mutant may loop for ever. Wide, because a run that is merely slow must not count as noticed.
    timeoutMS: 10_000,
    timeoutFactor: 4,
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
  return new Stryker(options as StrykerOptions).runMutationTest();
}
