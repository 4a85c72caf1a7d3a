import {
  REPORT_SECTIONS,
  type ReportBlock,
  type ReportDocument,
  type ReportSection,
} from "@alongside/domain/report/report-document";
import { snapshotCode } from "@alongside/domain/snapshot/snapshot-definition";
import { canonicalHash } from "../canonical-hash";
import { figureText } from "./figure-text";
import type { ReportFigures } from "./report-figures";
import type { ReportInput } from "./report-input";
import { reportLines } from "./report-lines";
import { checklistsSection } from "./sections/checklists";
import { disclosureSection } from "./sections/disclosure";
import { flowSection } from "./sections/flow";
import { limitsSection, paragraphs } from "./sections/limits";
import { methodsSection } from "./sections/methods";
import { missingSection } from "./sections/missing";
import { labelWords, provenanceSection } from "./sections/provenance";
import { questionSection } from "./sections/question";
import { resultsSection } from "./sections/results";
import { summarySection } from "./sections/summary";
import { suppressionSection } from "./sections/suppression";
import { dayOf, heading, plain, type Writing } from "./sections/writing";
import { ENGLISH } from "./words/en";
import { fill } from "./words/fill";
import { CHINESE } from "./words/zh";

const SECTIONS: Readonly<Record<ReportSection, (writing: Writing) => readonly ReportBlock[]>> = {
  summary: summarySection,
  question: questionSection,
  flow: flowSection,
  results: resultsSection,
  suppression: suppressionSection,
  missing: missingSection,
  methods: methodsSection,
  limits: limitsSection,
  disclosure: disclosureSection,
  checklists: checklistsSection,
  provenance: provenanceSection,
};

const WORDS = { en: ENGLISH, zh: CHINESE } as const;

/**
 * A report out of figures that were decided elsewhere: puts them into words and tables, rounds them by the one policy, and
 * computes nothing. Carries the mark of a draft.
 */
export function writeReport(figures: ReportFigures, input: ReportInput): ReportDocument {
  const { language, texts } = input;
  const words = WORDS[language];
  const { change } = figures;
  const stamp = stampOf(figures);
  const moment = `${change.computedAt.slice(0, 16).replace("T", " ")} UTC`;
  const text = figureText(language, words);
  const writing: Writing = { input, language, words, text, figures, lines: reportLines(figures), stamp, moment };
  const who = texts.who === "" ? [] : [heading(2, words.who), ...paragraphs(texts.who).map(plain)];
  return {
    language,
    title: texts.title === "" ? fill(words.title, { programme: figures.programme }) : texts.title,
    about: about(writing),
    mark: draftMark(language),
    stamp,
    moment: change.computedAt,
    blocks: [
      ...who,
      ...REPORT_SECTIONS.filter((section) => input.sections.includes(section)).flatMap((section) =>
        SECTIONS[section](writing),
      ),
    ],
  };
}

/** What stands on every page of a report that nobody approved. */
export function draftMark(language: ReportDocument["language"]): string {
  return WORDS[language].draft;
}

/** The code of the snapshot, or else the beginning of the hash of the table: the same figures have the same. */
function stampOf({ change, suppression }: ReportFigures): string {
  if (change.snapshot !== null) return snapshotCode(change.snapshot.contentHash);
  return canonicalHash({ table: change.table, results: suppression?.dataHash ?? null }).slice(0, 8);
}

function about(writing: Writing): string[] {
  const { words, figures, stamp, moment } = writing;
  const { snapshot, dataLabel, heldSince, partOf } = figures.change;
  const line = words.about;
  return [
    fill(line.programme, { programme: figures.programme }),
    snapshot === null ? fill(line.figures, { moment }) : fill(line.snapshot, { name: snapshot.name, moment }),
    fill(line.stamp, { stamp }),
    ...(dataLabel === null ? [] : [fill(line.kindOfData, { label: labelWords(dataLabel, writing) })]),
    ...(heldSince === null ? [] : [fill(line.heldSince, { day: dayOf(heldSince) })]),
    ...(partOf === null ? [] : [fill(line.partOf, { sites: partOf.join(", ") })]),
  ];
}
