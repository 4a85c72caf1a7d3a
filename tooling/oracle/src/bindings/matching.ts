import { binomial } from "@alongside/statistics/regression/families";
import { generalisedLinearModel } from "@alongside/statistics/regression/generalised-linear-model";
import { type CovariateBalance, covariateBalance } from "@alongside/statistics/weighting/covariate-balance";
import { nearestNeighbourMatching } from "@alongside/statistics/weighting/nearest-neighbour-matching";
import { DialectError } from "../dialect/failure";
import { frameFromEntries, list, matrix, named, numbers, object } from "../dialect/make";
import { type ModelFrame, modelFrame } from "../dialect/model-frame";
import { payload } from "../dialect/payload";
import { entryOf } from "../dialect/read";
import { takeRows } from "../dialect/subset";
import { type Bindings, bind, type RList, type RValue } from "../dialect/values";
import { outcomeOf } from "./generalised-linear-models";
import { designOf, sufficient } from "./regression-models";

interface Matched {
  readonly data: RList;
  readonly frame: ModelFrame;
  readonly treated: readonly boolean[];
  readonly distance: readonly number[];
  /** 0 for people without a match. */
  readonly weights: readonly number[];
  /** Number of the matched set, from 1; null for people without one. */
  readonly sets: readonly (number | null)[];
}
const MATCHED = payload<Matched>("matched people");

/** MatchIt fits its scores with glm() as it is. */
const R_TOLERANCE = 1e-8;

export const MATCHING: Bindings = {
  matchit: bind("formula data method distance link distance.options estimand ... ratio replace", (args) => {
    const data = args.frame("data");
    const [method, distanceBy] = [args.text("method", "nearest"), args.text("distance", "glm")];
    if (method !== "nearest" || !/^(glm|logit|ps)$/.test(distanceBy) || args.text("estimand", "ATT") !== "ATT") {
      throw new DialectError(`No matching by ${method} on ${distanceBy}`);
    }
    if (args.flag("replace", false)) throw new DialectError("Matching with replacement is not offered");
    const [unknown] = args.rest;
    if (unknown !== undefined) throw new DialectError(`Matching with ${unknown.name} is not offered`);
    const frame = modelFrame(args.interpreter, args.value("formula"), data);
    if (frame.response === undefined) throw new DialectError("Who was treated?");
    const { outcome } = outcomeOf(frame.response, binomial(), undefined);
    const model = sufficient(generalisedLinearModel(designOf(frame), outcome, binomial(), { tolerance: R_TOLERANCE }));
    const treated = outcome.map((value) => value > 0);
    const distance = [...model.fitted];
    const pairs = nearestNeighbourMatching(distance, treated, {
      ratio: args.number("ratio", 1),
      search: "below-first",
    });
    const sets: (number | null)[] = treated.map(() => null);
    const order = treated.flatMap((isTreated, person) => (isTreated ? [person] : []));
    for (const pair of pairs) {
      const number = order.indexOf(pair.treated) + 1;
      sets[pair.treated] = number;
      sets[pair.control] = number;
    }
    const weights = matchingWeights(treated, sets);
    const found: Matched = { data, frame, treated, distance, weights, sets };
    const fields = {
      weights: () => named(frame.rowNames, weights),
      distance: () => named(frame.rowNames, distance),
      subclass: () => named(frame.rowNames, sets),
      treat: () => named(frame.rowNames, outcome),
    };
    return MATCHED.attach(object(["matchit"], fields), found);
  }),

  "match.data": bind("object ...", (args) => {
    const { data, distance, weights, sets } = MATCHED.read(args.value("object"));
    const kept = weights.flatMap((weight, row) => (weight > 0 ? [row] : []));
    const columns = (data.attributes.names ?? []).flatMap((name): [string, RValue][] => {
      const column = entryOf(data, name);
      return column === undefined ? [] : [[name, column]];
    });
    const own: [string, RValue][] = [
      ["distance", numbers(distance)],
      ["weights", numbers(weights)],
      ["subclass", numbers(sets)],
    ];
    return takeRows(frameFromEntries([...columns, ...own], data.attributes.rowNames), kept);
  }),

  "summary.matchit": bind("object ...", (args) => {
    const found = MATCHED.read(args.value("object"));
    const { treated, weights } = found;
    const count = (group: boolean, matched: boolean) =>
      treated.filter((isTreated, row) => isTreated === group && (!matched || (weights[row] ?? 0) > 0)).length;
    const both = (matched: boolean) => [count(false, matched), count(true, matched)];
    return list({
      nn: matrix(["All", "Matched"], ["Control", "Treated"], [both(false), both(true)]),
      "sum.all": balanceTable(found, undefined),
      "sum.matched": balanceTable(found, weights),
    });
  }),
};

/** 1 for the treated; controls share the weight of their set, and on average weigh 1. */
function matchingWeights(treated: readonly boolean[], sets: readonly (number | null)[]): number[] {
  const controls = new Map<number, number>();
  sets.forEach((set, row) => {
    if (set !== null && !treated[row]) controls.set(set, (controls.get(set) ?? 0) + 1);
  });
  const raw = sets.map((set, row) => (set === null ? 0 : treated[row] ? 1 : 1 / (controls.get(set) ?? 1)));
  const total = raw.reduce((sum, weight, row) => (treated[row] ? sum : sum + weight), 0);
  const matched = raw.filter((weight, row) => weight > 0 && !treated[row]).length;
  return raw.map((weight, row) => (treated[row] ? weight : (weight * matched) / total));
}

/** One row for the distance and for each covariate; a factor with a row for each of its levels. */
function balanceTable({ frame, treated, distance }: Matched, weights: readonly number[] | undefined): RValue {
  const covariates: [string, readonly number[]][] = [["distance", distance]];
  for (const [name, variable] of frame.variables) {
    if (variable.kind === "numeric") covariates.push([name, variable.values]);
    else if (variable.kind === "columns") {
      variable.columns.forEach((values, at) => {
        covariates.push([`${name}${variable.labels[at]}`, values]);
      });
    } else {
      const isLogical = variable.levels.join() === "FALSE,TRUE";
      variable.levels.forEach((level, code) => {
        if (isLogical && level === "FALSE") return;
        covariates.push([`${name}${level}`, variable.codes.map((own) => (own === code ? 1 : 0))]);
      });
    }
  }
  const rows = covariates.map(([, values]) => {
    const balance: CovariateBalance = sufficient(covariateBalance(values, treated, { weights, unit: "treated" }));
    return [balance.meanTreated, balance.meanControl, balance.standardisedDifference, balance.varianceRatio];
  });
  const columns = ["Means Treated", "Means Control", "Std. Mean Diff.", "Var. Ratio"];
  return matrix(
    covariates.map(([name]) => name),
    columns,
    rows,
    columns.length,
  );
}
