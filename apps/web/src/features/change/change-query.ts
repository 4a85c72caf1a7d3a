import { chosenDefinitions } from "@/features/cohort-definition/definition-address";
import { type GlanceAddress, glanceOf, WHOLE_GLANCE, writeGlance } from "../at-a-glance/glance-address";
import type { Table, Timepoint } from "./change-view";

/** What the address says: which follow-up is shown, of which site. Both absent: the page chooses. */
export interface ChangeAddress {
  readonly at: string | null;
  readonly site: string | null;
  /** Cohorts that somebody defined, in place of the arms; none: the arms. */
  readonly cohorts: readonly string[];
  /** A data set that was frozen, in place of the records as they are. */
  readonly snapshot: string | null;
  /** What of the overview is shown, and how. */
  readonly glance: GlanceAddress;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What of `URLSearchParams` an address is read from. */
export type Parameters = Pick<URLSearchParams, "get" | "getAll">;

/** Reads the address. A site that is no id is no site, nor a cohort or a snapshot. */
export function addressOf(parameters: Parameters): ChangeAddress {
  const id = (name: string) => {
    const value = parameters.get(name);
    return value !== null && UUID.test(value) ? value : null;
  };
  return {
    at: parameters.get("at"),
    site: id("site"),
    snapshot: id("snapshot"),
    cohorts: chosenDefinitions(parameters.getAll("cohort")),
    glance: glanceOf(parameters),
  };
}

type Place = Pick<ChangeAddress, "at" | "site"> & Partial<Pick<ChangeAddress, "cohorts" | "snapshot" | "glance">>;

/** The address of the page under `path` in that state. */
export function changeHref(path: string, { at, site, cohorts, snapshot, glance }: Place): string {
  const parameters = new URLSearchParams();
  if (at !== null) parameters.set("at", at);
  if (site !== null) parameters.set("site", site);
  if (snapshot) parameters.set("snapshot", snapshot);
  for (const cohort of cohorts ?? []) parameters.append("cohort", cohort);
  writeGlance(parameters, glance ?? WHOLE_GLANCE);
  const query = parameters.toString();
  return query === "" ? path : `${path}?${query}`;
}

/** What is asked for in that state. */
export function changeQuery(programmeId: string, { site, cohorts, snapshot }: ChangeAddress) {
  return {
    programmeId,
    ...(site === null ? {} : { siteId: site }),
    ...(snapshot === null ? {} : { snapshotId: snapshot }),
    ...(cohorts.length === 0 ? {} : { definitionIds: [...cohorts] }),
  };
}

/** The follow-ups of a table, in order. */
export function followUpsOf(table: Pick<Table, "timepoints" | "baselineTimepointId">): readonly Timepoint[] {
  return table.timepoints.filter((timepoint) => timepoint.id !== table.baselineTimepointId);
}

/** As much of a table as tells at which times it has an estimate. */
interface Estimated extends Pick<Table, "timepoints" | "baselineTimepointId"> {
  readonly domains: readonly {
    readonly measures: readonly { readonly cohorts: readonly { readonly followUps: readonly FollowUp[] }[] }[];
  }[];
}

interface FollowUp {
  readonly timepointId: string;
  readonly change: { readonly kind: string };
}

/**
 * The follow-up to show: the one in the address; else the end of the programme if anything is estimated there; else the
 * latest with any estimate; else the end, or the first. Null when the programme has none.
 */
export function chooseFollowUp(table: Estimated, at: string | null): Timepoint | null {
  const followUps = followUpsOf(table);
  const asked = followUps.find((timepoint) => timepoint.code === at);
  if (asked) return asked;
  const estimated = followUps.filter((timepoint) => hasEstimate(table, timepoint.id));
  const end = (timepoints: readonly Timepoint[]) => timepoints.find((timepoint) => timepoint.kind === "end");
  return end(estimated) ?? estimated.at(-1) ?? end(followUps) ?? followUps[0] ?? null;
}

function hasEstimate({ domains }: Estimated, timepointId: string): boolean {
  return domains.some((domain) =>
    domain.measures.some((measure) =>
      measure.cohorts.some((cohort) =>
        cohort.followUps.some((one) => one.timepointId === timepointId && one.change.kind === "estimate"),
      ),
    ),
  );
}
