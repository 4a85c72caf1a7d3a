import type { Tx } from "@alongside/db/client";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { writeCsvRow } from "@alongside/interchange/formats/csv/write";
import type { LaboratoryMapping } from "@alongside/interchange/formats/laboratory-file/mapping";
import { laboratoryMappingSchema } from "@alongside/interchange/formats/laboratory-file/mapping";
import { openTable } from "@alongside/interchange/formats/laboratory-file/open-table";
import type { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { readLaboratoryImportInput } from "./inputs";
import { outcomePage } from "./outcome-page";
import { storedFile } from "./stored-file";
import { findImport, importView, type StoredImport } from "./stored-import";
import type { ImportRowView } from "./views";

/** Words of the error file in the reader's language. */
export interface ErrorFileWords {
  /** Name of the column that says why, e.g. "Why not imported". */
  readonly reason: string;
  readonly say: (row: ImportRowView) => string;
}

const BYTE_ORDER_MARK = "\uFEFF";
const PAGE_ROWS = 500;
/** What was not stored. */
const LEFT = ["conflict", "question", "refused"] as const;

/**
 * The rows that were not stored (conflict, question, refused) as CSV text in pieces: the columns of the laboratory's own
 * file as they stand, and why as the last column, so that it can be put right and sent again. A column of that name from
 * an earlier error file is left out. Text that a spreadsheet would run is made harmless.
 */
export async function writeErrorFile(
  context: Context,
  input: z.input<typeof readLaboratoryImportInput>,
  words: ErrorFileWords,
): Promise<Result<AsyncIterable<string>>> {
  const parsed = parseInput(readLaboratoryImportInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, importId } = parsed.value;
  const scope = authorise(context, "laboratory-import.read", programmeId);
  if (!scope.ok) return scope;
  const found = await findImport(context, scope.value, importId);
  if (!found.ok) return found;
  const { row, state } = found.value;
  if (!importView(row, state).hasErrorFile) return fail("rule", "laboratory-import.no-error-file");
  const version = { laboratoryId: row.laboratoryId, version: row.mappingVersion ?? 0 };
  const stored = await scope.value.db.laboratoryMapping.findUnique({ where: { laboratoryId_version: version } });
  const mapping = laboratoryMappingSchema.safeParse(stored?.content);
  if (!mapping.success) return fail("rule", "laboratory-import.no-mapping");
  await writeAuditEvent(scope.value.db, context, scope.value, scope.value.actorId, { importId, file: "left-out" });
  return ok(errorRows(scope.value, row, mapping.data, words));
}

async function* errorRows(
  { db }: Scope,
  row: StoredImport,
  mapping: LaboratoryMapping,
  words: ErrorFileWords,
): AsyncGenerator<string, void, void> {
  const opened = await openTable(storedFile(db, row.id, row.bytes), mapping);
  if (opened.kind === "refused") return;
  const { header, events, delimiter } = opened.table;
  const mark = delimiter ?? ",";
  const kept = header.flatMap((name, column) => (name === words.reason ? [] : [column]));
  const line = (cells: readonly string[], reason: string): string =>
    writeCsvRow([...kept.map((column) => cells[column] ?? ""), reason], mark);
  yield BYTE_ORDER_MARK + line(header, words.reason);
  const left = leftRows(db, row.id);
  let next = await left.next();
  for await (const event of events) {
    if (next.done === true) break;
    const at = event.kind === "row" ? event.row : event.problem.row;
    const cells = event.cells;
    if (at !== next.value.row || cells === undefined) continue;
    yield line(cells, words.say(next.value));
    next = await left.next();
  }
}

async function* leftRows(db: Tx, importId: string): AsyncGenerator<ImportRowView, void, void> {
  for (let after: number | null = 0; after !== null; ) {
    const page = await outcomePage(db, { importId, outcomes: LEFT, after, take: PAGE_ROWS });
    yield* page.rows;
    after = page.next;
  }
}
