import type { FileFormat } from "../../format";

/** A script for R that carries its data, computes the figures of the page of results again and compares. */
export const R_RESULTS_FORMAT = {
  slug: "r-results",
  title: { en: "R script of results over time", zh: "结果变化的 R 脚本" },
  mediaTypes: ["text/plain"],
  extensions: [".R"],
  reader: null,
  writer: { file: "write-r-results", name: "writeRResults" },
  loss: {
    en: "People are row numbers without codes, and cohorts are letters. Figures that the page withholds to protect people are left out, and so are the rows from which they could be counted; what happened after a curve ends is left out as well.",
    zh: "个人只有行号，没有编号；队列为字母。页面上为保护个人而隐去的数字不在其中，可据以推算这些数字的行也不在其中；曲线终止之后发生的情况同样不在其中。",
  },
} as const satisfies FileFormat;
