import type { FileFormat } from "../../format";

/** The measurements of an existing study, one value per row or one column per occasion. */
export const STUDY_CSV_FORMAT = {
  slug: "study-csv",
  title: { en: "Study file", zh: "研究数据文件" },
  mediaTypes: ["text/csv", "text/tab-separated-values", "text/plain"],
  extensions: [".csv", ".tsv", ".txt"],
  reader: { file: "read-study", name: "readStudy" },
  writer: null,
  loss: {
    en: "Only total scores and other numbers are taken, no item answers and no columns that the mapping leaves out. A cell that says a value is missing is the same as no cell.",
    zh: "只读取总分和其他数值，不读取逐题答案，也不读取映射中未列出的列。注明缺失的单元格与没有该单元格等同。",
  },
} as const satisfies FileFormat;
