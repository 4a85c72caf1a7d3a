import { builtInMeaning, formatMeaning, type NumberMeaning } from "./number-format";
import { type Package, readSmallPart, readXmlPart } from "./parts";
import { XlsxRefusal } from "./refusal";
import { XLSX_LIMITS } from "./rules";

/** What is needed of a workbook to read one of its sheets. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly from1904: boolean;
  /** By the number of a cell's style. */
  readonly meanings: readonly NumberMeaning[];
  readonly sharedTexts: readonly string[];
}

/** Reads everything but the sheets. Throws XlsxRefusal. */
export async function readWorkbook(parts: Package): Promise<Workbook> {
  const path = await workbookPath(parts);
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const targets = new Map<string, string>();
  await readSmallPart(parts, `${folder}_rels/${path.slice(folder.length)}.rels`, {
    ...QUIET,
    open: (name, attribute) => {
      if (name === "Relationship") targets.set(attribute("Id") ?? "", resolve(folder, attribute("Target") ?? ""));
    },
  });
  const sheets: { name: string; path: string }[] = [];
  let from1904 = false;
  await readSmallPart(parts, path, {
    ...QUIET,
    open: (name, attribute) => {
      if (name === "workbookPr") from1904 = /^(1|true)$/.test(attribute("date1904") ?? "");
      if (name !== "sheet") return;
      const target = targets.get(attribute("id") ?? "");
      if (target !== undefined && parts.entries.has(target))
        sheets.push({ name: attribute("name") ?? "", path: target });
    },
  });
  if (sheets.length === 0) throw new XlsxRefusal("workbook-damaged");
  const meanings = await readMeanings(parts, `${folder}styles.xml`);
  return { sheets, from1904, meanings, sharedTexts: await readSharedTexts(parts, `${folder}sharedStrings.xml`) };
}

const QUIET = { open: () => {}, close: () => {}, text: () => {} };

async function workbookPath(parts: Package): Promise<string> {
  let found = "";
  await readSmallPart(parts, "_rels/.rels", {
    ...QUIET,
    open: (name, attribute) => {
      if (name !== "Relationship" || !(attribute("Type") ?? "").endsWith("/officeDocument")) return;
      found = resolve("", attribute("Target") ?? "");
    },
  });
  if (!parts.entries.has(found)) throw new XlsxRefusal("workbook-damaged");
  return found;
}

/** A target of a relationship: absolute in the package, or below the folder it is named in. */
function resolve(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  return `${folder}${target}`.replace(/[^/]+\/\.\.\//g, "");
}

async function readMeanings(parts: Package, path: string): Promise<readonly NumberMeaning[]> {
  const written = new Map<number, NumberMeaning>();
  const meanings: NumberMeaning[] = [];
  let inCellFormats = false;
  await readSmallPart(parts, path, {
    ...QUIET,
    open: (name, attribute) => {
      if (name === "numFmt") written.set(Number(attribute("numFmtId")), formatMeaning(attribute("formatCode") ?? ""));
      if (name === "cellXfs") inCellFormats = true;
      if (name !== "xf" || !inCellFormats) return;
      const id = Number(attribute("numFmtId") ?? 0);
      meanings.push(written.get(id) ?? builtInMeaning(id));
    },
    close: (name) => {
      if (name === "cellXfs") inCellFormats = false;
    },
  });
  return meanings;
}

async function readSharedTexts(parts: Package, path: string): Promise<readonly string[]> {
  const texts: string[] = [];
  let [held, isText, isReading, characters] = ["", false, false, 0];
  const handler = {
    open: (name: string) => {
      if (name === "si") held = "";
      if (name === "rPh") isReading = true;
      isText = name === "t" && !isReading;
    },
    close: (name: string) => {
      if (name === "rPh") isReading = false;
      if (name === "t") isText = false;
      if (name === "si") texts.push(plainText(held));
    },
    text: (text: string) => {
      if (!isText) return;
      held += text;
      characters += text.length;
      if (characters > XLSX_LIMITS.sharedCharacters) {
        throw new XlsxRefusal("workbook-too-large", { params: { limit: XLSX_LIMITS.sharedCharacters } });
      }
    },
  };
  for await (const _turn of readXmlPart(parts, path, handler, XLSX_LIMITS.sheetBytes));
  return texts;
}

/** Characters that XML cannot hold are written as _x000D_. */
export function plainText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-F]{4})_/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
