/** The page of all cohorts that somebody defined. */
export function definitionsHref(base: string): string {
  return `${base}/cohorts`;
}

/** The page on which one of them is changed; without an id a new one is made. */
export function definitionHref(base: string, definitionId?: string): string {
  return `${definitionsHref(base)}/${definitionId ?? "new"}`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Ids of defined cohorts as an address names them, each once and in order; whatever is no id is left out. */
export function chosenDefinitions(values: readonly (string | null | undefined)[]): readonly string[] {
  const ids = values.flatMap((value) => (value && UUID.test(value) ? [value.toLowerCase()] : []));
  return [...new Set(ids)].slice(0, MOST_CHOSEN);
}

/** More cannot be shown beside each other. */
export const MOST_CHOSEN = 8;
