import { authorise, type Scope } from "../access/authorise";
import type { Context } from "../context";

/** The Prisma filter that leaves only the imports somebody may know of. */
export interface VisibleImports {
  readonly programmeId: string;
  readonly createdById?: string;
}

/**
 * An upload belongs to whoever sent it: its rows, its check and its figures are about single people. Others know of it
 * only when they may see the participants themselves, in every site of the programme; for them alone it exists.
 */
export function visibleImports(context: Context, scope: Scope): VisibleImports {
  const { programmeId, actorId } = scope;
  const people = authorise(context, "participant.list", programmeId);
  return people.ok && people.value.siteIds === "all" ? { programmeId } : { programmeId, createdById: actorId };
}
