import { ok, type Result } from "@alongside/domain/failure/failure";
import { type SnapshotCounts, snapshotCounts } from "@alongside/domain/snapshot/snapshot-definition";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { type SnapshotView, viewOf } from "./find";

export const listSnapshotsInput = z.object({ programmeId: z.uuid() });

/** A data set that was frozen. */
export interface ListedSnapshot {
  readonly snapshotId: string;
  readonly name: string;
  readonly contentHash: string;
  readonly takenAt: Date;
  /** Null for somebody whose account is gone. */
  readonly takenBy: string | null;
  readonly view: SnapshotView;
  /** Null for whoever may not see the people: two such numbers would tell of single ones. */
  readonly counts: SnapshotCounts | null;
}

/** Every snapshot of the programme, newest first. */
export async function listSnapshots(
  context: Context,
  input: z.input<typeof listSnapshotsInput>,
): Promise<Result<readonly ListedSnapshot[]>> {
  const parsed = parseInput(listSnapshotsInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId } = parsed.value;
  const scope = authorise(context, "snapshot.read", programmeId);
  if (!scope.ok) return scope;
  const { db } = scope.value;
  const rows = await db.snapshot.findMany({
    where: { programmeId },
    orderBy: [{ takenAt: "desc" }, { id: "desc" }],
    omit: { definition: true },
  });
  const people = await db.user.findMany({
    where: { id: { in: rows.map(({ takenById }) => takenById) } },
    select: { id: true, name: true },
  });
  const views = {
    released: await viewOf(context, scope.value, { released: true }),
    other: await viewOf(context, scope.value, { released: false }),
  };
  return ok(
    rows.map(({ id, name, contentHash, takenAt, takenById, released, counts }) => {
      const view = released ? views.released : views.other;
      return {
        ...{ snapshotId: id, name, contentHash, takenAt, view },
        takenBy: people.find((one) => one.id === takenById)?.name ?? null,
        counts: view === "all" ? snapshotCounts.parse(counts) : null,
      };
    }),
  );
}
