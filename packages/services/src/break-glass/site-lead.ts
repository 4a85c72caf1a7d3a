import type { Tx } from "@alongside/db/client";
import type { Scope } from "../access/authorise";

/** Sites whose accesses a person is told about and judges. */
export type LedSites = "all" | readonly string[];

/**
 * The sites somebody leads: those that name them, where they have a role; and for an administrator of the whole programme
 * all of them, so that no access is left without anybody to look at it.
 */
export async function ledSites(tx: Tx, scope: Scope): Promise<LedSites> {
  if (scope.siteIds === "all" && scope.roles.includes("administrator")) return "all";
  const led = await tx.site.findMany({
    where: { programmeId: scope.programmeId, leadUserId: scope.actorId },
    select: { id: true },
  });
  return led.map(({ id }) => id).filter((id) => scope.siteIds === "all" || scope.siteIds.includes(id));
}

/** Whether somebody is told about accesses at a site. */
export async function isLeadOf(tx: Tx, scope: Scope, siteId: string): Promise<boolean> {
  const led = await ledSites(tx, scope);
  return led === "all" || led.includes(siteId);
}
