import type { ChiSquaredTest } from "@alongside/statistics/contingency/chi-squared-result";
import { cochranQ } from "@alongside/statistics/contingency/cochran-q";
import { type CountTable, crossTabulate } from "@alongside/statistics/contingency/count-table";
import { fisherExactTest } from "@alongside/statistics/contingency/fisher-exact";
import { friedman } from "@alongside/statistics/contingency/friedman";
import { generalisedMantelHaenszelTest } from "@alongside/statistics/contingency/generalised-mantel-haenszel";
import { independenceTest } from "@alongside/statistics/contingency/independence";
import { commonOddsRatio, mantelHaenszelTest, type TwoByTwo } from "@alongside/statistics/contingency/mantel-haenszel";
import { bowkerTest, marginalHomogeneity } from "@alongside/statistics/contingency/marginal-homogeneity";
import { trendTest } from "@alongside/statistics/contingency/trend";
import type { InsufficientData } from "@alongside/statistics/estimate";
import { conditionalMaximumOddsRatio, fisherExactPValue } from "@alongside/statistics/proportions/fisher-two-by-two";
import { mcnemarTests } from "@alongside/statistics/proportions/mcnemar";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { readFormula } from "../dialect/formula";
import { list, matrix, number, object } from "../dialect/make";
import { toLabels } from "../dialect/model-frame";
import { asFrame, asVector, completeNumbers, isFactor, isFrame } from "../dialect/read";
import { type Bindings, bind, type RValue } from "../dialect/values";
import { ends, figureOf, intervalOf, labelled } from "./figures";
import { asSearched, fisherSearch } from "./fisher-search";
import { alternativeOf, goodnessOfFit } from "./share-tests";

/** Rows of a matrix or data frame of numbers. */
export function rowsOfNumbers(value: RValue): number[][] {
  if (isFrame(value)) {
    const columns = value.values.map((column) => completeNumbers(column));
    return (columns[0] ?? []).map((_, row) => columns.map((column) => column[row] ?? 0));
  }
  const [rows, columns] = value.attributes.dim ?? [];
  if (rows === undefined || columns === undefined) throw new DialectError("Expected a matrix");
  const cells = completeNumbers(value);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => cells[row + column * rows] ?? 0),
  );
}

/** Categories of each value, from 0, and their names in R's order: levels of a factor, else sorted. */
export function categoriesOf(value: RValue): { codes: (number | null)[]; levels: readonly string[] } {
  const { labels, levels } = toLabels(asVector(value));
  return { codes: labels.map((label) => (label === null ? null : levels.indexOf(label))), levels };
}

/** The first argument when it is a table, else the first two cross-tabulated without incomplete pairs. */
function tableOf(args: Arguments): CountTable {
  const other = args.optional("y");
  if (other === undefined || other.kind === "null") return rowsOfNumbers(args.value("x"));
  const [a, b] = [categoriesOf(args.value("x")), categoriesOf(other)];
  const known = a.codes.flatMap((code, index) => {
    const second = b.codes[index] ?? null;
    return code === null || second === null ? [] : [[code, second] as const];
  });
  const [rows, columns] = [known.map(([row]) => row), known.map(([, column]) => column)];
  return crossTabulate(rows, columns, a.levels.length, b.levels.length);
}

/** An htest of a chi-squared statistic; NA where there is none. */
function htest(
  test: ChiSquaredTest | InsufficientData,
  name: string,
  df: number | null = null,
): Record<string, RValue> {
  const known = test.kind === "chi-squared-test" ? test : undefined;
  return {
    statistic: labelled(name, known?.statistic ?? null),
    parameter: labelled("df", known?.degreesOfFreedom ?? df),
    "p.value": number(known?.pValue ?? null),
  };
}

/** What coin's statistic(), pvalue() and the like read. */
function coinTest(test: ChiSquaredTest | InsufficientData): RValue {
  const known = test.kind === "chi-squared-test" ? test : undefined;
  return object(["coinChiSquared"], {
    statistic: () => number(known?.statistic ?? null),
    pvalue: () => number(known?.pValue ?? null),
  });
}

function coinField(name: "statistic" | "pvalue") {
  return bind("object ...", (args) => {
    const value = args.value("object");
    const field = value.kind === "object" ? value.fields[name] : undefined;
    if (field === undefined) throw new DialectError(`No ${name}`);
    return field();
  });
}

