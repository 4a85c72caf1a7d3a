import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { coversSite, mayAt, type Scope } from "../access/authorise";
import type { Context } from "../context";

interface Site {
  readonly id: string;
  readonly name: string;
}

/** Which sites figures are of, and which of them the person may also see by itself. */
export interface SitesInView<S extends Site> {
  readonly inView: readonly S[];
  readonly several: readonly S[];
}

/**
 * Two overlapping views differ by few people: whoever may not see all the people themselves has one view, not several.
 * @param sites all of the programme
 * @returns `not-found` for a site outside the scope; `change.one-view` for a single site that is not to be seen by itself
 */
export function sitesInView<S extends Site>(
  context: Context,
  scope: Scope,
  sites: readonly S[],
  siteId?: string,
): Result<SitesInView<S>> {
  const covered = sites.filter((site) => coversSite(scope, site.id));
  if (siteId !== undefined && !covered.some((site) => site.id === siteId)) return fail("not-found", "site.none");
  const seesPeople = covered.every((site) => mayAt(context, "participant.list", scope.programmeId, site.id));
  const several = covered.length === 1 || seesPeople ? covered : [];
  if (siteId !== undefined && !several.some((site) => site.id === siteId)) return fail("rule", "change.one-view");
  return ok({ several, inView: siteId === undefined ? covered : covered.filter((site) => site.id === siteId) });
}
