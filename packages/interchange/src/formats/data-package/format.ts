import type { FileFormat } from "../../format";

/** Scores of people as a package that R, SPSS, Stata and Python open with names, labels and missing codes in place. */
export const DATA_PACKAGE_FORMAT = {
  slug: "data-package",
  title: { en: "Data package", zh: "数据包" },
  mediaTypes: ["application/zip"],
  extensions: [".zip"],
  reader: null,
  writer: { file: "write-package", name: "writePackagePieces" },
  loss: {
    en: "People are numbers that are drawn anew for every package, so two packages cannot be joined. Answers to single questions and results of a laboratory are not in it. In SPSS and Stata a missing score is a code below every score; in R and Parquet it is missing, with the reason in the long table.",
    zh: "人员用每个数据包重新抽取的号码表示，因此两个数据包无法对接。不含各题的回答和化验结果。在 SPSS 和 Stata 中，缺失得分是低于一切得分的代码；在 R 和 Parquet 中为缺失值，原因见长表。",
  },
} as const satisfies FileFormat;
