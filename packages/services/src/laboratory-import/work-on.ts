import type { Pipeline } from "@alongside/db/pipeline/pipeline";
import { pipelinedTransaction } from "@alongside/db/pipeline/pipelined-transaction";
import type { SqlFragment } from "@alongside/db/sql";
import { fail, type Result } from "@alongside/domain/failure/failure";
import type { Scope } from "../access/authorise";
import type { Context } from "../context";

/** Ends the work on an import that somebody has stopped; never leaves this folder. */
class Stopped extends Error {}

/** One piece of work on an import. */
export interface Work {
  readonly programmeId: string;
  readonly importId: string;
  readonly status: "checking" | "running";
  /** Its one row says in `taken` whether nobody else is at work. */
  readonly lock: SqlFragment;
}

/** States in which work can begin; the first two with nobody at work are interrupted. */
const MAY_BEGIN = ["checking", "running", "uploaded", "checked", "failed", "cancelled"];

/**
 * Does work on an import in one transaction: all of it is kept, or nothing. Meanwhile its state and progress can be read,
 * and set to "cancelled", through other connections. A killed process leaves nothing behind either; the state it leaves is
 * found out to be interrupted.
 */
export async function workOn<T>(
  context: Context,
  scope: Scope,
  { programmeId, importId, status, lock }: Work,
  work: (pipeline: Pipeline, onProgress: (rows: number) => Promise<void>) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { labImport } = scope.db;
  const mine = { id: importId, programmeId, status };
  const onProgress = async (rowsDone: number): Promise<void> => {
    const moved = await labImport.updateMany({ where: mine, data: { rowsDone } });
    if (moved.count === 0) throw new Stopped();
  };
  try {
    return await pipelinedTransaction(scope.db, async (pipeline): Promise<Result<T>> => {
      const [locks = []] = await pipeline.ask([lock]);
      const [taken] = locks as readonly { readonly taken: boolean }[];
      if (taken?.taken !== true) return fail("rule", "laboratory-import.at-work");
      const begun = await labImport.updateMany({
        where: { id: importId, programmeId, status: { in: MAY_BEGIN } },
        data: { status, rowsDone: 0, finishedAt: null },
      });
      if (begun.count === 0) return fail("rule", "laboratory-import.at-work");
      return work(pipeline, onProgress);
    });
  } catch (error) {
    if (error instanceof Stopped) return fail("rule", "laboratory-import.cancelled");
    await labImport.updateMany({ where: mine, data: { status: "failed", finishedAt: context.now() } });
    throw error;
  }
}

/** Says that nothing is to be kept, because somebody has stopped the work at its very end. */
export function stopped(): never {
  throw new Stopped();
}
