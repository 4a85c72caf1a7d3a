import type { FileFormat } from "../../format";

/** Delimited text of any content: the ground on which the other table formats stand. */
export const CSV_FORMAT = {
  slug: "csv",
  title: { en: "Delimited text (CSV)", zh: "分隔文本（CSV）" },
  mediaTypes: ["text/csv", "text/tab-separated-values", "text/plain"],
  extensions: [".csv", ".tsv", ".txt"],
  reader: { file: "read", name: "openCsv" },
  writer: { file: "write", name: "writeCsv" },
  loss: {
    en: "Everything becomes text. Text that a spreadsheet would run as a formula is written with a leading apostrophe and refused when read.",
    zh: "所有内容都变为文本。电子表格会当作公式执行的文本，写出时前面加撇号，读入时予以拒绝。",
  },
} as const satisfies FileFormat;
