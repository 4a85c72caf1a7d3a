import type { ReportBlock } from "@alongside/domain/report/report-document";
import { fill } from "../words/fill";
import { heading, measureName, plain, type Writing } from "./writing";

/** How the figures came about: in words, outcome by outcome, and by the programs that made them. */
export function methodsSection(writing: Writing): readonly ReportBlock[] {
  const { words, figures, lines } = writing;
  const { methods } = words;
  const { plan } = figures;
  const hasShares = lines.some(({ measure }) => measure.description.yesOrNo === true);
  return [
    heading(1, words.sections.methods, "methods"),
    {
      kind: "list",
      tone: "plain",
      items: [
        ...[methods.unit, methods.change, methods.standardised],
        ...(hasShares ? [methods.share] : []),
        ...[methods.reading, methods.claim],
      ],
    },
    instruments(writing),
    programs(writing),
    plain(plan === null ? methods.noPlan : fill(methods.plan, { version: String(plan.version), hash: plan.hash })),
  ];
}

function instruments({ words, figures, lines, language, text }: Writing): ReportBlock {
  const { methods, direction } = words;
  const measures = new Map(lines.map((line) => [line.measure.description.measure, line]));
  return {
    kind: "table",
    caption: methods.instruments,
    head: [methods.instrument, methods.edition, methods.range, methods.way, methods.basis],
    rows: [...measures.values()].map((line) => {
      const { measure, range, improvement, importantDifference } = line.measure.description;
      const source = figures.change.sources[measure];
      const named = [source?.instrument?.[language] ?? source?.origin ?? "", source?.edition ?? ""].filter(
        (part) => part !== "",
      );
      const isNew = source?.validation === "new" ? [methods.notValidated] : [];
      return [
        measureName(line, language),
        [...named, ...isNew].join(", "),
        range === null
          ? ""
          : fill(words.count.range, { low: text.points(range.minimum), high: text.points(range.maximum) }),
        direction[improvement],
        importantDifference === null
          ? words.important.unknown
          : `${text.points(importantDifference.value)} (${importantDifference.basis[language]})`,
      ];
    }),
    notes: [],
  };
}

/** The lines of provenance that the figures carry, each once. */
function programs({ words, lines, text }: Writing): ReportBlock {
  const { methods } = words;
  const used = new Map<string, { readonly method: string; readonly program: string; readonly times: number }>();
  for (const { followUp } of lines) {
    for (const figure of [followUp.change, followUp.standardised]) {
      if (figure.kind !== "estimate") continue;
      const program = `${figure.provenance.statistic} ${figure.provenance.version}`;
      const key = `${figure.method} ${program}`;
      used.set(key, { method: figure.method, program, times: (used.get(key)?.times ?? 0) + 1 });
    }
  }
  return {
    kind: "table",
    caption: methods.programs,
    head: [methods.method, methods.program, methods.uses],
    rows: [...used.values()].map(({ method, program, times }) => [method, program, text.number(times)]),
    notes: [],
  };
}
