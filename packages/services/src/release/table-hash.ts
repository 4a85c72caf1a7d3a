import { createHash } from "node:crypto";
import { canonicalText } from "../canonical-hash";
import type { ScoresTable, ToldLine } from "./scores-table";

/** Text is handed to the hash in pieces of about so many characters. */
const PIECE = 65_536;

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

/** `canonicalText` of a line, written out because there may be a million of them. */
function lineText(line: ToldLine): string {
  const said = JSON.stringify;
  return (
    `{"cohort":${said(line.cohort)},"date":${said(line.date)},"day":${said(line.day)},"measure":${said(line.measure)},` +
    `"missing":${said(line.missing)},"participantId":${said(line.participantId)},"score":${said(line.score)},` +
    `"site":${said(line.site)},"standing":${said(line.standing)},"timepoint":${said(line.timepoint)},` +
    `"version":${said(line.version)}}`
  );
}
