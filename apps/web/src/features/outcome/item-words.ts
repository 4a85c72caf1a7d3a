import { questionnaireView } from "@alongside/domain/instruments/questionnaire-view";
import { findMeasure } from "@alongside/domain/instruments/registry";
import type { WordingPack } from "@alongside/domain/instruments/wording-pack";

/** How a question is called on the screen: its number on paper, and its words where there are any. */
export interface ItemWords {
  readonly number: string;
  /** Null where the programme has not loaded the wording in this language. */
  readonly text: string | null;
}

/** The questions behind a measure by their id; empty for one that came as a number. */
export function itemWords(
  measure: string,
  language: string,
  packs: readonly WordingPack[],
): ReadonlyMap<string, ItemWords> {
  const instrument = findMeasure(measure)?.instrument;
  if (instrument === undefined) return new Map();
  const { sections } = questionnaireView(instrument, { language, packs });
  return new Map(sections.flatMap(({ items }) => items.map(({ id, number, text }) => [id, { number, text }])));
}
