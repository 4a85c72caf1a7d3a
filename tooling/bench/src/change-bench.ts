import type { BenchApp } from "./bench-app";
import { makeBenchProgramme } from "./bench-programme";
import { type Figure, median } from "./figure";
import { fillWithScores } from "./fill-with-scores";

const INSTRUMENT = "alongside-core";
const SIZES = [10_000, 100_000, 1_000_000] as const;
const READS = 31;
const WARM_UP_READS = 10;
const SLOWEST_MS = 150;
const MOST_TIMES = 3;

/** Time of the data behind the Change page, through HTTP, session and tRPC, as the number of scores grows. */
export async function changeBench(app: BenchApp): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const medians: number[] = [];
  for (const size of SIZES) {
    const programme = await makeBenchProgramme(app.db, app.userId, `bench-change-${size}`, [INSTRUMENT]);
    await fillWithScores(app, programme, INSTRUMENT, size);
    const input = encodeURIComponent(JSON.stringify({ 0: { json: { programmeId: programme.programmeId } } }));
    const url = new URL(`/api/trpc/change.read?batch=1&input=${input}`, app.address);
    const times = await timeReads(url, app.headers);
    const middle = median(times);
    medians.push(middle);
    const aim = size === 1_000_000 ? { aim: { comparison: "at-most", value: SLOWEST_MS } as const } : {};
    const what = `page data at ${size.toLocaleString("en")} scores`;
    figures.push({ bench: "change", what, value: middle, unit: "ms", ...aim });
  }
  const value = (medians[2] ?? Number.NaN) / (medians[0] ?? Number.NaN);
  const aim = { comparison: "at-most", value: MOST_TIMES } as const;
  return [...figures, { bench: "change", what: "1,000,000 compared with 10,000", value, unit: "x", aim }];
}

async function timeReads(url: URL, headers: Readonly<Record<string, string>>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let read = 0; read < WARM_UP_READS + READS; read += 1) {
    const sent = performance.now();
    const answer = await fetch(url, { headers });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`The Change page's data answered ${answer.status}: ${text.slice(0, 500)}`);
    times.push(performance.now() - sent);
  }
  return times.slice(WARM_UP_READS);
}