const isTwoByTwo = (table: CountTable) => table.length === 2 && table[0]?.length === 2;
const pairsOf = (table: CountTable) => ({
  both: table[0]?.[0] ?? 0,
  preOnly: table[0]?.[1] ?? 0,
  postOnly: table[1]?.[0] ?? 0,
  neither: table[1]?.[1] ?? 0,
});

/** Tables by stratum, from an array of three dimensions. */
function strataOf(value: RValue): number[][][] {
  const [rows, columns, strata] = value.attributes.dim ?? [];
  if (rows === undefined || columns === undefined || strata === undefined) throw new DialectError("Expected strata");
  const cells = completeNumbers(value);
  const at = (stratum: number, row: number, column: number) => cells[(stratum * columns + column) * rows + row] ?? 0;
  return Array.from({ length: strata }, (_, k) =>
    Array.from({ length: rows }, (__, i) => Array.from({ length: columns }, (___, j) => at(k, i, j))),
  );
}

const twoByTwo = (table: CountTable): TwoByTwo => [
  [table[0]?.[0] ?? 0, table[0]?.[1] ?? 0],
  [table[1]?.[0] ?? 0, table[1]?.[1] ?? 0],
];

/** Answers by block (rows) and condition (columns), as numbers, from three vectors. */
function blocksOf(y: RValue, groups: RValue, blocks: RValue): { rows: number[][]; answers: number } {
  const [condition, block] = [categoriesOf(groups), categoriesOf(blocks)];
  const answer = isFactor(y) ? categoriesOf(y).codes.map((code) => code ?? Number.NaN) : completeNumbers(y);
  const rows = block.levels.map(() => condition.levels.map(() => Number.NaN));
  answer.forEach((value, index) => {
    const row = rows[block.codes[index] ?? -1];
    const column = condition.codes[index] ?? null;
    if (row !== undefined && column !== null) row[column] = value;
  });
  return {
    rows: rows.filter((row) => row.every(Number.isFinite)),
    answers: isFactor(y) ? categoriesOf(y).levels.length : 0,
  };
}

/** Blocks of a formula y ~ condition | block. */
function blocksOfFormula(args: Arguments, written: RValue): ReturnType<typeof blocksOf> {
  // Given by place, the data of a formula stand where the conditions of vectors do.
  const data = asFrame(args.optional("data") ?? args.value("groups"));
  const formula = readFormula(written, data);
  const [condition] = formula.terms.map((term) => formula.variables.get(term[0] ?? ""));
  if (formula.response === undefined || condition === undefined || formula.given === undefined) {
    throw new DialectError("Expected a formula y ~ x | block");
  }
  const read = (part: typeof condition) => args.interpreter.evaluateIn(part, data, formula.environment);
  return blocksOf(read(formula.response), read(condition), read(formula.given));
}

function friedmanRows(args: Arguments): number[][] {
  const y = args.value("y");
  if (y.kind === "language") return blocksOfFormula(args, y).rows;
  const groups = args.optional("groups");
  return groups === undefined ? rowsOfNumbers(y) : blocksOf(y, groups, args.value("blocks")).rows;
}

