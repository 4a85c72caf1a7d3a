import type { ScopedDb } from "@alongside/db/client";
import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { type BackupStanding, backupStanding } from "./standing";

export const readBackupsInput = z.object({ programmeId: z.uuid() });

/** The last good backup of the installation, and what went wrong since. */
export interface BackupView {
  readonly standing: BackupStanding;
  readonly lastGood: { readonly at: Date; readonly bytes: number; readonly rows: number; readonly kind: string } | null;
  /** The last attempt that failed after it, with the failure's code; null when none did. */
  readonly failure: { readonly at: Date; readonly code: string } | null;
}

/** How the backups stand, for those who look after the installation. Nothing of anybody's is in it. */
export async function readBackups(
  context: Context,
  input: z.input<typeof readBackupsInput>,
): Promise<Result<BackupView>> {
  const parsed = parseInput(readBackupsInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "backup.read", parsed.value.programmeId);
  return scope.ok ? ok(await loadBackups(scope.value.db, context.now())) : scope;
}

/** The same for a caller who was granted the scope. The table is the installation's and stands behind no programme. */
export async function loadBackups(db: ScopedDb, now: Date): Promise<BackupView> {
  const newestFirst = { orderBy: { startedAt: "desc" } } as const;
  const good = await db.backupRun.findFirst({ where: { finishedAt: { not: null }, failure: null }, ...newestFirst });
  const since = good === null ? {} : { startedAt: { gt: good.startedAt } };
  const failed = await db.backupRun.findFirst({ where: { failure: { not: null }, ...since }, ...newestFirst });
  return {
    standing: backupStanding({ goodAt: good?.startedAt ?? null, failedAt: failed?.startedAt ?? null }, now),
    lastGood: good && { at: good.startedAt, bytes: Number(good.bytes), rows: Number(good.rows), kind: good.kind },
    failure: failed && { at: failed.startedAt, code: failed.failure ?? "" },
  };
}
