import { joinSql, type SqlFragment, sql } from "@alongside/db/sql";
import type { Scope } from "../access/authorise";
import type { Verb } from "../access/matrix";

/** SQL condition that narrows participant `p` to a scope, as `scopeFilter` does for queries of the ORM. */
export function inScope<V extends Verb>(scope: Scope<V>): SqlFragment {
  const programme = sql`p.programme_id = ${scope.programmeId}::uuid`;
  if (scope.siteIds === "all") return programme;
  return sql`${programme} AND p.site_id IN (${joinSql(scope.siteIds.map((id) => sql`${id}::uuid`))})`;
}
