import type { BilingualText } from "./bilingual-text";
import type { FrameworkElement } from "./element";

/** What to look for. Every part that is given must hold; an absent part does not narrow. */
export interface FrameworkQuery {
  /** Words in either language, or parts of a code. All of them must occur somewhere in the element. */
  readonly text?: string;
  readonly source?: string;
  readonly kind?: string;
  readonly group?: string;
}

/** Case, accents, width and apostrophes do not matter to somebody who searches. */
function normalise(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();
}

/** All the text by which an element can be found. */
function haystackOf(element: FrameworkElement): string {
  const texts: readonly BilingualText[] = [
    element.label,
    element.definition,
    ...(element.aliases ?? []),
    ...(element.facets ?? []),
    ...(element.examples ?? []),
  ];
  const words = texts.flatMap(({ en, zh }) => [en, zh]);
  return normalise([element.code, element.idiomaticChinese ?? "", ...words].join("\n"));
}

/**
 * The elements that a query matches, in the order given.
 *
 * @param elements Usually `ELEMENTS`.
 * @param query Filters that do not fit any element simply leave nothing.
 */
export function searchElements(
  elements: readonly FrameworkElement[],
  query: FrameworkQuery,
): readonly FrameworkElement[] {
  const words = normalise(query.text ?? "")
    .split(/\s+/)
    .filter((word) => word !== "");
  return elements.filter(
    (element) =>
      (query.source === undefined || element.source === query.source) &&
      (query.kind === undefined || element.kind === query.kind) &&
      (query.group === undefined || element.group === query.group) &&
      (words.length === 0 || containsAll(haystackOf(element), words)),
  );
}

function containsAll(haystack: string, words: readonly string[]): boolean {
  return words.every((word) => haystack.includes(word));
}
