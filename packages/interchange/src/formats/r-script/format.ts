import type { FileFormat } from "../../format";

/** A script for R that carries its data, computes the figures of one outcome again and compares. */
export const R_SCRIPT_FORMAT = {
  slug: "r-script",
  title: { en: "R script of an outcome", zh: "单项结果的 R 脚本" },
  mediaTypes: ["text/plain"],
  extensions: [".R"],
  reader: null,
  writer: { file: "write-r-script", name: "writeRScript" },
  loss: {
    en: "People are row numbers without codes, cohorts are letters and sites are numbers. Figures that the page withholds to protect people are left out, and so are the columns from which they could be counted.",
    zh: "个人只有行号，没有编号；队列为字母，站点为数字。页面上为保护个人而隐去的数字不在其中，可据以推算这些数字的列也不在其中。",
  },
} as const satisfies FileFormat;
