import type { InsufficientData } from "@alongside/statistics/estimate";
import { createMatrix } from "@alongside/statistics/linear-algebra/matrix";
import { type LinearMixedModel, linearMixedModel } from "@alongside/statistics/mixed/linear-mixed-model";
import { repeatedMeasuresModel } from "@alongside/statistics/mixed/repeated-measures-model";
import { type Job, job, normalNumbers, uniformNumbers } from "./job";

const PEOPLE = 20_000;
const VISITS = 5;

interface Rows {
  readonly y: Float64Array;
  readonly day: Float64Array;
  readonly person: Float64Array;
}

function simulate(): Rows {
  const normal = normalNumbers(7);
  const count = PEOPLE * VISITS;
  const rows = { y: new Float64Array(count), day: new Float64Array(count), person: new Float64Array(count) };
  for (let person = 0; person < PEOPLE; person += 1) {
    const [level, slope] = [3 * normal(), 0.7 * normal()];
    for (let visit = 0; visit < VISITS; visit += 1) {
      const at = person * VISITS + visit;
      rows.person[at] = person;
      rows.day[at] = visit;
      rows.y[at] = 20 + level + (slope - 1) * visit + 2 * normal();
    }
  }
  return rows;
}

/** A linear mixed model of 100,000 rows, with a random intercept or a random slope too. */
export function mixedModelJob(random: "intercept" | "slope"): Job {
  const rows = simulate();
  const count = rows.y.length;
  const x = createMatrix(count, 2);
  const ones = new Float64Array(count).fill(1);
  for (let row = 0; row < count; row += 1) {
    x.values[2 * row] = 1;
    x.values[2 * row + 1] = rows.day[row] ?? 0;
  }
  const intercept = { name: "(Intercept)", values: ones };
  const columns = random === "slope" ? [intercept, { name: "day", values: rows.day }] : [intercept];
  const term = { group: "person", codes: Int32Array.from(rows.person), levels: PEOPLE, columns };
  const formula = random === "slope" ? "y ~ day + (day | person)" : "y ~ day + (1 | person)";
  return job({
    name: `random ${random}, 100,000 rows, 20,000 people`,
    aim: random === "slope" ? 4 : 8,
    columns: { ...rows },
    r: `suppressPackageStartupMessages(library(lme4)); d <- data.frame(y, day, person = factor(person))
        run <- function() lmer(${formula}, d)
        answer <- function(r) unname(c(fixef(r), sqrt(diag(as.matrix(vcov(r)))), sigma(r), as.numeric(logLik(r)) / 1e5))`,
    run: () => linearMixedModel({ y: rows.y, x, terms: [term] }),
    answer: answerOf,
    tolerance: 1e-4,
    repeats: 4,
    loops: 1,
  });
}

function answerOf(model: LinearMixedModel | InsufficientData): readonly number[] {
  if (model.kind !== "linear-mixed-model") throw new Error(model.reason);
  const errors = [0, 3].map((at) => Math.sqrt(model.covariance.values[at] ?? 0));
  return [...model.coefficients, ...errors, model.sigma, model.logLikelihood / 1e5];
}

/** A repeated-measures model with an unstructured covariance, a fifth of the later visits missing. */
export function repeatedMeasuresJob(people: number): Job {
  const [normal, uniform] = [normalNumbers(11), uniformNumbers(13)];
  const rows: { y: number; visit: number; person: number; arm: number; base: number }[] = [];
  for (let person = 0; person < people; person += 1) {
    const [level, base, arm] = [2 * normal(), normal(), person % 2];
    for (let visit = 0; visit < 4; visit += 1) {
      const y = 10 + level + 0.5 * base - 0.4 * visit * arm + (1 + 0.2 * visit) * normal();
      if (visit === 0 || uniform() > 0.2) rows.push({ y, visit, person, arm, base });
    }
  }
  // Columns as R's base + arm * visit: intercept, base, arm, visits 2 to 4, arm with them.
  const x = createMatrix(rows.length, 9);
  rows.forEach(({ visit, arm, base }, row) => {
    const dummies = [1, 2, 3].map((at) => Number(visit === at));
    x.values.set([1, base, arm, ...dummies, ...dummies.map((one) => one * arm)], 9 * row);
  });
  const column = (name: "y" | "visit" | "person" | "arm" | "base") => Float64Array.from(rows, (row) => row[name]);
  const design = {
    y: column("y"),
    x,
    people: Int32Array.from(rows, ({ person }) => person),
    visits: Int32Array.from(rows, ({ visit }) => visit),
    visitCount: 4,
  };
  return job({
    name: `repeated measures, unstructured, ${people.toLocaleString("en")} people x 4 visits`,
    aim: 8,
    columns: {
      y: column("y"),
      visit: column("visit"),
      person: column("person"),
      arm: column("arm"),
      base: column("base"),
    },
    r: `suppressPackageStartupMessages(library(nlme)); d <- data.frame(y, at = visit + 1, wave = factor(visit), person, arm, base)
        run <- function() gls(y ~ base + arm * wave, d, corSymm(form = ~ at | person), weights = varIdent(form = ~ 1 | wave), method = "REML")
        answer <- function(r) unname(c(coef(r), sqrt(diag(vcov(r))), as.numeric(logLik(r)) / 1e4))`,
    run: () => repeatedMeasuresModel(design, "unstructured"),
    answer: (model) => {
      if (model.kind !== "repeated-measures-model") throw new Error(model.reason);
      const errors = Array.from({ length: 9 }, (_, at) => Math.sqrt(model.covariance.values[10 * at] ?? 0));
      return [...model.coefficients, ...errors, model.logLikelihood / 1e4];
    },
    tolerance: 1e-4,
    repeats: 3,
    loops: 1,
  });
}
