import type { Instrument } from "./instrument";
import type { EnableWhen, Item } from "./item";
import { type LocalText, OWN_LANGUAGES, type OwnLanguage } from "./local-text";
import type { WordingPack } from "./wording-pack";

/** One answer as shown: its code, and a label or null where the wording is not loaded (then the code is shown). */
export interface OptionView {
  readonly code: number;
  readonly label: string | null;
}
export type ResponseView =
  | { readonly kind: "choice"; readonly options: readonly OptionView[] }
  | {
      readonly kind: "number";
      readonly minimum: number;
      readonly maximum: number;
      readonly integer: boolean;
      readonly step: number | null;
      readonly unit: string | null;
    };
export interface ItemView {
  readonly id: string;
  readonly number: string;
  /** null = enter by item number from paper. */
  readonly text: string | null;
  readonly response: ResponseView;
  readonly enableWhen: EnableWhen | null;
}
export interface SectionView {
  readonly id: string;
  readonly title: string | null;
  readonly instructions: string | null;
  readonly items: readonly ItemView[];
}

/** Where the words on the screen come from. */
export type WordingStatus =
  | { readonly kind: "bundled" }
  | { readonly kind: "loaded"; readonly complete: boolean }
  | { readonly kind: "not-loaded" }
  | { readonly kind: "totals-only" };

/** An instrument ready to be drawn in one language: all that a questionnaire screen needs, and no scoring. */
export interface QuestionnaireView {
  readonly code: string;
  readonly edition: string;
  /** The language shown; may differ from the one asked for where our own text lacks it. */
  readonly language: string;
  readonly title: string;
  readonly recall: string;
  readonly instructions: string | null;
  readonly wording: WordingStatus;
  /** Say on the screen that it is new and not yet validated. */
  readonly notYetValidated: boolean;
  readonly sections: readonly SectionView[];
}

function isOwnLanguage(tag: string): tag is OwnLanguage {
  return OWN_LANGUAGES.some((own) => own === tag);
}

/** Our own text in the language asked for, by its primary subtag ("zh-CN" reads "zh"), else in English. */
export function localText(text: LocalText, language: string): string {
  const primary = language.split("-")[0] ?? "en";
  return (isOwnLanguage(primary) ? text[primary] : undefined) ?? text.en;
}

/** The pack for this instrument, edition and language among those a programme has loaded. */
export function findWordingPack(
  instrument: Instrument,
  packs: readonly WordingPack[],
  language: string,
): WordingPack | undefined {
  if (instrument.wording !== "pack") return undefined;
  return packs.find(
    (pack) => pack.instrument === instrument.code && pack.edition === instrument.edition && pack.language === language,
  );
}

/** Whether the wording is ours, loaded, not loaded, or may never be held. */
export function wordingStatus(instrument: Instrument, pack: WordingPack | undefined): WordingStatus {
  switch (instrument.wording) {
    case "own":
      return { kind: "bundled" };
    case "never":
      return { kind: "totals-only" };
    case "pack": {
      if (pack === undefined) return { kind: "not-loaded" };
      return { kind: "loaded", complete: instrument.items.every(({ id }) => pack.items[id] !== undefined) };
    }
  }
}

function responseView(
  instrument: Instrument,
  item: Item,
  language: string,
  pack: WordingPack | undefined,
): ResponseView {
  const { response } = item;
  if (response.kind === "number") {
    const { minimum, maximum, integer, step, unit } = response;
    return { kind: "number", minimum, maximum, integer, step: step ?? null, unit: unit ?? null };
  }
  const labels = pack?.options[response.set];
  const options = (instrument.responseSets[response.set]?.options ?? []).map(({ code, label }) => ({
    code,
    label: labels?.[String(code)] ?? (label === undefined ? null : localText(label, language)),
  }));
  return { kind: "choice", options };
}

/**
 * Resolves an instrument and, for published ones, its wording pack into what one screen shows in one language. Items
 * the pack does not word have `text: null` and are entered by number. Scoring never depends on it.
 */
export function questionnaireView(
  instrument: Instrument,
  { language, packs }: { readonly language: string; readonly packs: readonly WordingPack[] },
): QuestionnaireView {
  const pack = findWordingPack(instrument, packs, language);
  const own = (text: LocalText | undefined) => (text === undefined ? null : localText(text, language));
  const items = new Map(instrument.items.map((item) => [item.id, item]));
  const view = (item: Item): ItemView => ({
    id: item.id,
    number: item.number,
    text: pack?.items[item.id] ?? own(item.text),
    response: responseView(instrument, item, language, pack),
    enableWhen: item.enableWhen ?? null,
  });
  const sections = instrument.sections?.map((section) => ({
    id: section.id,
    title: own(section.title),
    instructions: own(section.instructions),
    items: section.items.flatMap((id) => {
      const item = items.get(id);
      return item === undefined ? [] : [view(item)];
    }),
  })) ?? [{ id: "all", title: null, instructions: null, items: instrument.items.map(view) }];
  return {
    code: instrument.code,
    edition: instrument.edition,
    language,
    title: pack?.title ?? localText(instrument.name, language),
    recall: localText(instrument.recall, language),
    instructions: (pack?.instructions === "" ? undefined : pack?.instructions) ?? own(instrument.instructions),
    wording: wordingStatus(instrument, pack),
    notYetValidated: instrument.validation === "new",
    sections,
  };
}
