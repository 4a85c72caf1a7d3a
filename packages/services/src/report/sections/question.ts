import type { ReportBlock } from "@alongside/domain/report/report-document";
import { fill } from "../words/fill";
import { caution, dayOf, heading, plain, type Writing } from "./writing";

/** What was going to be analysed, before it was seen; that nothing was planned is said first. */
export function questionSection(writing: Writing): readonly ReportBlock[] {
  const { words, figures } = writing;
  const { question } = words;
  const { plan } = figures;
  const claim = plain(fill(question.claim, { level: String(figures.change.table.claim.level) }));
  const head = heading(1, words.sections.question, "question");
  const former = figures.change.definitions === null ? [] : [caution(question.former)];
  if (plan === null) return [head, caution(question.none), ...former, claim];
  const { version, savedAt, plan: content } = plan;
  return [
    head,
    plain(fill(question.plan, { version: String(version), day: dayOf(savedAt), title: content.title })),
    ...former,
    ...((plan.changedWindows ?? []).length > 0 ? [caution(question.changedWindows)] : []),
    outcomes(writing),
    ...(content.secondary.length === 0 ? [plain(question.noSecondary)] : []),
    ...windows(writing),
    plain(
      content.comparisonCohort === null
        ? question.withItself
        : fill(question.compared, { cohort: content.comparisonCohort }),
    ),
    plain(
      content.intercurrentEvents === ""
        ? question.noEvents
        : fill(question.events, { words: content.intercurrentEvents }),
    ),
    claim,
  ];
}

function outcomes({ words, figures, language }: Writing): ReportBlock {
  const { question } = words;
  const { table } = figures.change;
  const content = figures.plan?.plan;
  const planned = content === undefined ? [] : [content.primary, ...content.secondary];
  const measures = table.domains.flatMap((domain) => domain.measures);
  return {
    kind: "table",
    caption: question.planCaption,
    head: [question.outcome, question.time, question.role, question.openedAt],
    rows: planned.map((one, at) => [
      measures.find(({ description }) => description.measure === one.measure)?.description.label[language] ??
        one.measure,
      table.timepoints.find(({ code }) => code === one.timepointCode)?.label ?? one.timepointCode,
      at === 0 ? question.primary : question.secondary,
      openedDay(figures.openings, one) ?? question.notOpened,
    ]),
    notes: [],
  };
}

function openedDay(
  openings: Writing["figures"]["openings"],
  planned: { readonly measure: string; readonly timepointCode: string },
): string | null {
  const found = openings.find(
    ({ measure, timepointCode }) => measure === planned.measure && timepointCode === planned.timepointCode,
  );
  return found === undefined ? null : dayOf(found.openedAt);
}

function windows({ words, figures, text }: Writing): readonly ReportBlock[] {
  const { question } = words;
  const { windows: planned = [] } = figures.plan?.plan ?? {};
  if (planned.length === 0) return [plain(question.noWindow)];
  const labels = new Map(figures.change.table.timepoints.map(({ code, label }) => [code, label]));
  return [
    {
      kind: "list",
      tone: "plain",
      items: planned.map(({ timepointCode, targetDay, daysBefore, daysAfter }) =>
        fill(question.window, {
          time: labels.get(timepointCode) ?? timepointCode,
          day: text.number(targetDay),
          before: text.number(daysBefore),
          after: text.number(daysAfter),
        }),
      ),
    },
  ];
}
