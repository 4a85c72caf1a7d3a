import type { Instrument } from "@alongside/domain/instruments/instrument";
import { findWordingPack, type WordingStatus, wordingStatus } from "@alongside/domain/instruments/questionnaire-view";
import type { WordingPack } from "@alongside/domain/instruments/wording-pack";

/** A language in which an instrument can be collected, and whether its questions can be shown in it. */
export interface OfferedLanguage {
  readonly tag: string;
  readonly wording: WordingStatus;
}

/**
 * The languages a form may be collected in: those of our own wording, or for published instruments those known to exist
 * and those the programme loaded wording for. Languages whose questions can be shown come first.
 */
export function offeredLanguages(instrument: Instrument, packs: readonly WordingPack[]): readonly OfferedLanguage[] {
  const loaded = packs
    .filter((pack) => findWordingPack(instrument, [pack], pack.language) !== undefined)
    .map((pack) => pack.language);
  const tags = [...new Set([...loaded, ...instrument.languages])];
  return tags.map((tag) => ({ tag, wording: wordingStatus(instrument, findWordingPack(instrument, packs, tag)) }));
}
