import type { ReportBlock } from "@alongside/domain/report/report-document";
import { heading, plain, type Writing } from "./writing";

/** What the figures cannot say: what always holds, then the programme's own words. */
export function limitsSection({ words, figures, input }: Writing): readonly ReportBlock[] {
  const { limits } = words;
  const isAlone = figures.change.table.cohorts.length < 2;
  const { limits: own } = input.texts;
  return [
    heading(1, words.sections.limits, "limits"),
    { kind: "list", tone: "plain", items: [...limits.fixed, ...(isAlone ? [limits.noComparison] : [])] },
    heading(2, limits.own),
    ...(own === "" ? [plain(limits.noOwn)] : paragraphs(own).map(plain)),
  ];
}

/** Paragraphs of a text that was typed. */
export function paragraphs(text: string): readonly string[] {
  return text.split(/\n+/).flatMap((one) => (one.trim() === "" ? [] : [one.trim()]));
}
