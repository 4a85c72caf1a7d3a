import type { FileFormat } from "../../format";

/** The table of the Change page as it is shown. */
export const CHANGE_CSV_FORMAT = {
  slug: "change-csv",
  title: { en: "Change table", zh: "变化表" },
  mediaTypes: ["text/csv"],
  extensions: [".csv"],
  reader: null,
  writer: { file: "write-change", name: "writeChangeCsv" },
  loss: {
    en: "Numbers are rounded as on the page, and cells withheld there to protect people hold the same words here. Nothing can be recovered from the file that the page does not show.",
    zh: "数字按页面显示的方式取舍；页面上为保护个人而隐去的单元格，文件中为同样的文字。文件中没有页面未显示的内容。",
  },
} as const satisfies FileFormat;
