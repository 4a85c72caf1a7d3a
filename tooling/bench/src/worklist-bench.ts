import { WORKLISTS } from "@alongside/services/worklist/worklist-names";
import type { BenchApp } from "./bench-app";
import { makeBenchProgramme } from "./bench-programme";
import { type Figure, median } from "./figure";
import { fillWithResults } from "./fill-with-results";

const RESULTS = 1_000_000;
const READS = 15;
const WARM_UP_READS = 5;
const AIM = { comparison: "at-most", value: 200 } as const;

/** The first page of every worklist, and the counts of all of them, through HTTP, session and tRPC. */
export async function worklistBench(app: BenchApp): Promise<readonly Figure[]> {
  const programme = await makeBenchProgramme(app.db, app.userId, "bench-worklist");
  await fillWithResults(app, programme, RESULTS);
  const { programmeId } = programme;
  const figures: Figure[] = [];
  const measure = async (what: string, procedure: string, input: object) => {
    const query = encodeURIComponent(JSON.stringify({ 0: { json: { programmeId, ...input } } }));
    const url = new URL(`/api/trpc/${procedure}?batch=1&input=${query}`, app.address);
    const value = median(await timeReads(url, app.headers));
    figures.push({ bench: "worklist", what: `${what} at 1,000,000 results`, value, unit: "ms", aim: AIM });
  };
  for (const list of WORKLISTS) await measure(list, "worklist.read", { list });
  await measure("counts of all lists", "worklist.count", {});
  return figures;
}

async function timeReads(url: URL, headers: Readonly<Record<string, string>>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let read = 0; read < WARM_UP_READS + READS; read += 1) {
    const sent = performance.now();
    const answer = await fetch(url, { headers });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`A worklist answered ${answer.status}: ${text.slice(0, 500)}`);
    times.push(performance.now() - sent);
  }
  return times.slice(WARM_UP_READS);
}
