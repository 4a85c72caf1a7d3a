import type { Tx } from "@alongside/db/client";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { authorise, type Scope } from "../access/authorise";
import type { Context } from "../context";
import { importsAtWork } from "../import-lock";
import { type LaboratoryImportState, STORED_IMPORT_STATES } from "./import-words";
import { storedReport } from "./report";
import type { LaboratoryImportDetail, LaboratoryImportView } from "./views";

/** An import as stored, with the name of its laboratory and whether its file is still there. */
export type StoredImport = Awaited<ReturnType<typeof findRows>>[number];

/**
 * Imports somebody may know of: their own, and, for whoever may see results in every site, all of them. Rows of a file are
 * about people of any site, so nobody else is shown them.
 */
export function visibleImports(context: Context, scope: Scope) {
  const { programmeId, actorId } = scope;
  const results = authorise(context, "lab-result.read", programmeId);
  return results.ok && results.value.siteIds === "all" ? { programmeId } : { programmeId, createdById: actorId };
}

/** Rows of imports in the order newest first. */
export function findRows(
  context: Context,
  scope: Scope,
  where: { readonly id?: string; readonly laboratoryId?: string },
  take: number,
) {
  return scope.db.labImport.findMany({
    where: { ...where, ...visibleImports(context, scope) },
    include: { laboratory: { select: { name: true } }, pieces: { select: { position: true }, take: 1 } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take,
  });
}

/** Where imports stand now. */
export async function importStates(
  { db }: Scope,
  rows: readonly { readonly id: string; readonly status: string }[],
): Promise<ReadonlyMap<string, LaboratoryImportState>> {
  const busy = rows.filter(({ status }) => status === "running" || status === "checking").map(({ id }) => id);
  const atWork = busy.length === 0 ? new Set<string>() : await importsAtWork(db, busy);
  return new Map(rows.map(({ id, status }) => [id, stateOf(status, atWork.has(id))]));
}

function stateOf(status: string, atWork: boolean): LaboratoryImportState {
  const stored = STORED_IMPORT_STATES.find((one) => one === status) ?? "failed";
  return (stored === "running" || stored === "checking") && !atWork ? "interrupted" : stored;
}

/** The import and where it stands, or `not-found` for one that is not of this programme or not for this person to see. */
export async function findImport(
  context: Context,
  scope: Scope,
  importId: string,
): Promise<Result<{ readonly row: StoredImport; readonly state: LaboratoryImportState }>> {
  // It may end between the two looks: what is stored then, with nobody at work, is the truth.
  for (let look = 0; ; look += 1) {
    const [row] = await findRows(context, scope, { id: importId }, 1);
    if (row === undefined) return fail("not-found", "laboratory-import.none");
    const state = (await importStates(scope, [row])).get(row.id) ?? "failed";
    if (state !== "interrupted" || look > 0) return ok({ row, state });
  }
}

/** An import as lists show it. */
export function importView(row: StoredImport, state: LaboratoryImportState): LaboratoryImportView {
  const report = storedReport(row.report);
  const counts = report?.counts ?? null;
  const left = counts === null ? 0 : counts.conflict + counts.question + counts.refused;
  return {
    ...{ importId: row.id, laboratoryId: row.laboratoryId, laboratoryName: row.laboratory.name },
    ...{ fileName: row.fileName, bytes: row.bytes, state, mappingVersion: row.mappingVersion ?? 0 },
    ...{ rowsTotal: row.rowsTotal, rowsDone: row.rowsDone, counts, awaiting: report?.awaiting ?? 0 },
    ...{ createdAt: row.createdAt, finishedAt: row.finishedAt },
    hasErrorFile: left > 0 && row.pieces.length > 0 && (state === "checked" || state === "done"),
  };
}

/** An import with everything a screen needs to go on. */
export async function importDetail(
  { db }: Scope,
  row: StoredImport,
  state: LaboratoryImportState,
): Promise<LaboratoryImportDetail> {
  const received = await receivedPieces(db, row.id);
  return { ...importView(row, state), findings: storedReport(row.report)?.findings ?? null, ...received };
}

/** How much of a file has arrived without a gap. */
export async function receivedPieces(
  db: Tx,
  importId: string,
): Promise<{ readonly receivedBytes: number; readonly nextPosition: number }> {
  const [row] = await db.$queryRaw<{ bytes: number; next: number }[]>`
    WITH piece AS (SELECT position, length(content) AS bytes FROM lab_import_piece WHERE lab_import_id = ${importId}::uuid),
         gap AS (SELECT coalesce(min(g), 0) AS at
                   FROM generate_series(0, (SELECT count(*) FROM piece)) AS g
                  WHERE NOT EXISTS (SELECT 1 FROM piece WHERE position = g))
    SELECT gap.at::int AS next, coalesce((SELECT sum(bytes) FROM piece WHERE position < gap.at), 0)::int AS bytes FROM gap`;
  return { receivedBytes: row?.bytes ?? 0, nextPosition: row?.next ?? 0 };
}
