import type { ReportBlock } from "@alongside/domain/report/report-document";
import { fill } from "../words/fill";
import { dayOf, heading, type Writing } from "./writing";

/** What ties the report to its figures, so that it can be checked later. */
export function provenanceSection(writing: Writing): readonly ReportBlock[] {
  const { words, figures, lines, stamp, moment, text, language } = writing;
  const { provenance } = words;
  const { change, plan, suppression } = figures;
  const { snapshot, partOf, dataLabel, heldSince, definitions } = change;
  const cohorts =
    definitions === null
      ? change.table.cohorts.map(({ name }) => name)
      : definitions.map(({ name, number }) => fill(provenance.definition, { name, version: String(number) }));
  const measures = new Set(lines.map(({ measure }) => measure.description.measure));
  const fact = (name: string, value: string | null) => (value === null ? [] : [[name, value]]);
  const join = (names: readonly string[]) => names.join(language === "zh" ? "、" : ", ");
  return [
    heading(1, words.sections.provenance, "provenance"),
    {
      kind: "table",
      caption: provenance.caption,
      head: [provenance.fact, provenance.value],
      rows: [
        ...fact(provenance.stamp, stamp),
        ...fact(provenance.computed, moment),
        ...fact(
          provenance.snapshot,
          snapshot === null ? provenance.records : `${snapshot.name}, ${snapshot.contentHash}`,
        ),
        ...fact(provenance.held, heldSince === null ? null : dayOf(heldSince)),
        ...fact(provenance.plan, plan === null ? provenance.noPlan : `${plan.version}, ${plan.hash}`),
        ...fact(provenance.sites, partOf === null ? provenance.allSites : join(partOf)),
        ...fact(provenance.cohorts, join(cohorts)),
        ...fact(provenance.measures, text.number(measures.size)),
        ...fact(provenance.results, suppression?.dataHash ?? null),
        ...fact(provenance.kind, dataLabel === null ? null : labelWords(dataLabel, writing)),
      ],
      notes: [],
    },
  ];
}

/** What kind of data a programme holds, in words where the label is one the program gives. */
export function labelWords(label: string, { words }: Pick<Writing, "words">): string {
  if (label === "simulated") return words.about.simulated;
  return label === "published data set" ? words.about.published : label;
}
