/** Every way in which a workbook can be refused before anybody asks what its columns mean. */
export const XLSX_RULES = [
  /** Not a workbook, cut off, or with bytes that are not those it was written with. */
  "workbook-damaged",
  /** Of the format before 2007 (.xls), or behind a password. */
  "workbook-old-or-locked",
  /** params: limit (bytes, unpacked). */
  "workbook-too-large",
  /** No sheet of the name. params: sheet. */
  "sheet-not-found",
  /** No row that could be a header: two named columns at least, among the first rows. */
  "no-header",
  /** A number is shown with a sign that is not part of it: what it says cannot be known. The row is refused. */
  "number-shown-otherwise",
] as const;
export type XlsxRule = (typeof XLSX_RULES)[number];

/** Bounds that keep the memory of a reader small whatever arrives. */
export const XLSX_LIMITS = {
  /** Unpacked bytes of the sheet. */
  sheetBytes: 1_073_741_824,
  /** Characters of all shared texts together: the only part that has to be held. */
  sharedCharacters: 33_554_432,
  /** Unpacked bytes of any other part. */
  partBytes: 16_777_216,
  cellCharacters: 32_768,
  columns: 2_000,
  /** Rows in which a header is looked for. */
  headerRows: 20,
} as const;
