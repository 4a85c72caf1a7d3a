import { measureKey } from "@alongside/domain/instruments/instrument";
import { demoInstrument } from "@alongside/services/demo/demo-plan";
import type { BenchApp } from "./bench-app";
import { makeBenchProgramme } from "./bench-programme";
import { type Figure, quantile } from "./figure";
import { fillWithScores } from "./fill-with-scores";

const INSTRUMENT = "alongside-core";
const SCORES = 300_000;
/** As many outcomes are computed at once, so that every thread has work and more waits. */
const OUTCOMES = 4;
const REQUESTS = 200;
const WARM_UP = 20;
const SLOWEST_MS = 200;

/** How long other people's requests take while the server computes sensitivity strips on its threads, and while it rests. */
export async function responsiveBench(app: BenchApp): Promise<readonly Figure[]> {
  const programme = await makeBenchProgramme(app.db, app.userId, "bench-responsive", [INSTRUMENT]);
  await fillWithScores(app, programme, INSTRUMENT, SCORES);
  const { programmeId, timepointIds, cohortIds } = programme;
  const { code, scales } = demoInstrument(INSTRUMENT);
  const page = queryUrl(app, "change.read", { programmeId });
  await timeRequests(app, page, WARM_UP);
  const resting = await timeRequests(app, page, REQUESTS);

  for (const scale of scales.slice(0, OUTCOMES)) {
    const outcome = { measure: measureKey(code, scale.code), timepointId: timepointIds[1], cohortId: cohortIds[0] };
    await call(app, "computation.start", { programmeId, ...outcome });
  }
  const busy: number[] = [];
  // Only requests made while something is computed count.
  while (busy.length < REQUESTS && (await running(app, programmeId)) > 0) {
    busy.push(...(await timeRequests(app, page, 5)));
  }
  const left = await running(app, programmeId);
  const aim = { comparison: "at-most", value: SLOWEST_MS } as const;
  const [calm, loaded] = [quantile(resting, 0.95), quantile(busy, 0.95)];
  return [
    { bench: "responsive", what: "page data at rest, p95", value: calm, unit: "ms" },
    { bench: "responsive", what: "page data while computing, p95", value: loaded, unit: "ms", aim },
    { bench: "responsive", what: "while computing compared with rest", value: loaded / calm, unit: "x" },
    { bench: "responsive", what: "requests made while computing", value: busy.length, unit: "" },
    { bench: "responsive", what: "computations still running at the end", value: left, unit: "" },
  ];
}

function running({ db }: BenchApp, programmeId: string): Promise<number> {
  return db.computation.count({ where: { programmeId, status: "running" } });
}

function queryUrl(app: BenchApp, path: string, input: object): URL {
  return new URL(`/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`, app.address);
}

async function call(app: BenchApp, path: string, input: object): Promise<void> {
  const answer = await fetch(new URL(`/api/trpc/${path}`, app.address), {
    method: "POST",
    headers: { ...app.headers, "content-type": "application/json" },
    body: JSON.stringify({ json: input }),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
}

async function timeRequests(app: BenchApp, url: URL, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const sent = performance.now();
    const answer = await fetch(url, { headers: app.headers });
    await answer.text();
    if (!answer.ok) throw new Error(`The page's data answered ${answer.status}`);
    times.push(performance.now() - sent);
  }
  return times;
}
