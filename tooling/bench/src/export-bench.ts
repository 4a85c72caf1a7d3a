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
 * The table of scores of a large programme as a file, and as a package of files, through HTTP and session: asked for, approved by
 * the rule for what stays inside, and handed out once. The server's memory is what it has more than before, at its highest.
 */
export async function exportBench(app: BenchApp): Promise<readonly Figure[]> {
  // What is loaded and compiled once is not what a file costs.
  const small = await fill(app, `${SLUG}-small`, SMALL);
  for (const what of ["scores", "data-package"] as const) await takeFile(app, small, what);
  const idle = residentMegabytes(app.pid);
  const programme = await fill(app, SLUG, LINES);
  const found = await takeFile(app, programme, "scores");
  if (found.lines < LINES) throw new Error(`${found.lines} lines came, and ${LINES} were to come`);
  const high = peakMegabytes(app.pid);
  const packed = await takeFile(app, programme, "data-package");
  const at = `${found.lines.toLocaleString("en")} lines, ${Math.round(found.megabytes)} MB`;
  const figure = (what: string, value: number, unit: string): Figure => ({
    ...{ bench: "export", what: `${what}, ${at}`, value, unit },
  });
  return [
    figure("asking, which makes all of it once", found.askedMs / 1000, "s"),
    figure("until the first byte", found.firstMs / 1000, "s"),
    { ...figure("sent", (found.megabytes / found.sentMs) * 1000, "MB/s"), aim: { comparison: "at-least", value: 20 } },
    {
      ...figure("server's memory above idle", high - idle, "MB"),
      aim: { comparison: "at-most", value: 300 },
    },
    figure(
      `the same as a package of ${Math.round(packed.megabytes)} MB, until the first byte`,
      packed.firstMs / 1000,
      "s",
    ),
    figure("the package, made and sent", packed.sentMs / 1000, "s"),
    {
      ...figure("the package, server's memory above idle", peakMegabytes(app.pid) - idle, "MB"),
      aim: { comparison: "at-most", value: 300 },
    },
  ];
}

interface Filled {
  readonly programmeId: string;
  readonly slug: string;
}

async function fill(app: BenchApp, slug: string, lines: number): Promise<Filled> {
  const programme = await makeBenchProgramme(app.db, app.userId, slug, [INSTRUMENT]);
  await fillWithScores(app, programme, INSTRUMENT, lines);
  return { programmeId: programme.programmeId, slug };
}

async function takeFile(app: BenchApp, { programmeId, slug }: Filled, what: "scores" | "data-package") {
  const releaseId = uuidv7();
  const of = { what, mergeSites: false, days: "offset", ...(what === "scores" ? {} : { language: "en" }) };
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
