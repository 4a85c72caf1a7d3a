import { type FigureDifference, tableDifference } from "@alongside/analysis/change/table-difference";
import { compareSnapshots, type SnapshotDifference } from "@alongside/db/snapshot/difference";
import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { LoadedChange } from "../change/load";
import { loadFrozenChange } from "../change/load-frozen";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { findSnapshot } from "./find";

export const compareSnapshotsInput = z.object({ programmeId: z.uuid(), first: z.uuid(), second: z.uuid() });

/** What tells two snapshots apart. */
export interface ComparedSnapshots {
  /** Null for whoever may not see the people. */
  readonly rows: SnapshotDifference | null;
  /** Every figure of arms that is in both or in one, with whether it is the same. */
  readonly figures: readonly FigureDifference[];
  /** Names of measures, cohorts and times. */
  readonly first: LoadedChange;
  readonly second: LoadedChange;
}

/** Compares two snapshots: by people and forms, and figure by figure as each may be shown. */
export async function compareTwoSnapshots(
  context: Context,
  input: z.input<typeof compareSnapshotsInput>,
): Promise<Result<ComparedSnapshots>> {
  const parsed = parseInput(compareSnapshotsInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, first, second } = parsed.value;
  const scope = authorise(context, "snapshot.read", programmeId);
  if (!scope.ok) return scope;
  const found = await findSnapshot(context, scope.value, first);
  if (!found.ok) return found;
  const [one, other] = [
    await loadFrozenChange(context, scope.value, { snapshotId: first }),
    await loadFrozenChange(context, scope.value, { snapshotId: second }),
  ];
  if (!one.ok) return one;
  if (!other.ok) return other;
  const seesAll = found.value.view === "all" && scope.value.siteIds === "all";
  return ok({
    rows: seesAll ? await compareSnapshots(scope.value.db, programmeId, [first, second]) : null,
    figures: tableDifference(one.value.table, other.value.table),
    first: one.value,
    second: other.value,
  });
}
