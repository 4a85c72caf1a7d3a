import type { ReportBlock } from "@alongside/domain/report/report-document";
import { fill } from "../words/fill";
import { heading, large, measureName, type Writing } from "./writing";

/** One page in plain words: no statistics, and nothing said that the tables do not say. */
export function summarySection({ words, figures, lines, language, text }: Writing): readonly ReportBlock[] {
  const { summary } = words;
  const { table } = figures.change;
  const told = table.cohorts.map(({ id, name }) => {
    const own = lines.filter(({ cohort }) => cohort.cohortId === id);
    const enrolled = own[0]?.cohort.enrolled;
    const names = (is: (line: Writing["lines"][number]) => boolean) =>
      own
        .filter(is)
        .map((line) => measureName(line, language))
        .join(summary.separator);
    const sentences = (["better", "worse", "unclear", "other", "hidden"] as const).flatMap((verdict) => {
      const list = names((line) => verdictOf(line) === verdict);
      return list === "" ? [] : [fill(summary[verdict], { list })];
    });
    return { name, enrolled, sentences };
  });
  const people = told.flatMap(({ name, enrolled, sentences }): ReportBlock[] => {
    if (enrolled === undefined) return [];
    const intro = large(fill(summary.people, { cohort: name, enrolled: text.count(enrolled) }));
    return [
      intro,
      ...(sentences.length > 0 ? [{ kind: "list" as const, items: sentences, tone: "large" as const }] : []),
    ];
  });
  return [
    heading(1, words.sections.summary, "summary"),
    large(fill(summary.asked, { programme: figures.programme, time: figures.at?.label ?? "" })),
    ...(people.length > 0 ? people : [large(summary.nobody)]),
    large(summary.notAll),
    large(summary.notWhy),
    { kind: "page-break" },
  ];
}

/** The verdict of the Change page in words for everybody. */
function verdictOf({ followUp }: Writing["lines"][number]): "better" | "worse" | "unclear" | "other" | "hidden" {
  const { direction } = followUp;
  if (direction === "no-direction") return "other";
  return direction === "not-available" ? "hidden" : direction;
}
