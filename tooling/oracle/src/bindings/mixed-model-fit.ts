import { createMatrix } from "@alongside/statistics/linear-algebra/matrix";
import { type LinearMixedModel, linearMixedModel } from "@alongside/statistics/mixed/linear-mixed-model";
import type { LogisticMixedModel } from "@alongside/statistics/mixed/logistic-mixed-model";
import type { MixedDesign, RandomTerm } from "@alongside/statistics/mixed/mixed-design";
import type { PoissonMixedModel } from "@alongside/statistics/mixed/poisson-mixed-model";
import { type ModelMatrix, modelMatrix } from "@alongside/statistics/model-matrix/model-matrix";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import type { RandomPart } from "../dialect/formula";
import { type ModelFrame, toLabels, toVariable } from "../dialect/model-frame";
import { payload } from "../dialect/payload";
import { completeNumbers } from "../dialect/read";
import { frameOfCall } from "./generalised-linear-models";

/** Data of a mixed model as lme4 arranges them. */
export interface MixedData {
  readonly frame: ModelFrame;
  readonly fixed: ModelMatrix;
  readonly design: MixedDesign;
  /** Labels of the groups, by name of the grouping factor; factors in lme4's order. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

export interface LinearMixedFit {
  readonly kind: "linear";
  readonly data: MixedData;
  readonly model: LinearMixedModel;
}
interface LogisticMixedFit {
  readonly kind: "logistic";
  readonly data: MixedData;
  readonly model: LogisticMixedModel;
}
interface PoissonMixedFit {
  readonly kind: "poisson";
  readonly data: MixedData;
  readonly model: PoissonMixedModel;
}
export type MixedFit = LinearMixedFit | LogisticMixedFit | PoissonMixedFit;

export const MIXED_FIT = payload<MixedFit>("a mixed model");

/** Reads a formula with random parts. */
export function mixedData(args: Arguments): MixedData {
  return arrange(frameOfCall(args, ["offset"]));
}

/** Arranges the variables of a formula with random parts. */
export function arrange(frame: ModelFrame): MixedData {
  if (frame.response === undefined) throw new DialectError("A mixed model needs an outcome");
  const fixed = modelMatrix(withRows(frame), frame.formula.terms, frame.formula.intercept);
  const groups = new Map<string, readonly string[]>();
  const { random } = frame.formula;
  // The parts of (1 | a/b) share their terms; lme4 names the inner group b:a, but that of (1 | a:b) as written.
  const isNested = (part: RandomPart) => random.some((other) => other !== part && other.terms === part.terms);
  const parts = random.map((part) => (isNested(part) ? { ...part, group: [...part.group].reverse() } : part));
  const terms = inOrder(parts.flatMap((part) => randomTerms(frame, part, groups)));
  const y = Float64Array.from(completeNumbers(frame.response, "the outcome"));
  return {
    frame,
    fixed,
    design: { y, x: fixed.matrix, terms },
    groups: new Map(terms.map(({ group }) => [group, groups.get(group) ?? []])),
  };
}

/** Fits a linear mixed model, by REML or maximum likelihood. */
export function fitLinear(data: MixedData, restricted: boolean): LinearMixedFit {
  const model = linearMixedModel(data.design, restricted ? "REML" : "ML");
  if (model.kind !== "linear-mixed-model") throw new DialectError(`The mixed model cannot be fitted: ${model.reason}`);
  return { kind: "linear", data, model };
}

/** Variables that say how many rows there are even in a model of the intercept alone. */
function withRows(frame: ModelFrame) {
  const rows = { kind: "numeric", values: frame.rows.map(() => 0) } as const;
  return new Map([...frame.variables, ["(rows)", rows] as const]);
}

/** lme4 puts the factor with most levels first, and turns ties around when it has to sort at all. */
function inOrder(terms: readonly RandomTerm[]): readonly RandomTerm[] {
  const levels = terms.map((term) => term.levels);
  if (levels.every((count, index) => index === 0 || count <= (levels[index - 1] ?? 0))) return terms;
  return terms
    .map((term, index) => ({ term, index }))
    .sort((a, b) => b.term.levels - a.term.levels || b.index - a.index)
    .map(({ term }) => term);
}

function randomTerms(frame: ModelFrame, part: RandomPart, groups: Map<string, readonly string[]>): RandomTerm[] {
  const group = part.group.join(":");
  const { codes, labels } = groupCodes(frame, part.group);
  groups.set(group, labels);
  const variables = new Map(part.terms.flat().map((label) => [label, toVariable(columnFor(frame, label))]));
  const rows = { kind: "numeric", values: frame.rows.map(() => 0) } as const;
  const built = (terms: readonly (readonly string[])[], intercept: boolean): RandomTerm => {
    const { names, matrix } = modelMatrix(new Map([...variables, ["(rows)", rows]]), terms, intercept);
    const columns = names.map((name, j) => ({
      name,
      values: Float64Array.from({ length: matrix.rows }, (_, i) => matrix.values[i * names.length + j] ?? 0),
    }));
    return { group, codes, levels: labels.length, columns };
  };
  if (part.correlated) return [built(part.terms, part.intercept)];
  return [...(part.intercept ? [built([], true)] : []), ...part.terms.map((term) => built([term], false))];
}

/** Groups of one factor, or of the combinations of several that occur. */
function groupCodes(frame: ModelFrame, names: readonly string[]) {
  const factors = names.map((name) => toLabels(columnFor(frame, name)));
  const rank = factors.map(({ levels }) => new Map(levels.map((level, index) => [level, index])));
  const rows = frame.rows.map((_, row) => factors.map(({ labels }) => labels[row] ?? ""));
  const unique = new Map(rows.map((parts) => [parts.join(":"), parts]));
  const order = (parts: readonly string[]) => parts.map((part, index) => rank[index]?.get(part) ?? 0);
  const labels = [...unique.keys()].sort((a, b) => {
    const [left, right] = [order(unique.get(a) ?? []), order(unique.get(b) ?? [])];
    const at = left.findIndex((value, index) => value !== right[index]);
    return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
  });
  const codeOf = new Map(labels.map((label, code) => [label, code]));
  return { labels, codes: Int32Array.from(rows, (parts) => codeOf.get(parts.join(":")) ?? 0) };
}

function columnFor(frame: ModelFrame, label: string) {
  const value = frame.values.get(label);
  if (value === undefined) throw new DialectError(`The data have no ${label}`);
  return value;
}

/** Weights that pick one coefficient. */
export function unitWeights(count: number, index: number): number[] {
  return Array.from({ length: count }, (_, j) => (j === index ? 1 : 0));
}

/** Random effects of all terms of a grouping factor side by side, as ranef() gives them. */
export function groupEffects(fit: MixedFit, group: string) {
  if (fit.kind !== "linear") {
    return { names: ["(Intercept)"], effects: createMatrix(fit.model.effects.length, 1, fit.model.effects) };
  }
  const own = fit.model.components.filter(({ term }) => term.group === group);
  const names = own.flatMap(({ term }) => term.columns.map(({ name }) => name));
  const rows = own[0]?.effects.rows ?? 0;
  const values = Array.from({ length: rows }, (_, i) =>
    own.flatMap(({ effects }) => Array.from(effects.values.subarray(i * effects.columns, (i + 1) * effects.columns))),
  );
  return { names, effects: createMatrix(rows, names.length, values.flat()) };
}
