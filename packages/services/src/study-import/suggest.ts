import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { CSV_DELIMITERS } from "@alongside/interchange/formats/csv/delimiter";
import { CSV_ENCODINGS } from "@alongside/interchange/formats/csv/encoding";
import { DEFAULT_MISSING_WORDS, type StudyMappingInput } from "@alongside/interchange/formats/study-csv/mapping";
import type { SuggestionNote } from "@alongside/interchange/formats/study-csv/suggest-definitions";
import { suggestMapping } from "@alongside/interchange/formats/study-csv/suggest-mapping";
import type { Problem } from "@alongside/interchange/problem";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { alignSuggestion } from "./align-suggestion";
import { type ProgrammePlan, readPlan } from "./programme-plan";
import { readHead } from "./read-head";
import { findImport } from "./stored-import";

export const suggestStudyMappingInput = z.object({
  programmeId: z.uuid(),
  importId: z.uuid(),
  encoding: z.enum(CSV_ENCODINGS).default("auto"),
  delimiter: z.enum(["auto", ...CSV_DELIMITERS]).default("auto"),
});

/** What a column holds in the first rows of the file. */
export interface ColumnFacts {
  readonly name: string;
  /** Different texts, missing ones left out; cut off after the first `MOST_LABELS`. */
  readonly labels: readonly string[];
  /** Cells that hold something. */
  readonly filled: number;
  readonly numeric: boolean;
}

export type StudySuggestion =
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | {
      readonly kind: "read";
      readonly encoding: string;
      readonly delimiter: string;
      readonly columns: readonly ColumnFacts[];
      /** The first rows, as they stand. */
      readonly rows: readonly (readonly string[])[];
      /** Absent when the file shows nothing to import. */
      readonly mapping: StudyMappingInput | undefined;
      readonly notes: readonly SuggestionNote[];
      /** What the programme has already, to choose from. */
      readonly plan: ProgrammePlan;
    };

const SHOWN_ROWS = 12;
const MOST_LABELS = 60;

/** Looks at the head of an uploaded file and proposes how to read it. Stores nothing. */
export async function suggestStudyMapping(
  context: Context,
  input: z.input<typeof suggestStudyMappingInput>,
): Promise<Result<StudySuggestion>> {
  const parsed = parseInput(suggestStudyMappingInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, importId, encoding, delimiter } = parsed.value;
  const scope = authorise(context, "study-import.suggest", programmeId);
  if (!scope.ok) return scope;
  const found = await findImport(context, scope.value, importId);
  if (!found.ok) return found;
  if (found.value.state === "done") return fail("rule", "study-import.done-already");
  const head = await readHead(scope.value.db, importId, { encoding, delimiter });
  if (head.kind === "refused") return ok(head);
  const { file, rows } = head;
  const { mapping, notes } = suggestMapping(file.header, rows);
  const plan = await readPlan(scope.value.db, programmeId);
  return ok({
    kind: "read",
    encoding: file.encoding,
    delimiter: file.delimiter,
    columns: file.header.map((name, index) => columnFacts(name, rows, index)),
    rows: rows.slice(0, SHOWN_ROWS),
    mapping: mapping === undefined ? undefined : { ...alignSuggestion(mapping, plan), encoding, delimiter },
    notes,
    plan,
  });
}

const MISSING: ReadonlySet<string> = new Set(["", ...DEFAULT_MISSING_WORDS]);

function columnFacts(name: string, rows: readonly (readonly string[])[], index: number): ColumnFacts {
  const cells = rows.map((row) => (row[index] ?? "").trim()).filter((cell) => !MISSING.has(cell));
  const labels = [...new Set(cells)].slice(0, MOST_LABELS);
  const numeric = cells.length > 0 && cells.every((cell) => /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(cell));
  return { name, labels, filled: cells.length, numeric };
}
