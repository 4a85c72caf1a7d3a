import type { DataPackage } from "./data-package";
import type { PackageTables } from "./tables-of";

const WORDS = {
  en: {
    title: "Data package",
    stamp: (code: string, hash: string, isSnapshot: boolean) =>
      `${isSnapshot ? "Snapshot" : "Rows"} ${code}, SHA-256 ${hash}`,
    made: (at: string) => `Made ${at}`,
    files: "What is in it",
    table: (rows: number, columns: number) => `${rows} rows, ${columns} variables`,
    others: [
      "codebook.csv, codebook.json: every variable with its label, unit, limits, values and missing codes",
      "datapackage.json: the same for programs that know the Frictionless Data Package",
      "read-data.R, read-data.sps, read-data.do: read the tables into R, SPSS and Stata with labels and missing codes",
      "scores-long.parquet: the long table for Python, R arrow and DuckDB",
    ],
    not: "What is not in it",
    notText: [
      "Names, codes or contacts of people: they are numbers, drawn anew for every package, so two packages cannot be joined.",
      "Answers to single questions, and results of a laboratory.",
      "Measures and groups with too few people, and people who do not allow that their data leave the programme.",
    ],
    missing: "A missing score is never zero. In the tables beside the long one it is a code below every score:",
    terms: "Terms",
  },
  zh: {
    title: "数据包",
    stamp: (code: string, hash: string, isSnapshot: boolean) =>
      `${isSnapshot ? "快照" : "数据行"} ${code}，SHA-256 ${hash}`,
    made: (at: string) => `生成于 ${at}`,
    files: "包含的内容",
    table: (rows: number, columns: number) => `${rows} 行，${columns} 个变量`,
    others: [
      "codebook.csv、codebook.json：每个变量的标签、单位、范围、取值和缺失代码",
      "datapackage.json：供识别 Frictionless Data Package 的程序使用，内容相同",
      "read-data.R、read-data.sps、read-data.do：将各表连同标签和缺失代码读入 R、SPSS 和 Stata",
      "scores-long.parquet：长表，供 Python、R arrow 和 DuckDB 使用",
    ],
    not: "不包含的内容",
    notText: [
      "人员的姓名、编码或联系方式：人员以号码表示，每个数据包重新抽取，因此两个数据包无法对接。",
      "各题的回答，以及化验结果。",
      "人数太少的指标和群体，以及不同意其数据离开项目的人。",
    ],
    missing: "缺失得分从不为零。在长表以外的各表中，它是低于一切得分的代码：",
    terms: "条款",
  },
} as const;

/** What every file is, in plain words, for whoever opens the package years later. */
export function writeReadme(
  given: DataPackage,
  { tables }: PackageTables,
  missing: readonly { readonly value: number; readonly label: string }[],
): string {
  const { stamp, madeAt, language, terms } = given;
  const words = WORDS[language];
  return [
    words.title,
    words.stamp(stamp.code, stamp.hash, stamp.isSnapshot),
    words.made(madeAt),
    "",
    words.files,
    ...tables.map(
      ({ name, label, size, variables }) =>
        `- ${name}.csv: ${label[language]} (${words.table(size.rows, variables.length)})`,
    ),
    ...words.others.map((line) => `- ${line}`),
    "",
    words.missing,
    ...missing.map(({ value, label }) => `  ${value}  ${label}`),
    "",
    words.not,
    ...words.notText.map((line) => `- ${line}`),
    "",
    words.terms,
    ...terms.map(({ label, value }) => `- ${label}: ${value.replaceAll(/[\r\n]+/g, " ")}`),
    "",
  ].join("\r\n");
}
