import { bootstrapJob } from "./against-r/bootstrap-job";
import type { Job } from "./against-r/job";
import { mixedModelJob, repeatedMeasuresJob } from "./against-r/mixed-model-jobs";
import { pairedChangeJob } from "./against-r/paired-change-job";
import { rankJob } from "./against-r/rank-job";
import { hasR, runInR } from "./against-r/run-in-r";
import type { Figure } from "./figure";

const JOBS: readonly (() => Job)[] = [
  () => pairedChangeJob(10_000),
  () => pairedChangeJob(1_000_000),
  () => rankJob(10_000),
  () => bootstrapJob(1000),
  () => mixedModelJob("intercept"),
  () => mixedModelJob("slope"),
  () => repeatedMeasuresJob(5000),
];
const WARM_UP = 2;

/** Our statistics against R on the same numbers in one run, with the same answers, or the bench fails. */
export async function statisticsBench(): Promise<readonly Figure[]> {
  const withR = hasR();
  if (!withR) console.log("  R is not installed: only our own times are measured.");
  return JOBS.flatMap((make) => {
    const job = make();
    console.log(`    ${job.name}`);
    const { best, answer } = timeOurs(job);
    const ours: Figure = { bench: "statistics", what: job.name, value: best, unit: "ms" };
    if (!withR) return [ours];
    const theirs = runInR(job);
    compare(job, answer, theirs.answer);
    const inR = Math.min(...theirs.times);
    const aim = { comparison: "at-least", value: job.aim } as const;
    const quicker = theirs.quicker.length === 0 ? [] : [Math.min(...theirs.quicker)];
    return [
      ours,
      ...quicker.map((value) => ({ bench: "statistics", what: "  by uncentred sums in R", value, unit: "ms" })),
      { bench: "statistics", what: "  the same in R", value: inR, unit: "ms" },
      { bench: "statistics", what: "  times faster", value: inR / best, unit: "x", aim },
    ];
  });
}

/** The best of several times: the work is the same each time, and everything else only adds to it. */
function timeOurs(job: Job): { readonly best: number; readonly answer: readonly number[] } {
  const times: number[] = [];
  let result: unknown;
  for (let turn = 0; turn < WARM_UP + job.repeats; turn += 1) {
    const start = performance.now();
    for (let loop = 0; loop < job.loops; loop += 1) result = job.run();
    times.push((performance.now() - start) / job.loops);
  }
  return { best: Math.min(...times), answer: job.answer(result as never) };
}

/** A fast wrong answer is no answer. */
function compare({ name, tolerance }: Job, ours: readonly number[], theirs: readonly number[]): void {
  if (ours.length !== theirs.length) throw new Error(`${name}: ${ours.length} numbers here, ${theirs.length} in R`);
  ours.forEach((value, at) => {
    const other = theirs[at] ?? Number.NaN;
    if (!(Math.abs(value - other) <= tolerance * Math.max(1, Math.abs(other)))) {
      throw new Error(`${name}: figure ${at} is ${value} here and ${other} in R`);
    }
  });
}
