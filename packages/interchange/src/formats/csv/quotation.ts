import type { CsvDelimiter } from "./delimiter";

/**
 * Whether the quotation in the head of a file cannot be right: a mark inside a cell, text after a closing mark, or a
 * mark that is still open where the sample ends. The row is not named here; the reader of the records finds it.
 */
export function hasBrokenQuotation(sample: string, delimiter: CsvDelimiter): boolean {
  const ends = (character: string | undefined): boolean =>
    character === undefined || character === delimiter || character === "\n" || character === "\r";
  let cellBegins = true;
  let quoted = false;
  for (let at = 0; at < sample.length; at += 1) {
    const character = sample[at];
    if (!quoted && character === '"') {
      if (!cellBegins) return true;
      quoted = true;
    } else if (quoted && character === '"') {
      if (sample[at + 1] === '"') at += 1;
      else if (ends(sample[at + 1])) quoted = false;
      else return true;
    }
    cellBegins = !quoted && ends(character);
  }
  return quoted;
}
