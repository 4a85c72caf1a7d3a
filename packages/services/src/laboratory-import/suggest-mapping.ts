import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { newestEditions } from "@alongside/domain/viral-load/assay-register";
import { openTable, type TableOptions } from "@alongside/interchange/formats/laboratory-file/open-table";
import { createRowReader } from "@alongside/interchange/formats/laboratory-file/row-reader";
import { suggestMapping } from "@alongside/interchange/formats/laboratory-file/suggest-mapping";
import type { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { programmeAssays } from "../assay/programme-assays";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { suggestLaboratoryMappingInput } from "./inputs";
import { currentMapping } from "./laboratory-mapping";
import { storedFile } from "./stored-file";
import { findImport } from "./stored-import";
import type { LaboratoryColumn, LaboratorySuggestion } from "./views";

/** Rows from which is proposed. */
const HEAD_ROWS = 200;
const SHOWN_ROWS = 12;
const MOST_SAMPLES = 8;

/**
 * Looks at the head of an uploaded file and proposes how to read it: by the laboratory's own mapping where its columns
 * are all there, else by the names of the columns. Stores nothing but that somebody saw these rows.
 */
export async function suggestLaboratoryMapping(
  context: Context,
  input: z.input<typeof suggestLaboratoryMappingInput>,
): Promise<Result<LaboratorySuggestion>> {
  const parsed = parseInput(suggestLaboratoryMappingInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, importId, encoding, delimiter, sheet } = parsed.value;
  const scope = authorise(context, "laboratory-import.check", programmeId);
  if (!scope.ok) return scope;
  const found = await findImport(context, scope.value, importId);
  if (!found.ok) return found;
  const { row, state } = found.value;
  if (state === "uploading") return fail("rule", "laboratory-import.not-uploaded");
  if (row.pieces.length === 0) return fail("rule", "laboratory-import.file-gone");
  const stored = await currentMapping(scope.value.db, row.laboratoryId);
  const asked: TableOptions = { encoding, delimiter, sheet, decimalMark: stored?.mapping.decimalMark ?? "auto" };
  const head = await readHead(scope.value, row, asked);
  if (head.kind === "refused") return ok(head);
  const { table, rows } = head;
  const assays = await programmeAssays(scope.value.db, programmeId);
  const fits = stored !== null && createRowReader(table.header, stored.mapping, assays).kind === "ready";
  const proposal = suggestMapping(table.header, rows);
  const settings = { encoding, delimiter, sheet: sheet ?? null };
  const proposed = proposal.mapping === null ? null : { ...proposal.mapping, ...settings };
  const sites = await scope.value.db.site.findMany({
    where: { programmeId, ...(scope.value.siteIds === "all" ? {} : { id: { in: [...scope.value.siteIds] } }) },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const shown = rows.slice(0, SHOWN_ROWS);
  await writeAuditEvent(scope.value.db, context, scope.value, scope.value.actorId, { importId, rows: shown.length });
  return ok({
    kind: "read",
    ...{ file: table.file, encoding: table.encoding, delimiter: table.delimiter },
    ...{ sheets: table.sheets, sheet: table.sheet },
    columns: table.header.map((name, index) => columnFacts(name, rows, index)),
    rows: shown,
    mapping: fits && stored !== null ? stored.mapping : proposed,
    columnsFound: proposal.columnsFound,
    from: fits ? "stored" : "proposal",
    version: stored?.version ?? 0,
    assays: newestEditions(assays).map(({ key, edition, name, specimen }) => ({ key, edition, name, specimen })),
    sites,
  });
}

async function readHead({ db }: Scope, row: { readonly id: string; readonly bytes: number }, options: TableOptions) {
  const opened = await openTable(storedFile(db, row.id, row.bytes), options);
  if (opened.kind === "refused") return opened;
  const rows: (readonly string[])[] = [];
  for await (const event of opened.table.events) {
    if (event.kind === "row") rows.push(event.cells);
    else if (event.cells === undefined) return { kind: "refused" as const, problems: [event.problem] };
    if (rows.length >= HEAD_ROWS) break;
  }
  return { kind: "read" as const, table: opened.table, rows };
}

function columnFacts(name: string, rows: readonly (readonly string[])[], index: number): LaboratoryColumn {
  const cells = rows.map((row) => (row[index] ?? "").trim()).filter((cell) => cell !== "");
  return { name, samples: [...new Set(cells)].slice(0, MOST_SAMPLES), filled: cells.length };
}
