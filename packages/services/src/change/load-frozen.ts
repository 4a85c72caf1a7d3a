import { changeTable } from "@alongside/analysis/change/change-table";
import { readFrozenCells } from "@alongside/db/snapshot/read-frozen-cells";
import { isKnownAtBaseline } from "@alongside/domain/cohort-definition/criteria";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { mayAt, type Scope } from "../access/authorise";
import type { Verb } from "../access/matrix";
import type { Context } from "../context";
import type { Held } from "../disclosure/released";
import { type FoundSnapshot, findSnapshot, thresholdOf } from "../snapshot/find";
import { inputOfCells } from "./change-input";
import type { DefinitionShown, LoadedChange } from "./load";
import { sitesInView } from "./sites-in-view";

/** A part of a snapshot. */
export interface FrozenPart {
  readonly snapshotId: string;
  readonly siteId?: string | undefined;
  /** Cohorts that somebody had defined, in place of the arms. */
  readonly definitionIds?: readonly string[] | undefined;
}

/**
 * The change table of a data set that was frozen, from the sums that were frozen with it: the same numbers although the
 * records moved on.
 * @returns what `findSnapshot` refuses; `cohort-definition.none` for one the snapshot does not hold;
 *   `cohort-definition.people-hidden` as for cohorts of the records as they are
 */
export async function loadFrozenChange<V extends Verb>(
  context: Context,
  scope: Scope<V>,
  { snapshotId, siteId, definitionIds }: FrozenPart,
): Promise<Result<LoadedChange & Held>> {
  const found = await findSnapshot(context, scope, snapshotId);
  if (!found.ok) return found;
  const { definition, view, takenAt } = found.value;
  const sites = sitesInView(context, scope, definition.sites, siteId);
  if (!sites.ok) return sites;
  if (definitionIds !== undefined && view !== "all") return fail("rule", "cohort-definition.people-hidden");
  const definitions = definitionIds === undefined ? null : chosen(found.value, definitionIds);
  if (definitions?.includes(undefined)) return fail("not-found", "cohort-definition.none");
  const known = definitions?.filter((one) => one !== undefined) ?? null;
  const only = siteId === undefined ? (scope.siteIds === "all" ? undefined : scope.siteIds) : [siteId];
  const cohortIds = (known ?? definition.cohorts).map(({ id }) => id);
  const cells = await readFrozenCells(scope.db, { programmeId: scope.programmeId, snapshotId }, cohortIds, only);
  const now = await scope.db.programme.findUnique({
    where: { id: scope.programmeId },
    select: { suppressionThreshold: true },
  });
  const threshold = thresholdOf(found.value, now?.suppressionThreshold ?? definition.suppressionThreshold);
  const { input, sources } = inputOfCells({ ...definition, suppressionThreshold: threshold }, cells, known);
  const seesPeople = sites.value.inView.every(({ id }) => mayAt(context, "participant.list", scope.programmeId, id));
  const shown = seesPeople || known !== null ? null : definition.enrolledShown;
  const enrolledShown = shown === null ? undefined : new Map(shown.map(({ cohortId, count }) => [cohortId, count]));
  const { several, inView } = sites.value;
  const { name, contentHash } = found.value;
  return ok({
    table: changeTable({ ...input, enrolledShown }),
    sources,
    dataLabel: definition.dataLabel,
    sites: several.map(({ id, name: siteName }) => ({ id, name: siteName })),
    siteId: siteId ?? null,
    partOf: inView.length < definition.sites.length ? inView.map((site) => site.name) : null,
    computedAt: takenAt.toISOString(),
    isRenewing: false,
    definitions: known,
    snapshot: { id: snapshotId, name, contentHash, takenAt },
    heldSince: null,
  });
}

function chosen({ definition }: FoundSnapshot, ids: readonly string[]): readonly (DefinitionShown | undefined)[] {
  return [...new Set(ids)].map((id) => {
    const found = definition.definitions.find((one) => one.id === id);
    return found && { ...found, isKnownAtBaseline: isKnownAtBaseline(found.criteria) };
  });
}
