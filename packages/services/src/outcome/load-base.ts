import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { Scope } from "../access/authorise";
import { type LoadedChange, loadChange } from "../change/load";
import { loadDefinedChange } from "../change/load-defined";
import { loadFrozenChange } from "../change/load-frozen";
import type { Context } from "../context";
import { asReleased } from "../disclosure/released";
import { type FoundSnapshot, findSnapshot } from "../snapshot/find";
import { integrityOf } from "../snapshot/read";
import type { OutcomeInput } from "./outcome-input";

/** The change table through which an outcome is opened, and of when its rows are. */
export interface OutcomeBase {
  /** The context whose clock says for which day forms are due. */
  readonly asOf: Context;
  readonly loaded: LoadedChange;
  /** Null for the records as they are. */
  readonly frozen: FoundSnapshot | null;
}

/**
 * Opens the change table of the records as they are, or of a snapshot. Rows of a snapshot are opened by whoever may not see the
 * people only while nobody of it is gone: one page with them and one without would tell who they were.
 * @param page as refusals name it in the trail
 * @returns what `asReleased`, `loadChange`, `loadDefinedChange` and `findSnapshot` refuse; `snapshot.fewer-people`;
 *   `snapshot.arms-only`
 */
export async function loadBase(
  context: Context,
  scope: Scope<"outcome.read" | "outcome.compute" | "outcome.export-script">,
  { siteId, snapshotId, definitionIds }: Pick<OutcomeInput, "siteId" | "snapshotId" | "definitionIds">,
  page = "outcome",
): Promise<Result<OutcomeBase>> {
  if (definitionIds !== undefined) {
    // Whom a cohort takes is known of the records as they are only.
    if (snapshotId !== undefined) return fail("rule", "snapshot.arms-only");
    const release = await asReleased(context, scope, { family: "scores", page, siteId });
    if (!release.ok) return release;
    const loaded = await loadDefinedChange(context, scope, definitionIds, siteId);
    return loaded.ok ? ok({ asOf: release.value, loaded: loaded.value, frozen: null }) : loaded;
  }
  if (snapshotId === undefined) {
    const release = await asReleased(context, scope, { family: "scores", page, siteId });
    if (!release.ok) return release;
    const loaded = await loadChange(context, scope, siteId);
    return loaded.ok ? ok({ asOf: release.value, loaded: loaded.value, frozen: null }) : loaded;
  }
  const found = await findSnapshot(context, scope, snapshotId);
  if (!found.ok) return found;
  const { view, takenAt } = found.value;
  if (view !== "all" && (await integrityOf(context, scope, found.value)).kind !== "same") {
    return fail("rule", "snapshot.fewer-people");
  }
  const loaded = await loadFrozenChange(context, scope, { snapshotId, siteId });
  if (!loaded.ok) return loaded;
  return ok({ asOf: { ...context, now: () => takenAt }, loaded: loaded.value, frozen: found.value });
}
