/** The characters that may stand between cells, most usual first. */
export const CSV_DELIMITERS = [",", ";", "\t", "|"] as const;
export type CsvDelimiter = (typeof CSV_DELIMITERS)[number];

/** Names of the delimiters for messages; a tab cannot be shown as itself. */
export const DELIMITER_NAMES = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
} as const satisfies Record<CsvDelimiter, string>;

export interface DelimiterCandidate {
  readonly delimiter: CsvDelimiter;
  /** Number of columns of the header. */
  readonly columns: number;
  /** Share of the sample's other rows that have as many cells as the header; 1 when there are none. */
  readonly agreement: number;
}

/** Rows of the sample that are looked at. */
const SAMPLE_ROWS = 50;

/**
 * How the head of a file falls apart under each delimiter. Quotation marks are honoured, so a delimiter inside quotes
 * does not count; ignoring them tells what a file with a broken quotation was meant to be. `complete` says whether the
 * sample is the whole file; otherwise its last line is left out.
 */
export function tryDelimiters(
  sample: string,
  complete: boolean,
  quotation: "honoured" | "ignored" = "honoured",
): DelimiterCandidate[] {
  return CSV_DELIMITERS.map((delimiter) => {
    const widths = recordWidths(sample, delimiter, quotation);
    if (!complete && widths.length > 1) widths.pop();
    const columns = widths[0] ?? 0;
    const others = widths.slice(1);
    const same = others.filter((width) => width === columns).length;
    return { delimiter, columns, agreement: others.length === 0 ? 1 : same / others.length };
  });
}

/** The most convincing candidate: several columns, best agreement, then most columns. Undefined when none has two. */
export function likeliestDelimiter(candidates: readonly DelimiterCandidate[]): DelimiterCandidate | undefined {
  return candidates
    .filter((candidate) => candidate.columns > 1)
    .reduce<DelimiterCandidate | undefined>((best, candidate) => {
      if (best === undefined) return candidate;
      if (candidate.agreement !== best.agreement) return candidate.agreement > best.agreement ? candidate : best;
      return candidate.columns > best.columns ? candidate : best;
    }, undefined);
}

/** Cells per record, blank lines left out. A plain walk: it must neither throw nor be exact about broken quotation. */
function recordWidths(sample: string, delimiter: CsvDelimiter, quotation: "honoured" | "ignored"): number[] {
  const widths: number[] = [];
  let cells = 1;
  let blank = true;
  let quoted = false;
  for (let at = 0; at < sample.length && widths.length <= SAMPLE_ROWS; at += 1) {
    const character = sample[at];
    if (quotation === "honoured" && character === '"') quoted = !quoted;
    if (!quoted && (character === "\n" || character === "\r")) {
      if (!blank) widths.push(cells);
      cells = 1;
      blank = true;
      continue;
    }
    blank = false;
    if (!quoted && character === delimiter) cells += 1;
  }
  if (!blank) widths.push(cells);
  return widths;
}
