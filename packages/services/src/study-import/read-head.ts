import type { Tx } from "@alongside/db/client";
import { type CsvOptions, openCsv } from "@alongside/interchange/formats/csv/read";
import { type CsvSample, sampleCsv } from "@alongside/interchange/formats/csv/sample";
import type { Problem } from "@alongside/interchange/problem";
import { readPieces } from "./file-pieces";

const SHOWN_PROBLEMS = 50;

/** The head of an uploaded file, or why not a single row of it can be read in the way that is tried. */
export async function readHead(db: Tx, importId: string, options: CsvOptions): Promise<CsvSample> {
  const sample = await sampleCsv(readPieces(db, importId), options);
  if (sample.kind === "refused" || sample.rows.length > 0) return sample;
  const problems = await firstProblems(db, importId, options);
  return problems.length > 0 ? { kind: "refused", problems } : sample;
}

/** Why a file has no row in good order. */
async function firstProblems(db: Tx, importId: string, options: CsvOptions): Promise<readonly Problem[]> {
  const opened = await openCsv(readPieces(db, importId), options);
  if (opened.kind === "refused") return opened.problems;
  const problems: Problem[] = [];
  for await (const event of opened.file.events) {
    if (event.kind === "problem") problems.push(event.problem);
    if (problems.length >= SHOWN_PROBLEMS) break;
  }
  return problems;
}
