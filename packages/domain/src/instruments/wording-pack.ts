import { z } from "zod";
import { type Failure, fail, ok, type Result } from "../failure/failure";
import type { Instrument } from "./instrument";

const text = z.string().trim().min(1).max(2000);

/** What a person states when loading wording: who allowed it, where that is written, since when. */
export const permissionSchema = z.strictObject({
  holder: text,
  reference: text,
  grantedOn: z.iso.date(),
  note: z.string().max(2000).default(""),
});
export type WordingPermission = z.infer<typeof permissionSchema>;

/**
 * The wording of one instrument edition in one language, as a file: item texts by item id, option labels by response
 * set and code. It never holds scoring.
 */
export const wordingPackSchema = z.strictObject({
  instrument: text,
  edition: text,
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  title: text,
  instructions: z.string().max(4000).default(""),
  items: z.record(z.string(), text),
  options: z.record(z.string(), z.record(z.string(), text)),
});
export type WordingPack = z.infer<typeof wordingPackSchema>;

/** The columns of a wording pack as a table; `kind` is title, instructions, item, option, instrument, edition or language. */
export const WORDING_COLUMNS = ["kind", "id", "code", "text"] as const;
export interface WordingRow {
  readonly kind: string;
  /** Item id, or response set for an option. */
  readonly id: string;
  /** Response code, for an option. */
  readonly code: string;
  readonly text: string;
}

type PackIssue = NonNullable<Failure["issues"]>[number];

/**
 * Builds a pack from the rows of a table. Fails as "invalid" with the row number (the header is row 1) and rule of each
 * row that cannot be placed; what the pack lacks is for `wordingGaps` to say.
 */
export function packFromRows(rows: readonly WordingRow[]): Result<WordingPack> {
  const single: Record<string, string> = {};
  const items: Record<string, string> = {};
  const options: Record<string, Record<string, string>> = {};
  const issues: PackIssue[] = [];
  rows.forEach((row, index) => {
    const path = `row ${index + 2}`;
    if (row.kind === "item") {
      if (row.id in items) issues.push({ path, rule: "wording.item-twice", value: row.id });
      items[row.id] = row.text;
    } else if (row.kind === "option") {
      const set = options[row.id] ?? {};
      if (row.code in set) issues.push({ path, rule: "wording.option-twice", value: `${row.id} ${row.code}` });
      set[row.code] = row.text;
      options[row.id] = set;
    } else if (["instrument", "edition", "language", "title", "instructions"].includes(row.kind)) {
      if (row.kind in single) issues.push({ path, rule: "wording.row-twice", value: row.kind });
      single[row.kind] = row.text;
    } else issues.push({ path, rule: "wording.unknown-kind", value: row.kind.slice(0, 40) });
  });
  if (issues.length > 0) return fail("invalid", "wording.unreadable", { issues });
  return parseWordingPack({ ...single, items, options });
}

/** Reads a pack from JSON that came from outside; fails as "invalid" with one issue per wrong field. */
export function parseWordingPack(input: unknown): Result<WordingPack> {
  const parsed = wordingPackSchema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const issues = parsed.error.issues.map((problem) => ({
    path: problem.path.join("."),
    rule: `wording.${problem.code}`,
  }));
  return fail("invalid", "wording.unreadable", { issues });
}

/** Whether a pack belongs to an instrument and whether it is whole. */
export interface WordingReport {
  readonly complete: boolean;
  readonly itemsGiven: number;
  readonly itemsNeeded: number;
  /** Items of the instrument the pack has no text for. */
  readonly missingItems: readonly string[];
  /** Options without a label, as "set code". */
  readonly missingOptions: readonly string[];
  /** What stops the pack from being used at all: another instrument or edition, ids the instrument does not have. */
  readonly issues: readonly PackIssue[];
}

/** Compares a pack with the instrument it says it words. A pack with issues is refused; one with gaps may be kept. */
export function wordingGaps(instrument: Instrument, pack: WordingPack): WordingReport {
  const issues: PackIssue[] = [];
  if (instrument.wording !== "pack") issues.push({ path: "instrument", rule: `wording.${instrument.wording}-only` });
  if (pack.instrument !== instrument.code) {
    issues.push({ path: "instrument", rule: "wording.other-instrument", value: pack.instrument.slice(0, 40) });
  }
  if (pack.edition !== instrument.edition) {
    issues.push({ path: "edition", rule: "wording.other-edition", value: pack.edition.slice(0, 40) });
  }
  const ids = new Set(instrument.items.map(({ id }) => id));
  for (const id of Object.keys(pack.items)) {
    if (!ids.has(id)) issues.push({ path: "items", rule: "wording.unknown-item", value: id.slice(0, 40) });
  }
  const labels = Object.entries(instrument.responseSets).flatMap(([set, { options }]) =>
    options.map(({ code }) => ({ set, code: String(code) })),
  );
  for (const [set, given] of Object.entries(pack.options)) {
    for (const code of Object.keys(given)) {
      if (labels.some((label) => label.set === set && label.code === code)) continue;
      issues.push({ path: "options", rule: "wording.unknown-option", value: `${set} ${code}`.slice(0, 40) });
    }
  }
  const missingItems = [...ids].filter((id) => pack.items[id] === undefined);
  const missingOptions = labels
    .filter(({ set, code }) => pack.options[set]?.[code] === undefined)
    .map(({ set, code }) => `${set} ${code}`);
  return {
    complete: issues.length === 0 && missingItems.length === 0 && missingOptions.length === 0,
    itemsGiven: ids.size - missingItems.length,
    itemsNeeded: ids.size,
    missingItems,
    missingOptions,
    issues,
  };
}
