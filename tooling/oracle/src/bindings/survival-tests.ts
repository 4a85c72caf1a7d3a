import { type EventRow, eventTable } from "@alongside/statistics/survival/event-table";
import { logRank } from "@alongside/statistics/survival/log-rank";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { list, matrix, named, numbers } from "../dialect/make";
import { toLabels } from "../dialect/model-frame";
import { asTexts } from "../dialect/read";
import { type Bindings, bind, type RValue } from "../dialect/values";
import { frameOfCall } from "./generalised-linear-models";
import { sufficient } from "./regression-models";
import { rowsOfGroup } from "./survival-curves";
import { codesOf, groupsOf } from "./survival-groups";
import { followUpOf } from "./survival-response";

/** Observed and expected events per group within one stratum, weighted by its survival before, to the power rho. */
function totals(table: readonly EventRow[], rho: number) {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const size = table[0]?.events.length ?? 0;
  const [observed, expected] = [new Array<number>(size).fill(0), new Array<number>(size).fill(0)];
  let survival = 1;
  for (const { atRisk, events } of table) {
    const [n, d, weight] = [sum(atRisk), sum(events), survival ** rho];
    events.forEach((count, group) => {
      observed[group] = (observed[group] ?? 0) + weight * count;
      expected[group] = (expected[group] ?? 0) + (weight * d * (atRisk[group] ?? 0)) / n;
    });
    survival *= (n - d) / n;
  }
  return { observed, expected };
}

function survdiff(args: Arguments): RValue {
  const frame = frameOfCall(args, []);
  const groups = groupsOf(frame);
  if (groups === undefined) throw new DialectError("survdiff() needs groups");
  const given = frame.special.find((one) => one.called === "strata");
  const strata = given === undefined ? undefined : codesOf(asTexts(given.value).values);
  const followUp = followUpOf(frame.response);
  const rho = args.number("rho", 0);
  const count = groups.names.length;
  const test = sufficient(logRank(followUp, groups.codes, count, { rho, ...(strata === undefined ? {} : { strata }) }));
  // R keeps the strata apart here, as columns in the order of their names.
  const perStratum = (part: "observed" | "expected"): RValue => {
    if (given === undefined || strata === undefined) return numbers(test[part]);
    const labels = asTexts(given.value).values;
    const columns = toLabels(given.value).levels.flatMap((level) => {
      const apart = labels.map((label) => (label === level ? 0 : 1));
      if (!apart.includes(0)) return [];
      const codes = groups.codes.filter((_, row) => apart[row] === 0);
      return [totals(eventTable(rowsOfGroup(followUp, apart, 0), codes, count).flat(), rho)[part]];
    });
    const rows = groups.names.map((_, group) => columns.map((column) => column[group] ?? null));
    return matrix(null, null, rows, columns.length);
  };
  return list({
    n: named(
      groups.names,
      groups.names.map((_, code) => groups.codes.filter((one) => one === code).length),
    ),
    obs: perStratum("observed"),
    exp: perStratum("expected"),
    chisq: test.statistic,
    pvalue: test.pValue,
  });
}

export const SURVIVAL_TESTS: Bindings = {
  survdiff: bind("formula data subset na.action rho timefix", survdiff),
};
