import type { ReportBlock } from "@alongside/domain/report/report-document";
import { fill } from "../words/fill";
import { heading, measureName, plain, type Writing } from "./writing";

/** Who has no score, and what follows from it. */
export function missingSection({ words, figures, lines, language, text }: Writing): readonly ReportBlock[] {
  const { missing, results } = words;
  const head = heading(1, words.sections.missing, "missing");
  if (lines.length === 0) return [head, plain(missing.nothing)];
  return [
    head,
    plain(missing.text),
    plain(missing.rule),
    {
      kind: "table",
      caption: fill(missing.caption, { from: figures.baseline?.label ?? "", to: figures.at?.label ?? "" }),
      head: [results.outcome, missing.withoutBaseline, missing.lost, missing.unscored],
      rows: lines.map((line) => [
        `${measureName(line, language)} · ${line.cohortName}`,
        text.count(line.cohort.withoutBaseline),
        text.count(line.followUp.lost),
        text.count(line.followUp.unscored),
      ]),
      notes: [],
    },
  ];
}
