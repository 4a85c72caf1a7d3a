import { createHash } from "node:crypto";
import { canonicalText } from "../canonical-hash";
import type { ScoresTable, ToldLine } from "./scores-table";

/** Text is handed to the hash in pieces of about so many characters. */
const PIECE = 65_536;
/** As many different words are remembered; a table has a few hundred. */
const MOST_WORDS = 10_000;

/**
 * The fingerprint of a table: `canonicalHash` of `{ columns, language, lines }`, taken line by line so that the whole is never in
 * memory.
 * @param language of a package; none for rows alone
 */
export function tableHash({ columns, people }: Pick<ScoresTable, "columns" | "people">, language?: string): string {
  const hash = createHash("sha256");
  const told = language === undefined ? "" : `"language":${JSON.stringify(language)},`;
  let text = `{"columns":${canonicalText([...columns])},${told}"lines":[`;
  let before = "";
  const lineText = lineWriter();
  for (const { lines } of people) {
    for (const line of lines()) {
      text += before + lineText(line);
      before = ",";
    }
    if (text.length < PIECE) continue;
    hash.update(text);
    text = "";
  }
  return hash.update(`${text}]}`).digest("hex");
}

/** `canonicalText` of lines, written out because there may be a million of them; words come again and again. */
function lineWriter(): (line: ToldLine) => string {
  const words = new Map<string, string>();
  const said = (word: string | null) => {
    if (word === null) return "null";
    const known = words.get(word) ?? JSON.stringify(word);
    if (words.size < MOST_WORDS) words.set(word, known);
    return known;
  };
  return (line) =>
    `{"cohort":${said(line.cohort)},"date":${said(line.date)},"day":${line.day},"measure":${said(line.measure)},` +
    `"missing":"${line.missing}","participantId":"${line.participantId}","score":${JSON.stringify(line.score)},` +
    `"site":${said(line.site)},"standing":${said(line.standing)},"timepoint":${said(line.timepoint)},` +
    `"version":${said(line.version)}}`;
}
