import { consentPermits, notLeftOut } from "@alongside/db/consent/use-filter";
import { sql } from "@alongside/db/sql";
import type { Scope } from "../access/authorise";
import { uuidList } from "../lab-result/read-people";

/** How many people stand in the figures but not in an export, because they did not allow it. To be shown only suppressed. */
export async function countNotExported(scope: Scope, siteIds?: readonly string[]): Promise<number> {
  const { programmeId, db } = scope;
  const [id, day] = [sql`p.participant_id`, sql`e.enrolled_on`];
  const atSites = siteIds && siteIds.length > 0 ? sql`p.site_id IN (${uuidList(siteIds)})` : sql`true`;
  const [row] = await db.$queryRaw<{ n: number }[]>(sql`
    SELECT count(*)::int AS n
      FROM participant p JOIN enrolment e ON e.participant_id = p.participant_id AND e.current
     WHERE p.programme_id = ${programmeId}::uuid AND ${atSites} AND ${notLeftOut(id)}
       AND NOT ${consentPermits("research-export", programmeId, id, day)}`);
  return row?.n ?? 0;
}
