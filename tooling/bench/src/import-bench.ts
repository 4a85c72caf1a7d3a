import { Agent } from "node:http";
import type { BenchApp } from "./bench-app";
import { makeBenchProgramme } from "./bench-programme";
import type { Figure } from "./figure";
import { post } from "./http-load";
import { peakMegabytes } from "./process-usage";

const PEOPLE = 5000;
const MEASURES = ["mood", "hope", "worth", "trust", "energy"] as const;
const TIMEPOINTS = ["t0", "t1", "t2", "t3"] as const;
const MOST_MEGABYTES = 600;

/** A long study file of 100,000 rows through upload, check and run, as the application's own pages do it. */
export async function importBench(app: BenchApp): Promise<readonly Figure[]> {
  const { programmeId } = await makeBenchProgramme(app.db, app.userId, "bench-import");
  const file = longFile();
  const rows = PEOPLE * MEASURES.length * TIMEPOINTS.length;
  const began = performance.now();
  const importId = await upload(app, programmeId, file);
  const query = encodeURIComponent(JSON.stringify({ json: { programmeId, importId } }));
  const { mapping } = readAnswer(await get(app, `/api/trpc/studyImport.suggest?input=${query}`));
  const call = async (procedure: string, json: object) =>
    readAnswer(
      await post(new Agent(), app, { path: `/api/trpc/studyImport.${procedure}`, body: JSON.stringify({ json }) }),
    );
  const checked = await call("check", { programmeId, importId, mapping });
  if (checked.importable !== true) throw new Error(`Not importable: ${JSON.stringify(checked).slice(0, 1000)}`);
  const runBegan = performance.now();
  const done = await call("run", { programmeId, importId });
  const ended = performance.now();
  if (done.records !== rows) throw new Error(`${String(done.records)} of ${rows} rows were stored`);
  const figure = (what: string, value: number, unit: string): Figure => ({ bench: "import", what, value, unit });
  return [
    figure("run, 100,000 rows", (1000 * rows) / (ended - runBegan), "rows/s"),
    figure("upload, check and run", (1000 * rows) / (ended - began), "rows/s"),
    {
      ...figure("peak memory of the server", peakMegabytes(app.pid), "MB"),
      aim: { comparison: "at-most", value: MOST_MEGABYTES },
    },
  ];
}

function longFile(): string {
  const lines = ["id,arm,time,measure,value,date"];
  for (let person = 1; person <= PEOPLE; person += 1) {
    for (const [index, time] of TIMEPOINTS.entries()) {
      const day = new Date(Date.UTC(2024, 0, 1 + 90 * index + (person % 20))).toISOString().slice(0, 10);
      for (const [place, measure] of MEASURES.entries()) {
        const value = (person * 7 + index * 5 + place * 3) % 41;
        lines.push(`P${person},${person % 2 === 0 ? "A" : "B"},${time},${measure},${value},${day}`);
      }
    }
  }
  return `${lines.join("\n")}\n`;
}

async function upload(app: BenchApp, programmeId: string, file: string): Promise<string> {
  const headers = {
    ...app.headers,
    "content-type": "text/csv",
    "x-programme": programmeId,
    "x-file-name": "bench.csv",
  };
  const answer = await fetch(new URL("/api/study-import", app.address), { method: "POST", headers, body: file });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The upload answered ${answer.status}: ${text.slice(0, 500)}`);
  return String(JSON.parse(text).importId);
}

async function get(app: BenchApp, path: string): Promise<string> {
  const answer = await fetch(new URL(path, app.address), { headers: app.headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 500)}`);
  return text;
}

function readAnswer(text: string): Readonly<Record<string, unknown>> {
  return JSON.parse(text).result.data.json;
}
