import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { runMode } from "@alongside/bootstrap-tooling/run-mode";
import { shutDown } from "@alongside/bootstrap-tooling/shutdown";
import { type BenchApp, buildForBench, openBenchApp } from "./bench-app";
import { changeBench } from "./change-bench";
import { cohortsBench } from "./cohorts-bench";
import { coverageBench } from "./coverage-bench";
import { crowdBench } from "./crowd-bench";
import { exportBench } from "./export-bench";
import type { Figure } from "./figure";
import { firstLoadBench } from "./first-load-bench";
import { fuzzBench } from "./fuzz-bench";
import { importBench } from "./import-bench";
import { labGridBench } from "./lab-grid-bench";
import { laboratoryImportBench } from "./laboratory-import-bench";
import { figureTable } from "./print-table";
import { responsiveBench } from "./responsive-bench";
import { saveBench } from "./save-bench";
import { statisticsBench } from "./statistics-bench";
import { sumsBench } from "./sums-bench";
import { viralLoadParseBench } from "./viral-load-parse-bench";
import { worklistBench } from "./worklist-bench";

/** Benches of the built application, each on a database and a server of its own. */
const APP_BENCHES = {
  save: saveBench,
  sums: sumsBench,
  change: changeBench,
  cohorts: cohortsBench,
  export: exportBench,
  import: importBench,
  js: firstLoadBench,
  responsive: responsiveBench,
  "lab-grid": labGridBench,
  "laboratory-import": laboratoryImportBench,
  worklist: worklistBench,
  crowd: crowdBench,
} as const satisfies Record<string, (app: BenchApp) => Promise<readonly Figure[]>>;
/** Benches that need no application. */
const PURE_BENCHES = {
  statistics: statisticsBench,
  coverage: coverageBench,
  fuzz: fuzzBench,
  "viral-load-parse": viralLoadParseBench,
} as const satisfies Record<string, () => Promise<readonly Figure[]>>;
type AppName = keyof typeof APP_BENCHES;
type Name = AppName | keyof typeof PURE_BENCHES;
/** Takes minutes and measures no speed: only when asked for. */
const ON_REQUEST: readonly string[] = ["coverage", "fuzz", "crowd"];
const NAMES: readonly string[] = [...Object.keys(APP_BENCHES), ...Object.keys(PURE_BENCHES)];

function isName(text: string): text is Name {
  return NAMES.includes(text);
}

function needsApp(name: Name): name is AppName {
  return name in APP_BENCHES;
}

function readArguments(): { readonly names: readonly Name[]; readonly json: string | undefined } {
  const { values } = parseArgs({ options: { json: { type: "string" }, only: { type: "string", multiple: true } } });
  const only = values.only ?? [];
  const unknown = only.filter((name) => !isName(name));
  if (unknown.length > 0) throw new Error(`--only knows ${NAMES.join(", ")}; not ${unknown.join(", ")}`);
  const names = (only.length > 0 ? only : NAMES.filter((name) => !ON_REQUEST.includes(name))).filter(isName);
  return { names, json: values.json };
}

async function runOne(name: Name): Promise<readonly Figure[]> {
  console.log(`  ${name} …`);
  if (!needsApp(name)) return PURE_BENCHES[name]();
  const app = await openBenchApp(name === "crowd" ? "as they are" : "lifted");
  try {
    return await APP_BENCHES[name](app);
  } finally {
    await app.close();
  }
}

/** `pnpm bench [--only NAME] [--json FILE]`: measures the built application and prints one table. */
async function main(): Promise<void> {
  const { names, json } = readArguments();
  if (names.some(needsApp)) await buildForBench();
  const figures: Figure[] = [];
  // Each on a new database and server, so that none feels what another has left behind.
  const broken: Name[] = [];
  for (const name of names) {
    try {
      figures.push(...(await runOne(name)));
    } catch (error) {
      // What the others measured is not lost with it.
      console.error(error);
      broken.push(name);
    }
  }
  console.log(`\n${figureTable(figures)}\n`);
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? "processor"}, Node ${process.version}`;
  console.log(machine);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ machine, figures }, null, 2)}\n`);
  if (broken.length > 0) console.error(`Not measured: ${broken.join(", ")}`);
  await shutDown(broken.length > 0 ? 1 : 0);
}

await runMode(main);
