import type { TIMEPOINT_KINDS } from "./mapping";

/** What a piece of a column name or a label says about time. */
export interface TimepointToken {
  /** As written. */
  readonly label: string;
  readonly kind: (typeof TIMEPOINT_KINDS)[number];
  /** Days since baseline when the token says so; otherwise undefined and only the order is known. */
  readonly targetDay: number | undefined;
  /** Sorts tokens of one file. */
  readonly order: number;
}

/** Mean lengths in days (Gregorian calendar). */
const DAYS_PER = { d: 1, w: 7, m: 30.436875, y: 365.2425 } as const;
type Unit = keyof typeof DAYS_PER;

const BASELINE = /^(?:pre|pretest|before|base|baseline|bl|screening|enrol(?:l?ment)?|前测|基线)$/i;
const END = /^(?:post|posttest|after|end|endline|final|后测|结束)$/i;
const WITH_UNIT = /^(?<count>\d{1,4})[ _-]?(?<unit>d|w|m|y)[a-z]*$/i;
const UNIT_FIRST = /^(?<unit>d|w|m|y)[a-z]*[ _-]?(?<count>\d{1,4})$/i;
const NUMBERED = /^(?:t|v|fu|visit|time|wave|occasion|round|session)?[ _-]?(?<count>\d{1,3})$/i;

/** Reads a token such as "pre", "2m", "w12", "t3" or "post"; undefined when it says nothing about time. */
export function readTimepointToken(label: string): TimepointToken | undefined {
  const text = label.trim();
  if (BASELINE.test(text)) return { label: text, kind: "baseline", targetDay: 0, order: -1 };
  if (END.test(text)) return { label: text, kind: "end", targetDay: undefined, order: 0.5 };
  const timed = (WITH_UNIT.exec(text) ?? UNIT_FIRST.exec(text))?.groups;
  if (timed !== undefined) {
    const unit = (timed.unit ?? "d").toLowerCase() as Unit;
    const targetDay = Math.round(Number(timed.count) * DAYS_PER[unit]);
    return { label: text, kind: targetDay === 0 ? "baseline" : "follow-up", targetDay, order: targetDay };
  }
  const numbered = NUMBERED.exec(text)?.groups;
  if (numbered === undefined) return undefined;
  return { label: text, kind: "follow-up", targetDay: undefined, order: Number(numbered.count) };
}

const UNIT_OF_COLUMN = /^(?<unit>day|week|month|year)s?$/i;

/** A label of a column of occasions: a bare number below "Days" or "week" is so many of them. */
export function readTimepointLabel(label: string, column: string): TimepointToken | undefined {
  const unit = UNIT_OF_COLUMN.exec(column.trim())?.groups?.unit;
  const counted = unit !== undefined && /^\d{1,4}$/.test(label.trim());
  const found = readTimepointToken(counted ? `${label.trim()}${unit}` : label);
  return found && { ...found, label: label.trim() };
}

/** A column name taken apart into what is measured and when: "bdi.2m", "prop1", "pre_phq9". */
export interface ColumnParts {
  readonly stem: string;
  readonly token: TimepointToken;
}

/** Names that themselves end in a digit, so that the number after them is the occasion: cd420 is CD4 at 20. */
const KNOWN_STEM = /^(?<stem>cd[48]|phq-?9|gad-?7|k10)(?<token>\d{1,3})$/i;
const SUFFIXED = /^(?<stem>.*[^._\- ])[._\- ]+(?<token>[^._\- ]+)$/;
const PREFIXED = /^(?<token>[^._\- ]+)[._\- ]+(?<stem>.+)$/;
const NUMBERED_NAME = /^(?<stem>.*\p{L})(?<token>\d{1,2})$/u;

/** "Prewt" and "Postwt": only said of two columns with the same rest, so that no "postcode" becomes an occasion. */
const JOINED_BEFORE = /^(?<token>pre|post)(?<stem>\p{L}.*)$/iu;
const JOINED_AFTER = /^(?<stem>.*\p{L})(?<token>pre|post)$/iu;
const PATTERNS = [KNOWN_STEM, SUFFIXED, PREFIXED, NUMBERED_NAME, JOINED_BEFORE, JOINED_AFTER];

/** The parts of a column name, or undefined when nothing in it says when. */
export function readColumnName(name: string): ColumnParts | undefined {
  for (const pattern of PATTERNS) {
    const found = pattern.exec(name)?.groups;
    const token = found?.token === undefined ? undefined : readTimepointToken(found.token);
    if (found?.stem !== undefined && token !== undefined) return { stem: found.stem, token };
  }
  return undefined;
}
