import type { JsonInput } from "@alongside/db/client";
import { IMPORT_OUTCOMES, type ImportCounts, type ImportOutcome } from "./import-words";
import type { ImportFindings, OpenQuestion, UnknownWord } from "./views";

/** What a dry run or a run found, as it is stored with the import. */
export interface ImportReport {
  /** Null where the file as a whole cannot be read. */
  readonly counts: ImportCounts | null;
  readonly awaiting: number;
  readonly findings: ImportFindings;
}

/** Different questions, words and refusals that are listed; the rows of the others are only counted. */
const MOST_LISTED = 200;

/** Adds up what became of rows. */
export class ReportMaker {
  readonly #counts = new Map<ImportOutcome, number>();
  readonly #questions = new Map<string, OpenQuestion>();
  readonly #words = new Map<string, UnknownWord>();
  readonly #refusals = new Map<string, ImportFindings["refusals"][number]>();
  #awaiting = 0;
  #rows = 0;

  /** Counts a row. */
  row(outcome: ImportOutcome, field: string | null, rule: string | null, awaiting: boolean): void {
    this.#rows += 1;
    this.#counts.set(outcome, (this.#counts.get(outcome) ?? 0) + 1);
    if (awaiting) this.#awaiting += 1;
    if (outcome !== "refused" || rule === null) return;
    const key = `${field} ${rule}`;
    raise(this.#refusals, key, { field, rule, rows: 0 });
  }

  /** Notes a question, or one more row of it. */
  question(asked: Omit<OpenQuestion, "rows">): void {
    raise(this.#questions, JSON.stringify([asked.text, asked.assay]), { ...asked, rows: 0 });
  }

  /** Notes a word without a meaning, or one more row of it. */
  unknownWord(word: Omit<UnknownWord, "rows">): void {
    raise(this.#words, `${word.field} ${word.text}`, { ...word, rows: 0 });
  }

  get rows(): number {
    return this.#rows;
  }

  /** The report over all rows. */
  report(): ImportReport {
    const counts = Object.fromEntries(IMPORT_OUTCOMES.map((outcome) => [outcome, this.#counts.get(outcome) ?? 0]));
    return {
      counts: counts as Record<ImportOutcome, number>,
      awaiting: this.#awaiting,
      findings: {
        problems: [],
        questions: frequentFirst(this.#questions),
        unknownWords: frequentFirst(this.#words),
        refusals: frequentFirst(this.#refusals),
      },
    };
  }
}

function raise<T extends { readonly rows: number }>(list: Map<string, T>, key: string, first: T): void {
  const known = list.get(key);
  if (known === undefined && list.size >= MOST_LISTED) return;
  const one = known ?? first;
  list.set(key, { ...one, rows: one.rows + 1 });
}

function frequentFirst<T extends { readonly rows: number }>(list: ReadonlyMap<string, T>): readonly T[] {
  return [...list.values()].toSorted((a, b) => b.rows - a.rows);
}

/** The report of a file that cannot be read as a whole. */
export function unreadable(problems: ImportFindings["problems"]): ImportReport {
  return { counts: null, awaiting: 0, findings: { problems, questions: [], unknownWords: [], refusals: [] } };
}

/** A report as a json column takes it. */
export function reportJson(report: ImportReport): JsonInput {
  return JSON.parse(JSON.stringify(report));
}

/** The report as stored by `reportJson`, or null. */
export function storedReport(json: unknown): ImportReport | null {
  return typeof json === "object" && json !== null && "findings" in json ? (json as ImportReport) : null;
}
