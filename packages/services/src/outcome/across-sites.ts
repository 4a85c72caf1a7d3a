import { extremesFrom } from "@alongside/analysis/disclosure-control/extremes";
import { countedPeople } from "@alongside/analysis/rows/counted-people";
import { type PooledSites, sitePooling } from "@alongside/analysis/site-pooling/site-pooling";
import type { LoadedOutcome } from "./load-request";

/** The change of an outcome site by site, with the names of the sites. */
export interface AcrossSites {
  readonly pooling: PooledSites;
  /** By id. */
  readonly names: Readonly<Record<string, string>>;
}

/**
 * The change site by site and pooled, for whoever may look at single sites and looks at all of theirs; null for others: figures of
 * single sites less those of all of them tell of few people.
 */
export function acrossSites({ request, change, programme }: LoadedOutcome): AcrossSites | null {
  if (change.siteId !== null || change.sites.length < 2 || request.description.yesOrNo === true) return null;
  const { data, cohortId, wave, threshold } = countedPeople(request).request;
  const people = data.people.filter((person) => person.cohortId === cohortId);
  return {
    pooling: sitePooling(people, wave, extremesFrom(threshold)),
    names: Object.fromEntries(programme.sites.map(({ id, name }) => [id, name])),
  };
}
