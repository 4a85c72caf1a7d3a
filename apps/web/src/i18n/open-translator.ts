/** Messages by keys that are put together at run time. */
export interface OpenTranslator {
  (key: string, values?: Readonly<Record<string, string | number>>): string;
  /** Whether there is a message of that key. */
  has: (key: string) => boolean;
}

/** A translator that takes only the keys it is known to have. */
interface KnownTranslator {
  (key: never, values?: never): string;
  has: (key: never) => boolean;
}

/**
 * The same translator for an open list of keys, such as the rules of a file format: whoever asks for a key that may not be
 * there asks `has` first.
 */
export function openTranslator(translate: KnownTranslator): OpenTranslator {
  return translate as OpenTranslator;
}
