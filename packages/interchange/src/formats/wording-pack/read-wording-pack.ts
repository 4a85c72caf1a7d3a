import { fail, type Result } from "@alongside/domain/failure/failure";
import {
  packFromRows,
  parseWordingPack,
  WORDING_COLUMNS,
  type WordingPack,
  type WordingRow,
} from "@alongside/domain/instruments/wording-pack";
import type { Problem } from "../../problem";
import { problemAsIssue } from "../../problem";
import { type CsvOptions, openCsv } from "../csv/read";

/** Far more than the longest questionnaire needs. */
export const WORDING_PACK_BYTES = 2_000_000;

/**
 * Reads a wording pack from a file's bytes. A file that begins with a brace is JSON, everything else a table with the
 * columns kind, id, code, text. Fails as "unreadable-file" when the file itself is at fault and as "invalid" when its
 * content is; never throws for what a file contains.
 */
export async function readWordingPack(bytes: Uint8Array, options: CsvOptions = {}): Promise<Result<WordingPack>> {
  if (bytes.length > WORDING_PACK_BYTES) {
    return fail("unreadable-file", "wording.too-large", { params: { limit: WORDING_PACK_BYTES } });
  }
  return looksLikeJson(bytes) ? readJson(bytes) : readTable(bytes, options);
}

function looksLikeJson(bytes: Uint8Array): boolean {
  const head = new TextDecoder("utf-8").decode(bytes.subarray(0, 64));
  return /^\s*[{[]/.test(head);
}

function readJson(bytes: Uint8Array): Result<WordingPack> {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    return fail("unreadable-file", error instanceof SyntaxError ? "wording.json" : "wording.encoding");
  }
  return parseWordingPack(content);
}

async function readTable(bytes: Uint8Array, options: CsvOptions): Promise<Result<WordingPack>> {
  const refused = (problems: readonly Problem[]): Result<WordingPack> =>
    fail("unreadable-file", "wording.table", { issues: problems.map(problemAsIssue) });
  const opened = await openCsv([bytes], options);
  if (opened.kind === "refused") return refused(opened.problems);
  const { header, events } = opened.file;
  const absent = WORDING_COLUMNS.filter((column) => !header.includes(column));
  if (absent.length > 0) {
    await events.return();
    return refused(absent.map((column) => ({ severity: "refuse", rule: "column-not-found", row: 1, column })));
  }
  const [kind, id, code, text] = WORDING_COLUMNS.map((column) => header.indexOf(column));
  const problems: Problem[] = [];
  const rows: WordingRow[] = [];
  for await (const event of events) {
    if (event.kind === "problem") {
      problems.push(event.problem);
      continue;
    }
    const cell = (position: number | undefined): string => event.cells[position ?? -1] ?? "";
    const row = { kind: cell(kind).trim(), id: cell(id).trim(), code: cell(code).trim(), text: cell(text) };
    // A line of the template that nobody has filled in yet: the pack lacks that text, which is for `wordingGaps` to say.
    if (row.text.trim() === "" && (row.kind === "item" || row.kind === "option")) continue;
    rows.push(row);
  }
  return problems.length > 0 ? refused(problems) : packFromRows(rows);
}
