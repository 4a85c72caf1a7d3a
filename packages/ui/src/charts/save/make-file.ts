import { tablesBeside } from "./beside";
import type { ChartFilesSetting } from "./chart-files";
import type { ChartFormat } from "./file-name.model";
import { drawPicture, type Picture } from "./picture";
import { pngFile, svgFile } from "./picture-file";
import { tablesCsv } from "./table-csv.model";

/** The file of one chart; null where the browser cannot make it, or there is nothing to make it of. */
export async function makeFile(
  { about, cautions, words }: ChartFilesSetting,
  format: ChartFormat,
  figure: HTMLElement,
  shown: Omit<Picture, "about" | "cautions" | "source"> | null,
): Promise<Blob | null> {
  const { source, sourceColumn } = words;
  if (format === "csv") {
    const tables = tablesBeside(figure);
    const text = [source, ...cautions].join(" · ");
    const csv = tables.length === 0 ? null : tablesCsv(tables, { heading: sourceColumn, text });
    return csv === null ? null : new Blob([csv], { type: "text/csv;charset=utf-8" });
  }
  const drawn = shown === null ? null : drawPicture({ ...shown, about, cautions, source });
  if (drawn === null) return null;
  if (format === "png") return pngFile(drawn);
  const svg = await svgFile(drawn);
  return svg === null ? null : new Blob([svg], { type: "image/svg+xml" });
}
