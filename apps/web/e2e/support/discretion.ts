import words from "./telling-words.json" with { type: "json" };

const LETTERS = words.en.concat(words.others).map((word) => `(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`);

/**
 * What a page may not show before somebody has signed in, nor in its title, address, headers, cookies or files after:
 * words by which a relative or colleague would know what this is about. The list is telling-words.json.
 */
export const TELLING_WORDS = new RegExp([...LETTERS, ...words.zh].join("|"), "iu");
