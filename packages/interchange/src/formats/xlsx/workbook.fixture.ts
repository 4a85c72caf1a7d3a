import { crc32, deflateRawSync } from "node:zlib";
import type { StoredBytes } from "./zip";

/** A cell of a made workbook: text, a stored number with the number of its style, or nothing. */
export type MadeCell = string | null | { readonly number: string; readonly style?: number };

const encoder = new TextEncoder();

/** Parts as a ZIP package, the first one stored and the others deflated, as spreadsheet programs mix them. */
export function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  const [locals, centrals]: [Uint8Array[], Uint8Array[]] = [[], []];
  let offset = 0;
  for (const [index, [name, text]] of Object.entries(parts).entries()) {
    const [nameBytes, content] = [encoder.encode(name), encoder.encode(text)];
    const method = index === 0 ? 0 : 8;
    const packed = method === 0 ? content : new Uint8Array(deflateRawSync(content));
    const rest = [method, 0, 0, crc32(content), packed.length, content.length, nameBytes.length];
    const local = join(numbers([0x04034b50, 20, 0], "422"), numbers([...rest, 0], "22244422"), nameBytes, packed);
    const about = numbers([0x02014b50, 20, 20, 0], "4222");
    const behind = numbers([...rest, 0, 0, 0, 0, 0, offset], "2224442222244");
    centrals.push(join(about, behind, nameBytes));
    locals.push(local);
    offset += local.length;
  }
  const directory = join(...centrals);
  const count = centrals.length;
  const end = numbers([0x06054b50, 0, 0, count, count, directory.length, offset, 0], "42222442");
  return join(...locals, directory, end);
}

function numbers(values: readonly number[], widths: string): Uint8Array {
  const bytes: number[] = [];
  for (const [index, value] of values.entries()) {
    for (let byte = 0; byte < Number(widths[index]); byte += 1) bytes.push((value >>> (8 * byte)) & 255);
  }
  return new Uint8Array(bytes);
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Number formats of the styles 0 to 5 of a made workbook. */
export const STYLES = { plain: 0, day: 1, dayAndTime: 2, percent: 3, sign: 4, ownDay: 5 } as const;
const FORMATS = [
  '<numFmt numFmtId="164" formatCode="&quot;&lt;&quot;0"/>',
  '<numFmt numFmtId="165" formatCode="[$-409]dd\\-mmm\\-yyyy;@"/>',
];

/** A workbook of one sheet "Results" and an empty one, with texts shared. */
export function workbookOf(rows: readonly (readonly MadeCell[])[], workbookPr = ""): Uint8Array {
  const shared: string[] = [];
  const cell = (made: MadeCell, row: number, column: number): string => {
    const at = `r="${String.fromCharCode(65 + column)}${row}"`;
    if (made === null) return "";
    if (typeof made !== "string") return `<c ${at} s="${made.style ?? 0}"><v>${made.number}</v></c>`;
    shared.push(made);
    return `<c ${at} t="s"><v>${shared.length - 1}</v></c>`;
  };
  const lines = rows.map(
    (cells, index) =>
      `<row r="${index + 1}">${cells.map((made, column) => cell(made, index + 1, column)).join("")}</row>`,
  );
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const xfs = [0, 14, 22, 9, 164, 165].map((id) => `<xf numFmtId="${id}"/>`).join("");
  return zipOf({
    "[Content_Types].xml": `${head}<Types/>`,
    "_rels/.rels": `${head}<Relationships><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${head}<workbook xmlns:r="${office}">${workbookPr}<sheets><sheet name="Results" sheetId="1" r:id="rId1"/><sheet name="Other" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
    "xl/styles.xml": `${head}<styleSheet><numFmts>${FORMATS.join("")}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${xfs}</cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `${head}<worksheet><sheetData>${lines.join("")}</sheetData></worksheet>`,
    "xl/worksheets/sheet2.xml": `${head}<worksheet><sheetData/></worksheet>`,
    "xl/sharedStrings.xml": `${head}<sst>${shared.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")}</sst>`,
  });
}

/** Bytes as a stored file that never gives more than it is asked for. */
export function stored(bytes: Uint8Array): StoredBytes {
  return { size: bytes.length, read: async (offset, length) => bytes.slice(offset, offset + length) };
}
