import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { writeCsv } from "@alongside/interchange/formats/csv/write";
import type { Problem } from "@alongside/interchange/problem";
import type { z } from "zod";
import type { Context } from "../context";
import { readStudyImport, type readStudyImportInput } from "./read";

/** Words of the list in the reader's language. */
export interface ProblemWords {
  readonly row: string;
  readonly column: string;
  readonly value: string;
  readonly problem: string;
  readonly rule: string;
  readonly say: (problem: Problem) => string;
}

/** The problems the last check found, as CSV text. Values that a spreadsheet would run are made harmless. */
export async function writeProblemFile(
  context: Context,
  input: z.input<typeof readStudyImportInput>,
  words: ProblemWords,
): Promise<Result<string>> {
  const found = await readStudyImport(context, input);
  if (!found.ok) return found;
  const { report } = found.value;
  if (report === null) return fail("rule", "study-import.not-checked");
  const rows = report.problems.map((problem) => [
    problem.row === undefined ? "" : String(problem.row),
    problem.column ?? "",
    problem.value ?? "",
    words.say(problem),
    problem.rule,
  ]);
  return ok(writeCsv([[words.row, words.column, words.value, words.problem, words.rule], ...rows]));
}
