import type { FileFormat } from "../../format";

/** Results as laboratories send them: one row each, as text or as a workbook, in columns of the laboratory's own. */
export const LABORATORY_FILE_FORMAT = {
  slug: "laboratory-file",
  title: { en: "Laboratory file", zh: "实验室结果文件" },
  mediaTypes: ["text/csv", "text/plain", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  extensions: [".csv", ".tsv", ".txt", ".xlsx"],
  reader: { file: "row-reader", name: "createRowReader" },
  writer: null,
  loss: {
    en: "Only the columns of the mapping are read; names, telephone numbers and whatever else stands in the others is not taken. A result keeps the text that was printed.",
    zh: "只读取映射中的列；其余列中的姓名、电话等一概不取。结果保留原印文字。",
  },
} as const satisfies FileFormat;
