import { verifySnapshot } from "@alongside/db/snapshot/verify";
import { ok, type Result } from "@alongside/domain/failure/failure";
import type { SnapshotCounts, SnapshotDefinition } from "@alongside/domain/snapshot/snapshot-definition";
import { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { wholeProgramme } from "../access/whole-programme";
import { canonicalHash } from "../canonical-hash";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { type FoundSnapshot, findSnapshot } from "./find";

export const readSnapshotInput = z.object({ programmeId: z.uuid(), snapshotId: z.uuid() });

/** Whether the rows of a snapshot are still what they were. */
export type SnapshotIntegrity =
  /** Every row gives the hash that was written down. */
  | { readonly kind: "same" }
  /**
   * People were erased, or have stepped back so that nothing of theirs is used. Sums stand as they were frozen; whatever is
   * computed from single people leaves these out. Numbers for whoever may see the people.
   */
  | { readonly kind: "fewer"; readonly people: { readonly erased: number; readonly leftOut: number } | null }
  /** Something was changed that the program does not change. */
  | { readonly kind: "altered" };

export interface ReadSnapshot {
  readonly snapshotId: string;
  readonly name: string;
  readonly contentHash: string;
  readonly takenAt: Date;
  readonly takenBy: string | null;
  /** Null for whoever may not see the people. */
  readonly counts: SnapshotCounts | null;
  readonly definition: Pick<
    SnapshotDefinition,
    "sites" | "cohorts" | "timepoints" | "definitions" | "plan" | "suppressionThreshold" | "dataLabel"
  >;
  readonly integrity: SnapshotIntegrity;
}

/** A snapshot with what it was taken of, and whether its rows still give its hash. */
export async function readSnapshot(
  context: Context,
  input: z.input<typeof readSnapshotInput>,
): Promise<Result<ReadSnapshot>> {
  const parsed = parseInput(readSnapshotInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, snapshotId } = parsed.value;
  const scope = authorise(context, "snapshot.read", programmeId);
  if (!scope.ok) return scope;
  const found = await findSnapshot(context, scope.value, snapshotId);
  if (!found.ok) return found;
  const { name, contentHash, takenAt, takenById, counts, definition, view } = found.value;
  const taker = await scope.value.db.user.findUnique({ where: { id: takenById }, select: { name: true } });
  const { sites, cohorts, timepoints, definitions, plan, suppressionThreshold, dataLabel } = definition;
  return ok({
    ...{ snapshotId, name, contentHash, takenAt, takenBy: taker?.name ?? null },
    counts: view === "all" ? counts : null,
    definition: { sites, cohorts, timepoints, definitions, plan, suppressionThreshold, dataLabel },
    integrity: await integrityOf(context, scope.value, found.value),
  });
}

/** Computes the hash of a snapshot anew, of all its sites whoever asks. */
export async function integrityOf(context: Context, scope: Scope, found: FoundSnapshot): Promise<SnapshotIntegrity> {
  const { id, definition, counts, dataHash, contentHash, view } = found;
  const state = await verifySnapshot(wholeProgramme(context, scope), scope.programmeId, id);
  const erased = counts.people - state.people;
  const isAltered = state.altered > 0 || erased < 0 || (erased === 0 && state.dataHash !== dataHash);
  if (isAltered || canonicalHash({ definition, counts, dataHash }) !== contentHash) return { kind: "altered" };
  if (erased === 0 && state.leftOut === 0) return { kind: "same" };
  return { kind: "fewer", people: view === "all" ? { erased, leftOut: state.leftOut } : null };
}