export const COUNT_TABLES: Bindings = {
  "mcnemar.test": bind("x y correct", (args) => {
    const table = tableOf(args);
    if (!isTwoByTwo(table)) {
      const everyPair = table.every((row, i) => row.every((cell, j) => i === j || cell + (table[j]?.[i] ?? 0) > 0));
      const test = bowkerTest(table);
      const pairs = (table.length * (table.length - 1)) / 2;
      const unknown: InsufficientData = { kind: "insufficient-data", reason: "no-events", needed: 1, had: 0 };
      return list(htest(everyPair ? test : unknown, "McNemar's chi-squared", pairs));
    }
    const tests = mcnemarTests(pairsOf(table));
    if (tests.kind !== "mcnemar-tests") return list(htest(tests, "McNemar's chi-squared", 1));
    return list(htest(args.flag("correct", true) ? tests.corrected : tests.uncorrected, "McNemar's chi-squared"));
  }),
  "chisq.test": bind("x y correct p rescale.p simulate.p.value B", (args) => {
    if (!args.has("y") && !isFrame(args.value("x")) && (args.value("x").attributes.dim?.length ?? 1) === 1) {
      const counts = args.numbers("x");
      return goodnessOfFit(counts, args.has("p") ? args.numbers("p") : counts.map(() => 1 / counts.length));
    }
    const table = tableOf(args);
    const test = independenceTest(table, isTwoByTwo(table) && args.flag("correct", true));
    const dimnames = args.value("x").attributes.dimnames ?? [null, null];
    const like = (rows: readonly (readonly number[])[]) => matrix(dimnames[0] ?? null, dimnames[1] ?? null, rows);
    const cells = test.kind === "chi-squared-test" ? test : undefined;
    return list({
      ...htest(test, "X-squared", (table.length - 1) * ((table[0]?.length ?? 1) - 1)),
      observed: like(table),
      expected: cells === undefined ? null : like(cells.expected),
      residuals:
        cells === undefined
          ? null
          : like(table.map((row, i) => row.map((seen, j) => pearson(seen, cells.expected[i]?.[j] ?? 1)))),
      stdres: cells === undefined ? null : like(cells.standardisedResiduals),
    });
  }),
  "fisher.test": bind("x y ... alternative conf.level", (args) => {
    const table = tableOf(args);
    if (!isTwoByTwo(table)) {
      const test = fisherExactTest(table);
      return list({ "p.value": test.kind === "fisher-exact-test" ? test.pValue : null });
    }
    const { both, preOnly, postOnly, neither } = pairsOf(table);
    const groups = { successes1: both, n1: both + preOnly, successes2: postOnly, n2: postOnly + neither };
    const [alternative, level] = [alternativeOf(args), args.number("conf.level", 0.95)];
    const ratio = conditionalMaximumOddsRatio(groups, alternative === "two.sided" ? level : 2 * level - 1);
    const searched = fisherSearch(groups, level, alternative);
    const limits = ratio.kind === "estimate" ? ratio.interval : { low: null, high: null };
    const [low, high] = searched.interval;
    const oneSided = alternative === "less" ? searched.pLess : searched.pGreater;
    return list({
      "p.value": alternative === "two.sided" ? fisherExactPValue(groups) : oneSided,
      "conf.int": ends([
        alternative === "less" ? 0 : asSearched(limits.low, low),
        alternative === "greater" ? Number.POSITIVE_INFINITY : asSearched(limits.high, high),
      ]),
      estimate: labelled("odds ratio", asSearched(figureOf(ratio), searched.oddsRatio)),
    });
  }),
  "prop.trend.test": bind("x n score", (args) => {
    const scores = args.has("score") ? args.numbers("score") : undefined;
    return list(htest(trendTest(args.numbers("x"), args.numbers("n"), scores), "X-squared", 1));
  }),
  "mantelhaen.test": bind("x y z alternative correct exact conf.level", (args) => {
    if (args.flag("exact", false)) throw new DialectError("mantelhaen.test() with exact");
    const tables = strataOf(args.value("x"));
    if (!tables.every(isTwoByTwo)) {
      return list(htest(generalisedMantelHaenszelTest(tables), "Cochran-Mantel-Haenszel M^2"));
    }
    const strata = tables.map(twoByTwo);
    const ratio = commonOddsRatio(strata, args.number("conf.level", 0.95));
    return list({
      ...htest(mantelHaenszelTest(strata, args.flag("correct", true)), "Mantel-Haenszel X-squared", 1),
      "conf.int": intervalOf(ratio),
      estimate: labelled("common odds ratio", figureOf(ratio)),
    });
  }),
  "friedman.test": bind("y groups blocks ... data", (args) => {
    const test = friedman(friedmanRows(args));
    return list(htest(test, "Friedman chi-squared"));
  }),
  mh_test: bind("x ...", (args) => {
    const test = marginalHomogeneity(rowsOfNumbers(args.value("x")));
    return coinTest(test.kind === "marginal-homogeneity" ? test.stuartMaxwell : test);
  }),
  symmetry_test: bind("formula data ... teststat", (args) => {
    const { rows, answers } = blocksOfFormula(args, args.value("formula"));
    if (answers !== 2) throw new DialectError("symmetry_test is bound for answers of two kinds");
    return coinTest(cochranQ(rows.map((row) => row.map((value) => value === 1))));
  }),
  "statistic.coinChiSquared": coinField("statistic"),
  "pvalue.coinChiSquared": coinField("pvalue"),
};

const pearson = (seen: number, expected: number) => (seen - expected) / Math.sqrt(expected);
