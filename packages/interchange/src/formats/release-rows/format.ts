import type { FileFormat } from "../../format";

/** Scores of people, one line a person, time and measure. */
export const RELEASE_ROWS_FORMAT = {
  slug: "release-rows",
  title: { en: "Table of scores", zh: "得分表" },
  mediaTypes: ["text/csv"],
  extensions: [".csv"],
  reader: null,
  writer: { file: "write-release-rows", name: "writeReleaseRows" },
  loss: {
    en: "People are numbers that are drawn anew for every file, so two files cannot be joined. Answers to single questions, results of a laboratory and, unless asked for, days of the calendar are not in it.",
    zh: "人员用每个文件重新抽取的号码表示，因此两个文件无法对接。文件不含各题的回答和化验结果；除非另行要求，也不含日历日期。",
  },
} as const satisfies FileFormat;
