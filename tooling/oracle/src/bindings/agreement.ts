import { limitsOfAgreement } from "@alongside/statistics/agreement/bland-altman";
import { type CohenKappa, cohenKappa, type KappaWeights } from "@alongside/statistics/agreement/cohen-kappa";
import { fleissKappa } from "@alongside/statistics/agreement/fleiss-kappa";
import {
  type IntraclassCorrelation,
  intraclassCorrelations,
} from "@alongside/statistics/agreement/intraclass-correlation";
import { type AlphaMetric, krippendorffAlpha } from "@alongside/statistics/agreement/krippendorff-alpha";
import { gwetAc1, twoRaterAgreement } from "@alongside/statistics/agreement/two-rater-agreement";
import { crossTabulate } from "@alongside/statistics/contingency/count-table";
import type { InsufficientData } from "@alongside/statistics/estimate";
import { DialectError } from "../dialect/failure";
import { frame, list, listFromEntries, matrix, numbers, texts } from "../dialect/make";
import { asNumbers, asTexts, asVector, isFactor, isFrame } from "../dialect/read";
import { type Bindings, bind, type RValue } from "../dialect/values";
import { categoriesOf } from "./count-tables";
import { figureOf, intervalOf } from "./figures";

/** Units in rows, raters in columns; null where there is no rating. */
function ratings<T>(value: RValue, read: (column: RValue) => readonly (T | null)[]): (T | null)[][] {
  const columns = isFrame(value) ? value.values.map(read) : columnsOfMatrix(value, read);
  return (columns[0] ?? []).map((_, row) => columns.map((column) => column[row] ?? null));
}

function columnsOfMatrix<T>(value: RValue, read: (column: RValue) => readonly (T | null)[]): (readonly (T | null)[])[] {
  const [rows = 0, columns = 0] = value.attributes.dim ?? [];
  const all = read({ ...asVector(value), attributes: {} });
  return Array.from({ length: columns }, (_, column) => all.slice(column * rows, (column + 1) * rows));
}

const isComplete = <T>(row: readonly (T | null)[]): row is T[] => row.every((rating) => rating !== null);
const readTexts = (column: RValue) => asTexts(column).values;
const readNumbers = (column: RValue) => asNumbers(column).values;

/** Table of two raters over given categories; people without both ratings are left out, as table() does. */
function raterTable(a: RValue, b: RValue, categories: readonly (string | null)[]): number[][] {
  const [first, second] = [readTexts(a), readTexts(b)];
  const pairs = first.flatMap((one, index) => {
    const [row, column] = [categories.indexOf(one), categories.indexOf(second[index] ?? null)];
    return one === null || row < 0 || column < 0 ? [] : [[row, column] as const];
  });
  return crossTabulate(
    pairs.map(([row]) => row),
    pairs.map(([, column]) => column),
    categories.length,
    categories.length,
  );
}

function kappaFields(kappa: CohenKappa | InsufficientData): RValue {
  const known = kappa.kind === "estimate" ? kappa : undefined;
  return list({
    kappa: known?.value ?? null,
    po: known?.observedAgreement ?? null,
    pe: known?.expectedAgreement ?? null,
    ase: known?.standardError ?? null,
    ci95: intervalOf(kappa),
    ase0: known?.standardErrorIndependent ?? null,
    z: known?.test?.statistic ?? null,
    p: known?.test?.pValue ?? null,
  });
}

function metricOf(name: string): AlphaMetric {
  if (name === "nominal" || name === "ordinal" || name === "interval" || name === "ratio") return name;
  throw new DialectError(`No metric ${name}`);
}

const standardErrorOf = (figure: ReturnType<typeof gwetAc1>) =>
  figure.kind === "estimate" ? figure.standardError : null;

