/** Every way in which a delimited text file can be refused before anybody asks what its columns mean. */
export const CSV_RULES = [
  /** No byte, or nothing but blank lines. */
  "empty-file",
  /** The header is there, and no row below it. params: none. */
  "no-rows",
  /** Bytes that are not text in the encoding. params: encoding, byte, line. */
  "encoding",
  /** A zero byte: a spreadsheet workbook, an image, or UTF-16 without its mark. params: line. */
  "nul-byte",
  /** The header has one column only under the delimiter in use. params: delimiter, suggested (names, or "none"). */
  "delimiter",
  /** The header is separated by one character and the rows by another. params: delimiter, suggested. */
  "delimiter-inconsistent",
  /** The first row holds values, not names. */
  "header-missing",
  /** A column without a name. params: position. */
  "header-empty",
  /** Two columns of one name, capitals and spaces apart. params: first, second (positions, from 1). */
  "header-duplicate",
  /** params: limit. */
  "too-many-columns",
  /** A row with more or fewer cells than the header. params: expected, found. */
  "ragged-row",
  /** A quotation mark that opens and never closes. */
  "quote-unclosed",
  /** A quotation mark in the middle of a cell. */
  "quote-misplaced",
  /** params: limit (characters). */
  "line-too-long",
  /** params: limit (characters). */
  "cell-too-long",
  /** A name or label with invisible characters that turn the direction of writing. */
  "direction-marks",
  /** Text that a spreadsheet program would run as a formula. */
  "formula",
] as const;
export type CsvRule = (typeof CSV_RULES)[number];

/** Bounds that keep the memory of a reader small whatever arrives. Characters, not bytes. */
export const CSV_LIMITS = {
  cellCharacters: 32_768,
  lineCharacters: 1_048_576,
  columns: 2_000,
} as const;
