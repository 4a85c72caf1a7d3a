import type { ScopedDb } from "@alongside/db/client";
import type { Scope } from "../access/authorise";
import type { Verb } from "../access/matrix";

/** Participants of one site, and how many of them are enrolled now. */
export interface PeopleAtSite {
  readonly siteId: string;
  readonly site: string;
  readonly all: number;
  readonly active: number;
}

/** Participants per site of the scope, sites without anybody included. */
export async function readPeopleCounts<V extends Verb>(
  db: ScopedDb,
  scope: Scope<V>,
): Promise<readonly PeopleAtSite[]> {
  const everywhere = scope.siteIds === "all";
  const siteIds = scope.siteIds === "all" ? [] : [...scope.siteIds];
  return db.$queryRaw<PeopleAtSite[]>`
    SELECT s.id::text AS "siteId", s.name AS site, count(p.participant_id)::int AS all,
      (count(*) FILTER (WHERE e.status = 'active'))::int AS active
    FROM site s
    LEFT JOIN participant p ON p.site_id = s.id AND p.programme_id = s.programme_id
    LEFT JOIN enrolment e ON e.participant_id = p.participant_id AND e.programme_id = p.programme_id AND e.current
    WHERE s.programme_id = ${scope.programmeId}::uuid AND s.active
      AND (${everywhere} OR s.id = ANY(${siteIds}::uuid[]))
    GROUP BY s.id, s.name
    ORDER BY s.name, s.id`;
}
