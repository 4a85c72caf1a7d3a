import type { ShownCount } from "@alongside/analysis/disclosure-control/shown-count";
import type { ReportBlock } from "@alongside/domain/report/report-document";
import { fill } from "../words/fill";
import { heading, plain, type Writing } from "./writing";

/** Which rule hides small groups, and how much it hid here. */
export function disclosureSection({ words, figures, lines, text }: Writing): readonly ReportBlock[] {
  const { disclosure } = words;
  const { threshold, meansFrom } = figures.change.table;
  const hidden = lines.reduce((sum, line) => sum + hiddenIn(line), 0);
  return [
    heading(1, words.sections.disclosure, "disclosure"),
    ...(threshold === 1
      ? [plain(disclosure.free)]
      : [
          plain(fill(disclosure.threshold, { threshold: text.number(threshold), means: text.number(meansFrom) })),
          plain(disclosure.rule),
          plain(hidden === 0 ? disclosure.nothingHidden : fill(disclosure.hidden, { n: text.number(hidden) })),
        ]),
    plain(disclosure.noRows),
  ];
}

/** Figures of a line that are hidden or told as a range. */
function hiddenIn({ cohort, followUp }: Writing["lines"][number]): number {
  const counts: readonly ShownCount[] = [
    ...[cohort.enrolled, cohort.withoutBaseline],
    ...[followUp.paired, followUp.lost, followUp.unscored],
  ];
  const figures = [followUp.summary, followUp.change, followUp.standardised];
  return (
    counts.filter(({ kind }) => kind !== "exact").length + figures.filter(({ kind }) => kind === "suppressed").length
  );
}
