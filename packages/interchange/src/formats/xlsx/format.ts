import type { FileFormat } from "../../format";

/** Workbooks of spreadsheet programs: one sheet as a table. */
export const XLSX_FORMAT = {
  slug: "xlsx",
  title: { en: "Spreadsheet workbook", zh: "电子表格工作簿" },
  mediaTypes: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  extensions: [".xlsx"],
  reader: { file: "read", name: "openXlsx" },
  writer: null,
  loss: {
    en: "One sheet is read. Formulas give the value that was last computed; colours, comments, pictures and merged cells are not read. A number is read as it is stored, not as it is rounded on the screen.",
    zh: "只读取一个工作表。公式取最后计算的值；颜色、批注、图片和合并单元格不读取。数值按存储值读取，而非屏幕上四舍五入的显示值。",
  },
} as const satisfies FileFormat;
