import type { ReportBlock } from "@alongside/domain/report/report-document";
import { fill } from "../words/fill";
import { heading, measureName, plain, type Writing } from "./writing";

/** How many people stand at each step: by cohort as the Change page counts them, then form by form for the main outcome. */
export function flowSection(writing: Writing): readonly ReportBlock[] {
  const { words, figures, lines } = writing;
  const primary = figures.plan?.plan.primary.measure;
  const first = lines.find(({ measure }) => measure.description.measure === primary) ?? lines[0];
  const head = heading(1, words.sections.flow, "flow");
  if (first === undefined) return [head, plain(words.results.none)];
  return [head, plain(words.flow.of), people(writing, first), ...forms(writing)];
}

function people({ words, figures, lines, language, text }: Writing, first: Writing["lines"][number]): ReportBlock {
  const { flow } = words;
  const { measure } = first.measure.description;
  const own = lines.filter((line) => line.measure.description.measure === measure);
  const later = first.cohort.followUps.map(({ timepointId }) => timepointId);
  const label = (id: string) => figures.change.table.timepoints.find((one) => one.id === id)?.label ?? "";
  return {
    kind: "table",
    caption: fill(flow.caption, { measure: measureName(first, language) }),
    head: [
      flow.cohort,
      flow.enrolled,
      fill(flow.scored, { time: figures.baseline?.label ?? "" }),
      ...later.flatMap((id) => [fill(flow.scored, { time: label(id) }), fill(flow.both, { time: label(id) })]),
    ],
    rows: own.map(({ cohortName, cohort }) => [
      cohortName,
      text.count(cohort.enrolled),
      text.count(cohort.baseline),
      ...cohort.followUps.flatMap(({ measured, paired }) => [text.count(measured), text.count(paired)]),
    ]),
    notes: [flow.note],
  };
}

function forms({ words, figures, language, text }: Writing): readonly ReportBlock[] {
  const { flow } = words;
  const { table } = figures.change;
  const primary = figures.plan?.plan.primary.measure;
  const described = table.domains
    .flatMap(({ measures }) => measures)
    .find(({ description }) => description.measure === primary);
  const label = (id: string) => table.timepoints.find((one) => one.id === id)?.label ?? "";
  return figures.forms.map(({ cohort, flow: { waves } }) => ({
    kind: "table",
    caption: fill(flow.forms, { cohort, measure: described?.description.label[language] ?? "" }),
    head: [flow.time, flow.expected, flow.received, flow.scorable, flow.prorated, flow.paired],
    rows: waves.map(({ timepointId, ...counts }) => [
      label(timepointId),
      ...[counts.expected, counts.received, counts.scorable, counts.prorated, counts.paired].map(text.count),
    ]),
    notes: [],
  }));
}
