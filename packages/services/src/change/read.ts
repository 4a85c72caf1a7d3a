import type { Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { MOST_COHORTS } from "../cohort-definition/count";
import type { Context } from "../context";
import type { Held } from "../disclosure/released";
import { parseInput } from "../parse-input";
import { type LoadedChange, loadChange } from "./load";
import { loadDefinedChange } from "./load-defined";
import { loadFrozenChange } from "./load-frozen";
import { noteOpenings } from "./note-openings";

export const readChangeInput = z.object({
  programmeId: z.uuid(),
  siteId: z.uuid().optional(),
  /** A data set that was frozen, in place of the records as they are. */
  snapshotId: z.uuid().optional(),
  /** Cohorts that somebody defined, in place of the arms. */
  definitionIds: z.array(z.uuid()).min(1).max(MOST_COHORTS).optional(),
});

/** The Change page of a programme, or of one of its sites: every figure as it may be shown to this person. */
export async function readChange(
  context: Context,
  input: z.input<typeof readChangeInput>,
): Promise<Result<LoadedChange & Held>> {
  const parsed = parseInput(readChangeInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "change.read", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const loaded = await load(context, scope.value, parsed.value);
  if (loaded.ok) await noteOpenings(context, scope.value, loaded.value.table);
  return loaded;
}

function load(
  context: Context,
  scope: Scope<"change.read">,
  { siteId, definitionIds, snapshotId }: z.output<typeof readChangeInput>,
): Promise<Result<LoadedChange & Held>> {
  if (snapshotId !== undefined) return loadFrozenChange(context, scope, { snapshotId, siteId, definitionIds });
  if (definitionIds !== undefined) return loadDefinedChange(context, scope, definitionIds, siteId);
  return loadChange(context, scope, siteId);
}
