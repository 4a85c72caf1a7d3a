import { importantDifferenceVerdict } from "@alongside/analysis/change-detail/important-difference";
import type { ReportBlock } from "@alongside/domain/report/report-document";
import { forestChart } from "@alongside/interchange/formats/report/forest-chart";
import { fill } from "../words/fill";
import { domainName, heading, measureName, plain, type Writing } from "./writing";

type Line = Writing["lines"][number];

/** The five domains, each with its table and its chart; that nothing measures one is said too. */
export function resultsSection(writing: Writing): readonly ReportBlock[] {
  const { words, figures, lines, language } = writing;
  const domains = figures.change.table.domains.flatMap(({ domain }) => (domain === null ? [] : [domain]));
  return [
    heading(1, words.sections.results, "results"),
    plain(words.results.claim),
    ...domains.flatMap((domain) => {
      const own = lines.filter((line) => line.domain === domain);
      const name = domainName(domain, language);
      if (own.length === 0) return [heading(2, name), plain(words.results.nothing)];
      return [heading(2, name), domainTable(writing, name, own), ...chart(writing, name, own)];
    }),
  ];
}

function domainTable(writing: Writing, domain: string, lines: readonly Line[]): ReportBlock {
  const { words, figures, text, language } = writing;
  const { results } = words;
  const isShare = ({ measure }: Line) => measure.description.yesOrNo === true;
  const directions = [
    ...new Map(
      lines.map((line) => [
        line.measure.description.measure,
        fill(results.directionOf, {
          measure: measureName(line, language),
          direction: words.direction[line.measure.description.improvement],
        }),
      ]),
    ).values(),
  ].join(words.summary.sentences);
  return {
    kind: "table",
    caption: fill(results.caption, {
      domain,
      from: figures.baseline?.label ?? "",
      to: figures.at?.label ?? "",
    }),
    head: [
      results.outcome,
      results.people,
      results.means,
      results.change,
      results.standardised,
      results.important,
      results.reading,
    ],
    rows: lines.map((line) => {
      const { followUp, cohort } = line;
      const share = isShare(line);
      return [
        rowName(line, writing),
        fill(results.ofEnrolled, { paired: text.count(followUp.paired), enrolled: text.count(cohort.enrolled) }),
        means(line, writing),
        text.estimate(followUp.change, share ? "share" : "mean"),
        share ? "" : text.estimate(followUp.standardised, "effect"),
        important(line, writing),
        words.verdict[followUp.direction],
      ];
    }),
    notes: [
      fill(results.note, { directions }),
      results.importantNote,
      ...(lines.some(isShare) ? [results.shares] : []),
    ],
  };
}

function rowName(line: Line, { language }: Writing): string {
  return `${measureName(line, language)} · ${line.cohortName}`;
}

function means({ followUp: { summary }, measure }: Line, { words, text }: Writing): string {
  if (summary.kind !== "summary") return text.none(summary);
  const isShare = measure.description.yesOrNo === true;
  return fill(words.results.arrow, {
    before: text.mean(summary.meanBefore, isShare),
    after: text.mean(summary.meanAfter, isShare),
  });
}

/** The verdict of the page of the outcome, from the interval of the Change page. */
function important({ measure: { description }, followUp }: Line, { words, text }: Writing): string {
  const { importantDifference, improvement } = description;
  const verdict =
    words.important[importantDifferenceVerdict(followUp.change, importantDifference?.value ?? null, improvement)];
  return importantDifference === null
    ? verdict
    : fill(words.results.points, { verdict, points: text.points(importantDifference.value) });
}

/** What has a standardised change; two outcomes of yes or no have none. */
function chart(writing: Writing, domain: string, lines: readonly Line[]): readonly ReportBlock[] {
  const { words, text, language } = writing;
  const { results } = words;
  const rows = lines.flatMap((line) => {
    const { standardised } = line.followUp;
    if (standardised.kind !== "estimate") return [];
    return [{ name: rowName(line, writing), figure: text.estimate(standardised, "effect"), estimate: standardised }];
  });
  if (rows.length === 0) return [];
  const caption = fill(results.chart, { domain });
  return [
    {
      kind: "figure",
      caption,
      svg: forestChart({
        language,
        rows: rows.map(({ name, figure, estimate: { value, interval } }) => ({
          ...{ name, figure, value, low: interval.low, high: interval.high },
        })),
        words: { axis: results.chartNote, lower: results.lower, higher: results.higher },
      }),
      alt: rows.map(({ name, figure }) => fill(results.chartRow, { name, figure })).join(words.summary.sentences),
    },
  ];
}
