import { elementAddress } from "@alongside/domain/framework/address";
import type { FrameworkLanguage } from "@alongside/domain/framework/bilingual-text";
import { ELEMENT_KINDS, type ElementKind } from "@alongside/domain/framework/element-kinds";
import { SOURCES, type SourceKey } from "@alongside/domain/framework/sources";

/** Where the framework is shown: under which programme, and in which language its texts are read. */
export interface FrameworkPlace {
  /** Address of the framework area, e.g. "/p/demo/framework". */
  readonly base: string;
  readonly language: FrameworkLanguage;
  /** Interface language; the address names the framework's language only where the two differ. */
  readonly interfaceLanguage: FrameworkLanguage;
}

/** What the address says to look for. */
export interface FrameworkFilter {
  readonly text: string;
  readonly source?: SourceKey;
  readonly kind?: ElementKind;
}

export type AddressParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

const single = (value: string | readonly string[] | undefined): string =>
  (typeof value === "string" ? value : (value?.[0] ?? "")).trim();

const isSource = (text: string): text is SourceKey => Object.hasOwn(SOURCES, text);
const isKind = (text: string): text is ElementKind => Object.hasOwn(ELEMENT_KINDS, text);

/** Reads the filter from an address. What it does not understand it ignores. */
export function filterOf(parameters: AddressParameters): FrameworkFilter {
  const source = single(parameters.source);
  const kind = single(parameters.kind);
  return {
    text: single(parameters.q).slice(0, 200),
    ...(isSource(source) ? { source } : {}),
    ...(isKind(kind) ? { kind } : {}),
  };
}

/** The language that the framework is read in: the address's, else the interface's. */
export function languageOf(parameters: AddressParameters, interfaceLanguage: FrameworkLanguage): FrameworkLanguage {
  const asked = single(parameters.lang);
  return asked === "en" || asked === "zh" ? asked : interfaceLanguage;
}

/** True when the filter leaves anything out. */
export function narrows(filter: FrameworkFilter): boolean {
  return filter.text !== "" || filter.source !== undefined || filter.kind !== undefined;
}

/** Address of the list with a filter. */
export function listHref(place: FrameworkPlace, filter: FrameworkFilter = { text: "" }): string {
  return withParameters(place.base, {
    q: filter.text,
    source: filter.source ?? "",
    kind: filter.kind ?? "",
    lang: languageParameter(place),
  });
}

/** Address of one element. */
export function elementHref(place: FrameworkPlace, code: string): string {
  return withParameters(`${place.base}/${elementAddress(code)}`, { lang: languageParameter(place) });
}

/** The value of the language parameter; empty where the interface language says it already. */
export function languageParameter(place: FrameworkPlace): string {
  return place.language === place.interfaceLanguage ? "" : place.language;
}

function withParameters(path: string, parameters: Readonly<Record<string, string>>): string {
  const given = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== ""));
  return given.size === 0 ? path : `${path}?${given}`;
}
