import type { InsufficientData } from "@alongside/statistics/estimate";
import {
  type GroupSummary,
  meanDifference,
  standardisedMeanChange,
  standardisedMeanDifference,
} from "@alongside/statistics/meta-analysis/effect-of-means";
import {
  logOddsRatio,
  logRiskRatio,
  riskDifference,
  type StudyEffect,
  type TwoByTwo,
} from "@alongside/statistics/meta-analysis/effect-of-tables";
import {
  type PooledEffect,
  type PoolingOptions,
  pooledEffect,
} from "@alongside/statistics/meta-analysis/pooled-effect";
import type { Arguments } from "../dialect/arguments";
import { DialectError, UnsupportedError } from "../dialect/failure";
import {
  frameFromEntries,
  list,
  listFromEntries,
  NULL,
  number,
  numbers,
  object,
  withAttributes,
} from "../dialect/make";
import { payload } from "../dialect/payload";
import { asNumbers, entryOf, isFrame } from "../dialect/read";
import { type Bindings, bind, type RValue } from "../dialect/values";
import { type Measure, MORE_MEASURES } from "./effect-measures";
import { ends } from "./figures";
import { sufficient } from "./regression-models";

const POOLED = payload<PooledEffect>("a pooled effect");

/** Where metafor stops its search for Paule and Mandel's estimate, and that by restricted maximum likelihood. */
const PM_TOLERANCE = Number.EPSILON ** 0.25;
const REML_TOLERANCE = 1e-5;

type Method = PoolingOptions["method"];
const METHODS: Readonly<Record<string, Method>> = {
  FE: "common",
  EE: "common",
  DL: "dersimonian-laird",
  REML: "restricted-maximum-likelihood",
  PM: "paule-mandel",
};

const TABLE = ["ai", "bi", "ci", "di"];
const MEANS = ["m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"];

const ofTable = (effect: (table: TwoByTwo) => StudyEffect | InsufficientData): Measure => ({
  needs: TABLE,
  effect: (row) =>
    effect({ firstEvents: row("ai"), firstOthers: row("bi"), secondEvents: row("ci"), secondOthers: row("di") }),
});
const ofMeans = (effect: (a: GroupSummary, b: GroupSummary) => StudyEffect | InsufficientData): Measure => ({
  needs: MEANS,
  effect: (row) =>
    effect({ mean: row("m1i"), sd: row("sd1i"), n: row("n1i") }, { mean: row("m2i"), sd: row("sd2i"), n: row("n2i") }),
});

const MEASURES: Readonly<Record<string, Measure>> = {
  OR: ofTable(logOddsRatio),
  RR: ofTable(logRiskRatio),
  RD: ofTable(riskDifference),
  MD: ofMeans(meanDifference),
  SMD: ofMeans(standardisedMeanDifference),
  /** The mean after is m1i. */
  SMCR: {
    needs: ["m1i", "m2i", "sd1i", "ni", "ri"],
    effect: (row) =>
      standardisedMeanChange({
        meanAfter: row("m1i"),
        meanBefore: row("m2i"),
        sdBefore: row("sd1i"),
        correlation: row("ri"),
        n: row("ni"),
      }),
  },
  ...MORE_MEASURES,
};

/** One column of numbers for an argument of escalc(); others of a table come from the totals. */
function columnsOf(args: Arguments, needs: readonly string[], data: RValue): Map<string, readonly (number | null)[]> {
  const read = (name: string): readonly (number | null)[] | undefined => {
    const value = args.inFrame(name, data);
    return value === undefined ? undefined : asNumbers(value).values;
  };
  const rest = (total: string, part: string) => {
    const [all, some] = [read(total), read(part)];
    return all?.map((value, row) => {
      const taken = some?.[row];
      return value === null || taken === null || taken === undefined ? null : value - taken;
    });
  };
  const fallback: Readonly<Record<string, () => readonly (number | null)[] | undefined>> = {
    bi: () => rest("n1i", "ai"),
    di: () => rest("n2i", "ci"),
  };
  const found = new Map<string, readonly (number | null)[]>();
  for (const name of needs) {
    const column = read(name) ?? fallback[name]?.();
    if (column === undefined) throw new DialectError(`escalc() needs ${name}`);
    found.set(name, column);
  }
  return found;
}

function pooled(values: RValue, variances: RValue, options: PoolingOptions): PooledEffect {
  const [effects, spreads] = [asNumbers(values).values, asNumbers(variances).values];
  const complete = effects.flatMap((effect, row) => {
    const variance = spreads[row];
    return effect === null || variance === null || variance === undefined ? [] : [{ effect, variance }];
  });
  return sufficient(
    pooledEffect(
      complete.map((one) => one.effect),
      complete.map((one) => one.variance),
      options,
    ),
  );
}

function methodOf(name: string): Method {
  const method = METHODS[name];
  if (method === undefined) throw new DialectError(`No pooling by ${name}`);
  return method;
}

