import type { LocalText } from "@alongside/domain/instruments/local-text";
import { findInstrument } from "@alongside/domain/instruments/registry";

/** What imported values are stored under instead of an instrument: `measure:<code>`. */
const IMPORTED = "measure:";

export interface NamedInstrument {
  readonly name: LocalText;
  readonly abbreviation: string;
  /** True for one of our own that is not yet validated. */
  readonly isNew: boolean;
}

/** What to call an instrument on screen; one that the catalogue does not hold goes by its code. */
export function nameInstrument(code: string): NamedInstrument {
  const found = findInstrument(code);
  if (found !== undefined) {
    return { name: found.name, abbreviation: found.abbreviation, isNew: found.validation === "new" };
  }
  const plain = code.startsWith(IMPORTED) ? code.slice(IMPORTED.length) : code;
  return { name: { en: plain, zh: plain }, abbreviation: plain, isNew: false };
}
