import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { BenchApp } from "./bench-app";
import { makeBenchProgramme } from "./bench-programme";
import type { Figure } from "./figure";
import { fillWithScores } from "./fill-with-scores";
import { peakMegabytes, residentMegabytes } from "./process-usage";

/** Many scales, as a programme has them. */
const INSTRUMENT = "alongside-core";
const SMALL = 20_000;
const LINES = 1_000_000;
const SLUG = "bench-export";

/**
 * The table of scores of a large programme as a file, through HTTP and session: asked for, approved by the rule for what stays
 * inside, and handed out once. The server's memory is what it has more than before, at its highest.
 */
export async function exportBench(app: BenchApp): Promise<readonly Figure[]> {
  // What is loaded and compiled once is not what a file costs.
  await takeTable(app, `${SLUG}-small`, SMALL);
  const idle = residentMegabytes(app.pid);
  const found = await takeTable(app, SLUG, LINES);
  const at = `${found.lines.toLocaleString("en")} lines, ${Math.round(found.megabytes)} MB`;
  const figure = (what: string, value: number, unit: string): Figure => ({
    ...{ bench: "export", what: `${what}, ${at}`, value, unit },
  });
  return [
    figure("asking, which makes all of it once", found.askedMs / 1000, "s"),
    figure("until the first byte", found.firstMs / 1000, "s"),
    { ...figure("sent", (found.megabytes / found.sentMs) * 1000, "MB/s"), aim: { comparison: "at-least", value: 20 } },
    {
      ...figure("server's memory above idle", peakMegabytes(app.pid) - idle, "MB"),
      aim: { comparison: "at-most", value: 300 },
    },
  ];
}

async function takeTable(app: BenchApp, slug: string, lines: number) {
  const programme = await makeBenchProgramme(app.db, app.userId, slug, [INSTRUMENT]);
  await fillWithScores(app, programme, INSTRUMENT, lines);
  const { programmeId } = programme;
  const releaseId = uuidv7();
  const of = { what: "scores", mergeSites: false, days: "offset" };
  const asked = { programmeId, releaseId, of, purpose: "planned-analysis", words: "", destination: "inside" };
  const begun = performance.now();
  const answer = await fetch(new URL("/api/trpc/release.ask?batch=1", app.address), {
    ...{ method: "POST", headers: { ...app.headers, "content-type": "application/json" } },
    body: JSON.stringify({ 0: { json: asked } }),
  });
  if (!answer.ok) throw new Error(`Asking answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
  await answer.text();
  const sent = performance.now();
  const file = await fetch(new URL(`/p/${slug}/releases/taking`, app.address), {
    ...{ method: "POST", headers: { ...app.headers, "content-type": "application/x-www-form-urlencoded" } },
    ...{ body: new URLSearchParams({ releaseId }), redirect: "manual" },
  });
  if (file.status !== 200 || file.body === null)
    throw new Error(`The file answered ${file.status}: ${file.headers.get("location")}`);
  const came = performance.now();
  const read = await measure(file.body);
  if (read.lines < lines) throw new Error(`${read.lines} lines came, and ${lines} were to come`);
  return { ...read, askedMs: sent - begun, firstMs: came - sent, sentMs: performance.now() - came };
}

/** Reads a body to its end and keeps none of it. */
async function measure(body: ReadableStream<Uint8Array>) {
  const hash = createHash("sha256");
  let [bytes, lines] = [0, -1];
  for await (const piece of body) {
    hash.update(piece);
    bytes += piece.length;
    for (const byte of piece) if (byte === 10) lines += 1;
  }
  return { megabytes: bytes / 1e6, lines, hash: hash.digest("hex") };
}
