import { isFormula } from "@alongside/domain/display/spreadsheet-formula";
import type { Problem } from "../../problem";
import { shorten } from "../../problem";
import { type ByteSource, decodeFile } from "./decode";
import {
  type CsvDelimiter,
  DELIMITER_NAMES,
  type DelimiterCandidate,
  likeliestDelimiter,
  tryDelimiters,
} from "./delimiter";
import type { CsvEncoding, DetectedEncoding } from "./encoding";
import { headerProblems } from "./header";
import { hasBrokenQuotation } from "./quotation";
import { type CsvRecord, readRecords } from "./records";
import { CsvRefusal } from "./refusal";

export interface CsvOptions {
  /** What the person chose after "auto" was refused, or "auto". */
  readonly encoding?: CsvEncoding | undefined;
  readonly delimiter?: CsvDelimiter | "auto" | undefined;
}

/**
 * A row in good order, or a problem. A row with a problem of its own is not also given as a row; its cells come with the
 * problem. A problem without cells is about the whole file, and nothing comes after it.
 */
export type CsvEvent =
  | { readonly kind: "row"; readonly row: number; readonly cells: readonly string[] }
  | { readonly kind: "problem"; readonly problem: Problem; readonly cells?: readonly string[] };

export interface CsvFile {
  readonly encoding: DetectedEncoding;
  readonly delimiter: CsvDelimiter;
  /** Column names, trimmed, distinct, none empty. Every row has exactly as many cells. */
  readonly header: readonly string[];
  /** The rows below the header, once, in order. Reads on demand; never throws for what a file contains. */
  readonly events: AsyncGenerator<CsvEvent, void, void>;
}

export type OpenedCsv =
  | { readonly kind: "opened"; readonly file: CsvFile }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

const SAMPLE_CHARACTERS = 65_536;

/**
 * Opens a delimited text file: finds its encoding and delimiter, checks its header, and gives its rows one by one, so
 * that a file of any length needs the memory of one piece of it. What is wrong comes back as problems; only a failing
 * byte source throws.
 */
export async function openCsv(bytes: ByteSource, options: CsvOptions = {}): Promise<OpenedCsv> {
  const { encoding, text } = await decodeFile(bytes, options.encoding ?? "auto");
  try {
    const { sample, complete } = await takeSample(text);
    const delimiter = chooseDelimiter(sample, complete, options.delimiter ?? "auto");
    const records = readRecords(resume(sample, text), delimiter);
    const first = await records.next();
    if (first.done === true) throw new CsvRefusal("empty-file");
    const header = first.value.cells.map((name) => name.trim());
    const problems = headerProblems(header, first.value.row);
    if (problems.length > 0) {
      await records.return();
      return { kind: "refused", problems };
    }
    return { kind: "opened", file: { encoding, delimiter, header, events: rowEvents(records, header) } };
  } catch (error) {
    await text.return();
    if (error instanceof CsvRefusal) return { kind: "refused", problems: [error.problem] };
    throw error;
  }
}

/** The head of the text: enough to try delimiters on, and at least one whole line. */
async function takeSample(
  text: AsyncGenerator<string, void, void>,
): Promise<{ readonly sample: string; readonly complete: boolean }> {
  let sample = "";
  let wholeLine = false;
  while (sample.length < SAMPLE_CHARACTERS || !wholeLine) {
    const next = await text.next();
    if (next.done === true) {
      if (sample.trim() === "") throw new CsvRefusal("empty-file");
      return { sample, complete: true };
    }
    sample += next.value;
    wholeLine ||= /[\r\n]/.test(next.value);
  }
  return { sample, complete: false };
}

async function* resume(head: string, rest: AsyncGenerator<string, void, void>): AsyncGenerator<string, void, void> {
  try {
    yield head;
    yield* rest;
  } finally {
    await rest.return();
  }
}

function chooseDelimiter(sample: string, complete: boolean, wanted: CsvDelimiter | "auto"): CsvDelimiter {
  const candidates = tryDelimiters(sample, complete);
  const likeliest = likeliestDelimiter(candidates);
  const chosen = wanted === "auto" ? likeliest : candidates.find((candidate) => candidate.delimiter === wanted);
  if (chosen !== undefined && isConvincing(chosen)) return chosen.delimiter;
  // A quotation that never closes swallows the delimiters behind it. The file is then opened with the delimiter its lines
  // have, so that the reader names the quotation and its row.
  const meant = likeliestDelimiter(
    tryDelimiters(sample, complete, "ignored").filter(({ delimiter }) => wanted === "auto" || delimiter === wanted),
  );
  if (meant !== undefined && isConvincing(meant) && hasBrokenQuotation(sample, meant.delimiter)) return meant.delimiter;
  const params = {
    delimiter: chosen === undefined ? "none" : DELIMITER_NAMES[chosen.delimiter],
    suggested: likeliest === undefined ? "none" : DELIMITER_NAMES[likeliest.delimiter],
  };
  throw new CsvRefusal(chosen === undefined || chosen.columns < 2 ? "delimiter" : "delimiter-inconsistent", {
    row: 1,
    params,
  });
}

/** Where fewer than half of the rows look like the header, they are separated by something else, or it is no table. */
function isConvincing({ columns, agreement }: DelimiterCandidate): boolean {
  return columns > 1 && agreement >= 0.5;
}

async function* rowEvents(
  records: AsyncGenerator<CsvRecord, void, void>,
  header: readonly string[],
): AsyncGenerator<CsvEvent, void, void> {
  let any = false;
  try {
    for await (const { row, cells } of records) {
      any = true;
      if (cells.length !== header.length) {
        const params = { expected: header.length, found: cells.length };
        yield { kind: "problem", problem: { severity: "refuse", rule: "ragged-row", row, params }, cells };
        continue;
      }
      let clean = true;
      for (const [index, cell] of cells.entries()) {
        if (cell === "" || !isFormula(cell)) continue;
        clean = false;
        const problem: Problem = { severity: "refuse", rule: "formula", row, value: shorten(cell) };
        yield { kind: "problem", problem: { ...problem, column: header[index] ?? "" }, cells };
      }
      if (clean) yield { kind: "row", row, cells };
    }
    if (!any) yield { kind: "problem", problem: { severity: "refuse", rule: "no-rows" } };
  } catch (error) {
    if (!(error instanceof CsvRefusal)) throw error;
    yield { kind: "problem", problem: error.problem };
  }
}
