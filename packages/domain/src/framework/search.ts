import type { BilingualText } from "./bilingual-text";
import type { FrameworkElement } from "./element";
import { normalise, type SearchTerm, searchTerms } from "./search-terms";

/** What to look for. Every part that is given must hold; an absent part does not narrow. */
export interface FrameworkQuery {
  /** Words in either language, or parts of a code. All of them, or their synonyms, must occur in the element. */
  readonly text?: string;
  readonly source?: string;
  readonly kind?: string;
  readonly group?: string;
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
 * The elements that a query matches, in the order given. Synonyms widen the search: whatever holds the words as typed is
 * always among them.
 *
 * @param elements Usually `ELEMENTS`.
 * @param query Filters that do not fit any element simply leave nothing.
 */
export function searchElements(
  elements: readonly FrameworkElement[],
  query: FrameworkQuery,
): readonly FrameworkElement[] {
  const terms = searchTerms(query.text ?? "").map((term) => ({ ...term, phrases: phrasesOf(term) }));
  return elements.filter((element) => {
    if (query.source !== undefined && element.source !== query.source) return false;
    if (query.kind !== undefined && element.kind !== query.kind) return false;
    if (query.group !== undefined && element.group !== query.group) return false;
    if (terms.length === 0) return true;
    const haystack = haystackOf(element);
    return terms.every(
      ({ words, phrases }) =>
        words.every((word) => haystack.includes(word)) || phrases.some((phrase) => haystack.includes(phrase)),
    );
  });
}

function phrasesOf({ also }: SearchTerm): readonly string[] {
  return also.flatMap(({ en, zh }) => [normalise(en), normalise(zh)]);
}
