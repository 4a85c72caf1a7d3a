import type { FileFormat } from "../../format";

/** A list of what waits to be done about results. */
export const WORKLIST_CSV_FORMAT = {
  slug: "worklist-csv",
  title: { en: "Worklist", zh: "工作清单" },
  mediaTypes: ["text/csv"],
  extensions: [".csv"],
  reader: null,
  writer: { file: "write-worklist", name: "writeWorklistCsv" },
  loss: {
    en: "The list as it was on the day it was saved. Of each person it holds the code and the one result the line is about, not the history, and not how the result was checked.",
    zh: "保存当天的清单。每人只有编号和该行所涉及的一个结果，没有历史，也没有核对经过。",
  },
} as const satisfies FileFormat;