export const META_ANALYSIS: Bindings = {
  escalc: bind(
    "measure ai bi ci di n1i n2i x1i x2i t1i t2i m1i m2i sd1i sd2i xi mi ri ti sdi r2i ni yi vi data ...",
    (args) => {
      const data = args.optional("data") ?? NULL;
      const name = args.text("measure");
      const measure = MEASURES[name];
      if (measure === undefined) throw new DialectError(`No effect size ${name}`);
      const columns = columnsOf(args, measure.needs, data);
      const rows = [...columns.values()].reduce((most, column) => Math.max(most, column.length), 0);
      const effects = Array.from({ length: rows }, (_, row) => {
        const at = (column: string) => {
          const values = columns.get(column) ?? [];
          return values[row % values.length] ?? null;
        };
        if (measure.needs.some((column) => at(column) === null)) return undefined;
        const effect = measure.effect((column) => at(column) ?? 0);
        return effect.kind === "effect" ? effect : undefined;
      });
      const own: [string, RValue][] = [
        ["yi", numbers(effects.map((one) => one?.value ?? null))],
        ["vi", numbers(effects.map((one) => one?.variance ?? null))],
      ];
      const kept = isFrame(data)
        ? (data.attributes.names ?? []).flatMap((column): [string, RValue][] => {
            const value = entryOf(data, column);
            return value === undefined || column === "yi" || column === "vi" ? [] : [[column, value]];
          })
        : [];
      return withAttributes(frameFromEntries([...kept, ...own]), { class: ["escalc", "data.frame"] });
    },
  ),

  rma: bind("yi vi sei weights mods data method test level digits control ...", (args) => {
    if (args.has("mods")) throw new UnsupportedError("rma with mods");
    const data = args.optional("data") ?? NULL;
    const variances =
      args.inFrame("vi", data) ??
      numbers(asNumbers(args.inFrame("sei", data) ?? NULL).values.map((value) => (value === null ? null : value ** 2)));
    const level = args.number("level", 95);
    const method = methodOf(args.text("method", "REML"));
    const result = pooled(args.inFrame("yi", data) ?? NULL, variances, {
      method,
      hartungKnapp: /^(knha|hksj)$/.test(args.text("test", "z")),
      level: level > 1 ? level / 100 : level,
      tolerance: method === "paule-mandel" ? PM_TOLERANCE : args.has("control") ? 0 : REML_TOLERANCE,
    });
    return POOLED.attach(object(["rma.uni", "rma"], fieldsOf(result)), result);
  }),
  "coef.rma": bind("object ...", (args) => number(POOLED.read(args.value("object")).estimate.value)),
  "predict.rma": bind("object ...", (args) => {
    const { estimate, predictionInterval } = POOLED.read(args.value("object"));
    return list({
      pred: estimate.value,
      se: estimate.standardError,
      "ci.lb": estimate.interval.low,
      "ci.ub": estimate.interval.high,
      "pi.lb": predictionInterval === null ? estimate.interval.low : predictionInterval.low,
      "pi.ub": predictionInterval === null ? estimate.interval.high : predictionInterval.high,
    });
  }),

  /** ma(yi, vi), whose REML is searched to the end: effects pooled by four methods, and by REML with Hartung and Knapp's interval. */
  ma: bind("yi vi", (args) => {
    const [yi, vi] = [args.value("yi"), args.value("vi")];
    const by = (name: string, hartungKnapp = false) =>
      pooled(yi, vi, { method: methodOf(name), hartungKnapp, tolerance: name === "PM" ? PM_TOLERANCE : 0 });
    const first = by("FE");
    const { estimate: robust } = by("REML", true);
    return list({
      k: first.estimate.n,
      Q: first.q.statistic,
      Q_p: first.q.pValue,
      yi: ends(asNumbers(yi).values),
      vi: ends(asNumbers(vi).values),
      methods: listFromEntries(["FE", "DL", "REML", "PM"].map((name) => [name, summaryOf(by(name))])),
      hartung_knapp_reml: list({
        se: robust.standardError,
        t: robust.test?.statistic ?? null,
        df: robust.degreesOfFreedom ?? null,
        ci95: ends([robust.interval.low, robust.interval.high]),
        p: robust.test?.pValue ?? null,
      }),
    });
  }),
};

function fieldsOf(result: PooledEffect): Readonly<Record<string, () => RValue>> {
  const { estimate, q } = result;
  return {
    b: () => number(estimate.value),
    beta: () => number(estimate.value),
    se: () => number(estimate.standardError),
    zval: () => number(estimate.test?.statistic ?? null),
    pval: () => number(estimate.test?.pValue ?? null),
    "ci.lb": () => number(estimate.interval.low),
    "ci.ub": () => number(estimate.interval.high),
    tau2: () => number(result.tauSquared),
    I2: () => number(result.iSquared),
    H2: () => number(result.hSquared),
    QE: () => number(q.statistic),
    QEp: () => number(q.pValue),
    k: () => number(estimate.n),
    ddf: () => number(estimate.degreesOfFreedom ?? null),
  };
}

function summaryOf({ estimate, predictionInterval, ...result }: PooledEffect): RValue {
  return list({
    est: estimate.value,
    se: estimate.standardError,
    ci95: ends([estimate.interval.low, estimate.interval.high]),
    p: estimate.test?.pValue ?? null,
    tau2: result.tauSquared,
    I2: result.iSquared,
    H2: result.hSquared,
    pi95: predictionInterval === null ? NULL : ends([predictionInterval.low, predictionInterval.high]),
  });
}