export const AGREEMENT: Bindings = {
  /** kap(a, b, levels): Cohen's kappa under three weights. */
  kap: bind("a b levels", (args) => {
    const levels = args.value("levels");
    const categories = readTexts(levels);
    const names = categories.map((name) => name ?? "NA");
    const table = raterTable(args.value("a"), args.value("b"), categories);
    const of = (weights: KappaWeights) => cohenKappa(table, weights);
    const [unweighted, linear, quadratic] = [of("unweighted"), of("linear"), of("quadratic")];
    const agreement = twoRaterAgreement(table);
    return list({
      n: table.flat().reduce((sum, count) => sum + count, 0),
      levels,
      table: matrix(names, names, table),
      unweighted: kappaFields(unweighted),
      linear: kappaFields(linear),
      quadratic: kappaFields(quadratic),
      vcd: list({
        unweighted: figureOf(unweighted),
        unweighted_ase: standardErrorOf(unweighted),
        linear: figureOf(linear),
        linear_ase: standardErrorOf(linear),
        quadratic: figureOf(quadratic),
        quadratic_ase: standardErrorOf(quadratic),
      }),
      psych: list({ kappa: figureOf(unweighted), weighted_quadratic: figureOf(quadratic) }),
      pabak: agreement.kind === "two-rater-agreement" ? agreement.pabak : null,
    });
  }),
  /** ac1(a, b, levels) and scott(a, b, levels): the coefficients of two raters that kap leaves out. */
  ac1: bind("a b levels", (args) => {
    const found = gwetAc1(raterTable(args.value("a"), args.value("b"), readTexts(args.value("levels"))));
    return list({ ac1: figureOf(found), se: standardErrorOf(found), ci95: intervalOf(found) });
  }),
  scott: bind("a b levels", (args) => {
    const found = twoRaterAgreement(raterTable(args.value("a"), args.value("b"), readTexts(args.value("levels"))));
    return list({ pi: found.kind === "two-rater-agreement" ? found.scottPi : null });
  }),
  /** fleiss(ratings): subjects with all ratings, categories in order. */
  fleiss: bind("x", (args) => {
    const value = args.value("x");
    const complete = ratings(value, readTexts).filter(isComplete);
    const numeric = areNumbers(value);
    const categories = categoriesOf(numeric ? numbers(complete.flat().map(Number)) : texts(complete.flat())).levels;
    const counts = complete.map((row) =>
      categories.map((category) => row.filter((rating) => rating === category).length),
    );
    const found = fleissKappa(counts);
    const known = found.kind === "fleiss-kappa" ? found : undefined;
    return list({
      subjects: complete.length,
      raters: complete[0]?.length ?? 0,
      categories: numeric ? numbers(categories.map(Number)) : texts(categories),
      kappa: known?.value ?? null,
      P_bar: known?.observedAgreement ?? null,
      P_e: known?.expectedAgreement ?? null,
      se0: known?.standardErrorRandom ?? null,
      z: known?.zStatistic ?? null,
      p: known?.pValue ?? null,
      per_category: listFromEntries(categories.map((name, index) => [name, known?.byCategory[index] ?? null])),
    });
  }),
  /** kripp(ratings, metric): units in rows, coders in columns. */
  kripp: bind("R metric", (args) => {
    const value = args.value("R");
    const metric = metricOf(args.text("metric", "nominal"));
    const asCodes = metric === "nominal" || !areNumbers(value);
    const units = asCodes ? codesOf(ratings(value, readTexts)) : ratings(value, readNumbers);
    const found = krippendorffAlpha(
      units.map((row) => row.filter((rating) => rating !== null)),
      metric,
    );
    const known = found.kind === "krippendorff-alpha" ? found : undefined;
    return list({ alpha: known?.value ?? null, n_pairable: known?.pairableValues ?? 0 });
  }),
  /** icc(ratings): the six forms, as psych::ICC(lmer = FALSE), of complete rows. */
  icc: bind("x", (args) => {
    const complete = ratings(args.value("x"), readNumbers).filter(isComplete);
    const found = intraclassCorrelations(complete);
    if (found.kind !== "intraclass-correlations") throw new DialectError(`No correlation: ${found.reason}`);
    const { variance } = found;
    const forms = [
      found.oneWay,
      found.agreement,
      found.consistency,
      found.oneWayMean,
      found.agreementMean,
      found.consistencyMean,
    ];
    const column = (read: (form: IntraclassCorrelation) => number | null) => numbers(forms.map(read));
    return list({
      n: complete.length,
      k: complete[0]?.length ?? 0,
      MSR: variance.betweenSubjects,
      MSC: variance.betweenRaters,
      MSE: variance.residual,
      MSW: variance.withinSubjects,
      forms: frame({
        type: texts(["ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"]),
        ICC: column((form) => form.value),
        F: column((form) => form.fStatistic),
        df1: column((form) => form.numeratorDegreesOfFreedom),
        df2: column((form) => form.denominatorDegreesOfFreedom),
        p: column((form) => form.pValue),
        lower: column((form) => form.interval?.low ?? null),
        upper: column((form) => form.interval?.high ?? null),
      }),
      icc_2_1_formula: found.agreement.value,
      sem_agreement: Math.sqrt(variance.withinSubjects),
    });
  }),
  /** ba(x, y): limits of agreement of first minus second. */
  ba: bind("x y", (args) => {
    const found = limitsOfAgreement(args.numbers("x"), args.numbers("y"));
    if (found.kind !== "limits-of-agreement") throw new DialectError(`No limits: ${found.reason}`);
    return list({
      n: found.n,
      bias: figureOf(found.bias),
      sd: found.sdOfDifferences,
      loa: [figureOf(found.lower), figureOf(found.upper)],
      bias_ci95: intervalOf(found.bias),
      lower_ci95: intervalOf(found.lower),
      upper_ci95: intervalOf(found.upper),
    });
  }),
};

/** Whether ratings are numbers, not categories. */
function areNumbers(value: RValue): boolean {
  const columns = isFrame(value) ? value.values : [value];
  return columns.every((column) => column.kind === "number" && !isFactor(column));
}

/** Texts as places in R's order of all that occur. */
function codesOf(rows: readonly (readonly (string | null)[])[]): (number | null)[][] {
  const { levels } = categoriesOf(texts(rows.flat()));
  return rows.map((row) => row.map((rating) => (rating === null ? null : levels.indexOf(rating))));
}
