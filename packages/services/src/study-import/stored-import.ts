import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { type StudyMapping, studyMappingSchema } from "@alongside/interchange/formats/study-csv/mapping";
import type { Scope } from "../access/authorise";
import type { Context } from "../context";
import { importsAtWork } from "../import-lock";
import { visibleImports } from "./visible-imports";

/** An import as stored. */
export type StoredImport = NonNullable<Awaited<ReturnType<typeof find>>>;

function find(context: Context, scope: Scope, importId: string) {
  return scope.db.studyImport.findFirst({ where: { id: importId, ...visibleImports(context, scope) } });
}

/** What became of an import; `interrupted` is found out, not stored: it says running, and nobody is at work on it. */
export type ImportState = "uploading" | "uploaded" | "checked" | "running" | "interrupted" | "done" | "failed";

/** Where an import stands now. */
export async function importStates(
  { db }: Scope,
  rows: readonly { readonly id: string; readonly status: string }[],
): Promise<ReadonlyMap<string, ImportState>> {
  const running = rows.filter((row) => row.status === "running").map((row) => row.id);
  const atWork = running.length === 0 ? new Set<string>() : await importsAtWork(db, running);
  return new Map(rows.map((row) => [row.id, stateOf(row.status, atWork.has(row.id))]));
}

function stateOf(status: string, atWork: boolean): ImportState {
  switch (status) {
    case "uploading":
    case "uploaded":
    case "checked":
    case "done":
      return status;
    case "running":
      return atWork ? "running" : "interrupted";
    default:
      return "failed";
  }
}

/** The import and where it stands, or `not-found` for one that is not of this programme or not for this person to see. */
export async function findImport(
  context: Context,
  scope: Scope,
  importId: string,
): Promise<Result<{ readonly row: StoredImport; readonly state: ImportState }>> {
  const row = await find(context, scope, importId);
  if (row === null) return fail("not-found", "study-import.none");
  let state = (await importStates(scope, [row])).get(row.id) ?? "failed";
  if (state !== "interrupted") return ok({ row, state });
  // It may have ended between the two looks: what is stored now, with nobody at work, is the truth.
  const again = await find(context, scope, importId);
  if (again === null) return fail("not-found", "study-import.none");
  if (again.status !== "running") state = stateOf(again.status, false);
  return ok({ row: again, state });
}

/** The mapping as stored by the check, or null. */
export function storedMapping(row: Pick<StoredImport, "mapping">): StudyMapping | null {
  const parsed = studyMappingSchema.safeParse(row.mapping);
  return parsed.success ? parsed.data : null;
}
