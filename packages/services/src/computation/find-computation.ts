import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { coversSite, type Scope } from "../access/authorise";
import { STATE_COLUMNS } from "./stored-computation";
import type { TASKS } from "./tasks";

export const computationInput = z.object({ programmeId: z.uuid(), computationId: z.uuid() });

/**
 * A computation by its id, for whoever may see everybody it rests on. To anybody else it does not exist.
 * @param kind only of this kind
 * @returns `computation.none`
 */
export async function findComputation(
  scope: Scope<"outcome.compute" | "suppression.read">,
  kind: keyof typeof TASKS,
  computationId: string,
) {
  const row = await scope.db.computation.findFirst({
    where: { id: computationId, kind, programmeId: scope.programmeId },
    select: { id: true, siteIds: true, requestedById: true, ...STATE_COLUMNS },
  });
  const within =
    row !== null &&
    (row.siteIds.length === 0 ? scope.siteIds === "all" : row.siteIds.every((siteId) => coversSite(scope, siteId)));
  return row !== null && within ? ok(row) : fail<typeof row & object>("not-found", "computation.none");
}
