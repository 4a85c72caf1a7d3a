import { quantile } from "@alongside/statistics/descriptive/quantile";
import { type Estimate, type InsufficientData, insufficient, type Suppressed } from "@alongside/statistics/estimate";
import { createMatrix } from "@alongside/statistics/linear-algebra/matrix";
import { modelMatrix } from "@alongside/statistics/model-matrix/model-matrix";
import type { Variable } from "@alongside/statistics/model-matrix/variable";
import { ancova } from "@alongside/statistics/regression/ancova";
import { linearModel } from "@alongside/statistics/regression/linear-model";
import { robustCovariance } from "@alongside/statistics/regression/robust-covariance";
import { type WaldTest, waldTest } from "@alongside/statistics/regression/wald-test";
import { type ComparedRows, comparedPeople } from "../comparison/compared-people";
import { extremesFrom } from "../disclosure-control/extremes";
import { SUPPRESSED } from "../disclosure-control/shown-count";
import type { OutcomeRequest } from "../outcome/outcome-request";
import { countedPeople } from "../rows/counted-people";

/** What people are told apart by: the score before, at its median; or the site. */
export type SubgroupBy = "baseline" | "site";

/** The comparison among some of the people. */
export interface Subgroup {
  /** "below" and "from" the median, or the id of a site. */
  readonly id: string;
  readonly supported: number;
  readonly compared: number;
  /** Scores after at equal scores before, one cohort less the other. */
  readonly difference: Estimate;
}

/** The comparison by subgroups: whether it differs first, then how. */
export interface SubgroupAnalysis {
  readonly by: SubgroupBy;
  /** That the difference is the same in all of them. Of the score before, as a straight line and not by halves. */
  readonly interaction: WaldTest | InsufficientData;
  /** Where the halves meet, in points; null for sites. */
  readonly split: number | null;
  readonly groups: readonly Subgroup[];
}

/** One way of telling people apart; hidden where one of its groups has too few people of a cohort. */
export type ShownSubgroups = {
  readonly by: SubgroupBy;
  readonly shown: SubgroupAnalysis | InsufficientData | Suppressed;
};

/** Every way of telling people apart; hidden where the other cohort is too small to be looked at. */
export type Subgroups = readonly ShownSubgroups[] | Suppressed;

/**
 * Whether two cohorts differ more among some people than among others. One test of the interaction says so, and only beside it
 * are subgroups looked at: a difference here and none there is no evidence that they differ. The halves are cut at the median,
 * so nobody chose where. R: lm(post ~ pre * cohort) and lm(post ~ pre + cohort * site) with sandwich::vcovHC(type = "HC3") and
 * the Wald F test of the interaction; lm(post ~ pre + cohort) within a subgroup.
 * @param bySite whether the person may look at single sites
 */
export function subgroups(request: OutcomeRequest, comparedWith: string, bySite: boolean): Subgroups {
  const counted = countedPeople({ ...request, comparedWith });
  const people = comparedPeople(counted.request, comparedWith);
  if (people.kind === "suppressed") return SUPPRESSED;
  const fewest = extremesFrom(request.threshold);
  const ways: readonly SubgroupBy[] = bySite ? ["baseline", "site"] : ["baseline"];
  return ways.map((by) => ({ by, shown: bySubgroup(by, people.all, fewest) }));
}

function bySubgroup(by: SubgroupBy, rows: ComparedRows, fewest: number): ShownSubgroups["shown"] {
  const split = by === "site" ? null : quantile(rows.pre, 0.5);
  const idOf = (row: number) =>
    split === null ? (rows.siteIds[row] ?? "") : (rows.pre[row] ?? 0) < split ? "below" : "from";
  const ids = [...new Set(rows.pre.map((_, row) => idOf(row)))].sort();
  if (ids.length < 2) return insufficient("no-spread", rows.pre.length);
  const members = ids.map((id) => ({ id, places: rows.pre.flatMap((_, row) => (idOf(row) === id ? [row] : [])) }));
  const count = (places: readonly number[], own: boolean) => places.filter((row) => rows.supported[row] === own).length;
  const smallest = Math.min(...members.flatMap(({ places }) => [count(places, true), count(places, false)]));
  // One group too few, and what is shown of the others with what is shown of all would tell of it.
  if (fewest > 1 && smallest < fewest) return SUPPRESSED;
  if (smallest === 0) return insufficient("no-events", rows.pre.length);
  const levels = { kind: "factor", levels: ids, codes: rows.pre.map((_, row) => ids.indexOf(idOf(row))) } as const;
  return {
    by,
    interaction: interaction(rows, split === null ? levels : null),
    split,
    groups: members.map(({ id, places }) => ({
      ...{ id, supported: count(places, true), compared: count(places, false) },
      difference: differenceAmong(rows, places),
    })),
  };
}

/** Of everybody in one model, with errors that allow for unequal spread. */
function interaction(rows: ComparedRows, sites: Variable | null): WaldTest | InsufficientData {
  const variables = new Map<string, Variable>([
    ["pre", { kind: "numeric", values: rows.pre }],
    ["cohort", cohortOf(rows.supported)],
    ...(sites === null ? [] : ([["site", sites]] as const)),
  ]);
  const terms =
    sites === null ? [["pre"], ["cohort"], ["pre", "cohort"]] : [["pre"], ["cohort"], ["site"], ["cohort", "site"]];
  const model = linearModel(modelMatrix(variables, terms), rows.post);
  if (model.kind === "insufficient-data") return model;
  const { names, coefficients, degreesOfFreedom, n } = model;
  const asked = names.flatMap((name, at) => (name.includes(":") ? [at] : []));
  // Where a site has people of one cohort only, nobody can say how the cohorts differ there.
  const wished = sites === null || sites.kind !== "factor" ? 1 : sites.levels.length - 1;
  const contrasts = createMatrix(asked.length, names.length);
  asked.forEach((column, row) => {
    contrasts.values[row * names.length + column] = 1;
  });
  const test =
    asked.length === wished
      ? waldTest(coefficients, robustCovariance(model, "HC3"), contrasts, degreesOfFreedom)
      : null;
  return test ?? insufficient("not-identifiable", n);
}

function differenceAmong(rows: ComparedRows, places: readonly number[]): Estimate {
  const of = (values: readonly number[]) => places.map((row) => values[row] ?? 0);
  const found = ancova(of(rows.pre), of(rows.post), cohortOf(places.map((row) => rows.supported[row] === true)));
  if (found.kind === "insufficient-data") return found;
  return found.differences[0]?.estimate ?? insufficient("not-identifiable", places.length);
}

function cohortOf(supported: readonly boolean[]) {
  return { kind: "factor", levels: ["compared", "supported"], codes: supported.map(Number) } as const;
}
