import type { FileFormat } from "../../format";

/** A report of a programme, for editing in a word processor or as text. */
export const REPORT_FORMAT = {
  slug: "report",
  title: { en: "Report", zh: "报告" },
  mediaTypes: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "text/markdown"],
  extensions: [".docx", ".md"],
  reader: null,
  writer: { file: "docx", name: "writeReportDocx" },
  loss: {
    en: "Figures are rounded as on the page, and hidden ones stay hidden. Markdown says charts in words only. Whoever edits the file can change its figures: compare the stamp on its first page with the report in the program.",
    zh: "数字按页面的方式取舍，隐去的仍然隐去。Markdown 文件只用文字说明图表。编辑文件的人可以改动其中的数字：请将首页的编号与程序中的报告核对。",
  },
} as const satisfies FileFormat;
