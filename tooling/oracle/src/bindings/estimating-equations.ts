import { chiSquaredUpper } from "@alongside/statistics/distribution/chi-squared";
import {
  type EstimatingEquations,
  generalisedEstimatingEquations,
} from "@alongside/statistics/gee/generalised-estimating-equations";
import type { CorrelationStructure } from "@alongside/statistics/gee/working-correlation";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { list, matrix, NULL, named, number, numbers, object } from "../dialect/make";
import { modelFrame } from "../dialect/model-frame";
import { payload } from "../dialect/payload";
import { asTexts, completeNumbers, entryOf } from "../dialect/read";
import { type Bindings, bind, type RValue } from "../dialect/values";
import { familyFor, outcomeOf } from "./generalised-linear-models";
import { designOf, offsetOf, ofRows, squareMatrix, standardErrors, sufficient } from "./regression-models";

const EQUATIONS = payload<EstimatingEquations>("estimating equations");
const STRUCTURES: readonly CorrelationStructure[] = ["independence", "exchangeable", "ar1", "unstructured"];

interface Call {
  readonly formula: RValue;
  readonly data: RValue;
  readonly id: RValue;
  readonly family: RValue;
  readonly structure: string;
  readonly waves?: RValue | undefined;
}

function fit(args: Arguments, { formula, data, id, family: given, structure, waves }: Call): EstimatingEquations {
  const chosen = STRUCTURES.find((one) => one === structure);
  if (chosen === undefined) throw new DialectError(`No working correlation ${structure}`);
  const frame = modelFrame(args.interpreter, formula, data, waves === undefined ? { id } : { id, waves });
  if (frame.response === undefined) throw new DialectError("A regression needs an outcome");
  const family = familyFor(given);
  const { outcome } = outcomeOf(frame.response, family, undefined);
  const occasions = frame.extras.get("waves");
  const clusters = contiguous(ofRows(frame, asTexts(frame.extras.get("id") ?? NULL).values));
  return sufficient(
    generalisedEstimatingEquations(designOf(frame), outcome, clusters, family, {
      structure: chosen,
      occasions: occasions && fromZero(completeNumbers(occasions)),
      offset: offsetOf(frame),
    }),
  );
}

/** geepack takes every run of the same id for a cluster of its own. */
function contiguous(ids: readonly (number | string)[]): readonly number[] {
  let run = 0;
  return ids.map((id, row) => {
    if (row > 0 && id !== ids[row - 1]) run += 1;
    return run;
  });
}

function fromZero(waves: readonly number[]): readonly number[] {
  const least = Math.min(...waves);
  return waves.map((wave) => wave - least);
}

function table({ names, coefficients, covariance }: EstimatingEquations): RValue {
  const errors = standardErrors(covariance);
  const rows = names.map((_, index) => {
    const [value, error] = [coefficients[index] ?? Number.NaN, errors[index] ?? Number.NaN];
    const wald = (value / error) ** 2;
    return [value, error, wald, chiSquaredUpper(wald, 1)];
  });
  return matrix(names, ["Estimate", "Std.err", "Wald", "Pr(>|W|)"], rows, 4);
}

/** In geepack's order, which lists the pairs of occasions by the first. */
function alphaOf({ correlation }: EstimatingEquations): readonly number[] {
  const occasions = (1 + Math.sqrt(1 + 8 * correlation.length)) / 2;
  if (correlation.length < 2) return correlation;
  return Array.from({ length: occasions }, (_, first) =>
    Array.from({ length: occasions - first - 1 }, (__, apart) => {
      const second = first + apart + 1;
      return correlation[(second * (second - 1)) / 2 + first] ?? 0;
    }),
  ).flat();
}

export const ESTIMATING_EQUATIONS: Bindings = {
  /** gee(f, d, id, family, corstr): geeglm() with the name of the column of clusters. */
  gee: bind("f d id fam corstr", (args) => {
    const data = args.frame("d");
    const id = entryOf(data, args.text("id"));
    if (id === undefined) throw new DialectError(`No column ${args.text("id")}`);
    const structure = args.text("corstr");
    const found = fit(args, { formula: args.value("f"), data, id, family: args.value("fam"), structure });
    return list({
      n: found.n,
      clusters: found.clusters,
      corstr: structure,
      coef: args.call("coefdf", [table(found)]),
      vcov_robust: squareMatrix(found.names, found.covariance),
      phi: found.dispersion,
      alpha: numbers(alphaOf(found)),
    });
  }),
  geeglm: bind("formula family data weights subset na.action start offset contrasts id waves corstr ...", (args) => {
    const data = args.frame("data");
    const found = fit(args, {
      formula: args.value("formula"),
      data,
      id: args.inFrame("id", data) ?? NULL,
      waves: args.inFrame("waves", data),
      family: args.has("family") ? args.value("family") : args.call("gaussian", []),
      structure: args.text("corstr", "independence"),
    });
    const fields = {
      coefficients: () => named(found.names, [...found.coefficients]),
      "fitted.values": () => numbers([...found.fitted]),
      geese: () =>
        list({
          alpha: numbers(alphaOf(found)),
          gamma: found.dispersion,
          vbeta: squareMatrix(found.names, found.covariance),
        }),
    };
    return EQUATIONS.attach(object(["geeglm", "gee", "glm", "lm"], fields), found);
  }),
  "coef.geeglm": bind("object ...", (args) => {
    const { names, coefficients } = EQUATIONS.read(args.value("object"));
    return named(names, [...coefficients]);
  }),
  "vcov.geeglm": bind("object ...", (args) => {
    const { names, covariance } = EQUATIONS.read(args.value("object"));
    return squareMatrix(names, covariance);
  }),
  "nobs.geeglm": bind("object ...", (args) => number(EQUATIONS.read(args.value("object")).n)),
  "summary.geeglm": bind("object ...", (args) => {
    const found = EQUATIONS.read(args.value("object"));
    return list({
      coefficients: table(found),
      "cov.scaled": squareMatrix(found.names, found.covariance),
      dispersion: list({ Estimate: found.dispersion }),
      corr: list({ Estimate: numbers(alphaOf(found)) }),
    });
  }),
};
