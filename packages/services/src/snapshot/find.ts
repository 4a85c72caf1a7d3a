import { effectiveThreshold } from "@alongside/analysis/disclosure-control/shown-count";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { snapshotCounts, snapshotDefinition } from "@alongside/domain/snapshot/snapshot-definition";
import type { Scope } from "../access/authorise";
import type { Context } from "../context";
import { countingThreshold } from "../disclosure/counting-threshold";

/** What somebody may see of a snapshot. */
export type SnapshotView =
  /** Everything: they may see the people anyway, or nothing is hidden from anybody. */
  | "all"
  /** The figures of the whole programme, as they could be released to anybody when it was taken. */
  | "released"
  /** That it is there. */
  | "none";

/** A snapshot with what it was taken of, and what this person may see of it. */
export type FoundSnapshot = NonNullable<Awaited<ReturnType<typeof readOne>>> & { readonly view: SnapshotView };

/**
 * Finds a snapshot of the programme for somebody.
 * @returns `snapshot.none`; `snapshot.not-released` where its figures differ from released ones by too few people
 */
export async function findSnapshot(context: Context, scope: Scope, snapshotId: string): Promise<Result<FoundSnapshot>> {
  const found = await readOne(scope, snapshotId);
  if (found === null) return fail("not-found", "snapshot.none");
  const view = await viewOf(context, scope, found);
  return view === "none" ? fail("rule", "snapshot.not-released") : ok({ ...found, view });
}

/** What somebody may see of a snapshot that was or was not released. */
export async function viewOf(
  context: Context,
  scope: Scope,
  { released }: { readonly released: boolean },
): Promise<SnapshotView> {
  const programme = await scope.db.programme.findUnique({
    where: { id: scope.programmeId },
    select: { suppressionThreshold: true, dataLabel: true, sites: { select: { id: true } } },
  });
  if (programme === null) return "none";
  if (countingThreshold(context, scope, programme) !== null) return "all";
  return released && scope.siteIds === "all" ? "released" : "none";
}

/** The threshold under which figures of it are hidden: that of then or of now, whichever hides more. */
export function thresholdOf({ definition }: Pick<FoundSnapshot, "definition">, now: number): number {
  const then = definition.suppressionThreshold;
  return effectiveThreshold(then) >= effectiveThreshold(now) ? then : now;
}

async function readOne({ db, programmeId }: Scope, id: string) {
  const row = await db.snapshot.findUnique({ where: { programmeId_id: { programmeId, id } } });
  if (row === null) return null;
  const { definition, counts, ...rest } = row;
  return { ...rest, definition: snapshotDefinition.parse(definition), counts: snapshotCounts.parse(counts) };
}
