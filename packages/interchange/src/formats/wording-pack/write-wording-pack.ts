import { WORDING_COLUMNS, type WordingPack } from "@alongside/domain/instruments/wording-pack";
import { writeCsv } from "../csv/write";

/**
 * A pack as a file. "csv" is for filling in with a spreadsheet program (a template is a pack whose texts a person
 * replaces); "json" is exact.
 */
export function writeWordingPack(pack: WordingPack, as: "json" | "csv"): string {
  if (as === "json") return `${JSON.stringify(pack, null, 2)}\n`;
  const single = (["instrument", "edition", "language", "title", "instructions"] as const).map((kind) => [
    kind,
    "",
    "",
    pack[kind],
  ]);
  const items = Object.entries(pack.items).map(([id, text]) => ["item", id, "", text]);
  const options = Object.entries(pack.options).flatMap(([set, labels]) =>
    Object.entries(labels).map(([code, text]) => ["option", set, code, text]),
  );
  return writeCsv([[...WORDING_COLUMNS], ...single, ...items, ...options]);
}
