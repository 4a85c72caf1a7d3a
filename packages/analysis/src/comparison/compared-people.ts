import type { Suppressed } from "@alongside/statistics/estimate";
import { SUPPRESSED, suppressCount } from "../disclosure-control/shown-count";
import type { OutcomeRequest } from "../outcome/outcome-request";

/** The rows of a comparison, one per person, the same people in every list. */
export interface ComparedRows {
  readonly pre: readonly number[];
  readonly post: readonly number[];
  /** Whether the person belongs to the cohort the request is about. */
  readonly supported: readonly boolean[];
  readonly siteIds: readonly string[];
  /** What else is adjusted for; without gaps. */
  readonly covariates: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** People of two cohorts with both scores. */
export interface ComparedPeople {
  readonly kind: "compared-people";
  /** Everybody with both scores; no covariates. */
  readonly all: ComparedRows;
  /** Those of whom every covariate is known as well: adjusted figures rest on them. */
  readonly adjustable: ComparedRows;
}

/** Single scores may be shown, without a code, where at least so many stand together and anything is hidden at all. */
const SHOWN_TOGETHER = 10;

/** The people a comparison rests on; suppressed where the other cohort is too small to be looked at. */
export function comparedPeople(request: OutcomeRequest, comparedWith: string): ComparedPeople | Suppressed {
  const { data, cohortId, wave, covariates = [], threshold } = request;
  const people = data.people.flatMap(({ cohortId: own, siteId, values }, row) => {
    const [pre, post] = [values[0] ?? null, values[wave] ?? null];
    if ((own !== cohortId && own !== comparedWith) || pre === null || post === null) return [];
    return [{ row, pre, post, supported: own === cohortId, siteId }];
  });
  const others = people.filter(({ supported }) => !supported).length;
  const smallest = threshold <= 1 ? threshold : Math.max(threshold, SHOWN_TOGETHER);
  if (suppressCount(others, smallest).kind === "hidden") return SUPPRESSED;
  const rows = (chosen: typeof people, named: typeof covariates): ComparedRows => ({
    pre: chosen.map(({ pre }) => pre),
    post: chosen.map(({ post }) => post),
    supported: chosen.map(({ supported }) => supported),
    siteIds: chosen.map(({ siteId }) => siteId),
    covariates: named.map(({ name, values }) => ({ name, values: chosen.map(({ row }) => values[row] ?? 0) })),
  });
  const known = people.filter(({ row }) => covariates.every(({ values }) => (values[row] ?? null) !== null));
  return { kind: "compared-people", all: rows(people, []), adjustable: rows(known, covariates) };
}
