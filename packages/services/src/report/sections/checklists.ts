import type { ReportBlock, ReportSection } from "@alongside/domain/report/report-document";
import type { ReportTexts } from "@alongside/domain/report/report-request";
import type { GuidelineAnswer } from "@alongside/domain/reporting-guidelines/guideline";
import { GUIDELINES } from "@alongside/domain/reporting-guidelines/registry";
import { fill } from "../words/fill";
import { heading, type Writing } from "./writing";

/** Every reporting guideline, item by item: where this report answers it, or that it is for the programme to write. */
export function checklistsSection(writing: Writing): readonly ReportBlock[] {
  const { words, language } = writing;
  const { checklists } = words;
  return [
    heading(1, words.sections.checklists, "checklists"),
    ...GUIDELINES.map(
      ({ name, about, citation, items }): ReportBlock => ({
        kind: "checklist",
        caption: fill(checklists.caption, { name, about: about[language] }),
        head: [checklists.item, checklists.topic, checklists.where],
        rows: items.map(({ item, part, topic, answer }) => ({
          item,
          topic: fill(checklists.topicOf, { part: part[language], topic: topic[language] }),
          ...answered(writing, answer),
        })),
        notes: [fill(checklists.note, { citation })],
      }),
    ),
  ];
}

const SECTION_OF: Readonly<Partial<Record<keyof ReportTexts, ReportSection>>> = { limits: "limits" };

function answered({ words, input, language }: Writing, answer: GuidelineAnswer) {
  const { checklists, sections } = words;
  switch (answer.kind) {
    case "data": {
      const section = sections[answer.section];
      const isThere = input.sections.includes(answer.section);
      return { where: fill(isThere ? checklists.data : checklists.leftOut, { section }), answered: isThere };
    }
    case "programme": {
      const { text } = answer;
      const place = text === undefined ? undefined : SECTION_OF[text];
      const isThere = place === undefined || input.sections.includes(place);
      if (text === undefined || input.texts[text] === "" || !isThere) {
        return { where: checklists.programme, answered: false };
      }
      const section = place === undefined ? words.who : sections[place];
      return { where: fill(checklists.written, { section }), answered: true };
    }
    case "not-applicable":
      return { where: fill(checklists.notApplicable, { why: answer.why[language] }), answered: true };
  }
}
