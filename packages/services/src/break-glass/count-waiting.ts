import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { ledSites } from "./site-lead";

/** How many accesses wait to be looked at by this person; null for somebody who looks at none. Nobody looks at their own. */
export async function countWaitingOpenings(context: Context, programmeId: string): Promise<number | null> {
  const scope = authorise(context, "break-glass.review", programmeId);
  if (!scope.ok) return null;
  const { db, actorId } = scope.value;
  const led = await ledSites(db, scope.value);
  if (led !== "all" && led.length === 0) return null;
  return await db.breakGlass.count({
    where: {
      ...{ programmeId, reviewedAt: null, userId: { not: actorId } },
      ...(led === "all" ? {} : { openedSiteId: { in: [...led] } }),
    },
  });
}
