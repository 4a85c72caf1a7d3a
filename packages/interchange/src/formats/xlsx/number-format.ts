/** What a number format makes of a number. */
export type NumberMeaning =
  | "number"
  | "percent"
  | "day"
  | "day-and-time"
  /** It shows a sign of comparison that is not in the number. */
  | "sign";

/** Built-in formats of ECMA-376 18.8.30 that show a day; 27 to 36 and 50 to 58 are those of East Asia. */
const BUILT_IN_DAYS: ReadonlySet<number> = new Set([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36],
  ...[50, 51, 52, 53, 54, 57, 58],
]);
const BUILT_IN_DAY_AND_TIME = 22;
const BUILT_IN_PERCENT: ReadonlySet<number> = new Set([9, 10]);

/** What one of the formats with a fixed number means. */
export function builtInMeaning(id: number): NumberMeaning {
  if (BUILT_IN_DAYS.has(id)) return "day";
  if (id === BUILT_IN_DAY_AND_TIME) return "day-and-time";
  return BUILT_IN_PERCENT.has(id) ? "percent" : "number";
}

/** What a format written out means. Conditions and colours in brackets are not part of what is shown. */
export function formatMeaning(code: string): NumberMeaning {
  const shown = code.replace(/\[[^\]]*\]/g, "");
  if (/[<>≤≥≦≧＜＞]/.test(shown)) return "sign";
  const bare = shown.replace(/"[^"]*"/g, "").replace(/[\\_*]./g, "");
  if (/[yd年日]/i.test(bare) && !/^standard$/i.test(bare)) {
    return /h/i.test(bare) ? "day-and-time" : "day";
  }
  return bare.includes("%") ? "percent" : "number";
}

const DAY_MS = 86_400_000;
/** Serial 1 is 1 January 1900, and 60 the 29 February 1900 that never was: days from March 1900 on count from here. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const FIRST_SERIAL = 61;
/** 31 December 9999. */
const LAST_SERIAL = 2_958_465;

/** The day of a serial number as "YYYY-MM-DD"; null where it is none that can be told. */
export function daySerial(serial: number, from1904: boolean): string | null {
  const day = Math.floor(serial);
  if (!(day >= FIRST_SERIAL && day <= LAST_SERIAL)) return null;
  const date = new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + day * DAY_MS);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
}

/** A stored number as decimal text, without what binary arithmetic has added behind the fifteenth digit. */
export function numberText(stored: string): string {
  const number = Number(stored);
  if (!Number.isFinite(number)) return stored;
  if (/^-?\d{1,15}$/.test(stored)) return stored;
  const fifteen = Number(number.toPrecision(15));
  return Math.abs(fifteen) >= 1e21 || (fifteen !== 0 && Math.abs(fifteen) < 1e-6) ? stored : String(fifteen);
}
