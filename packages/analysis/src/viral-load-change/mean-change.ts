import { censoredDifference } from "@alongside/statistics/censored/censored-difference";
import type { CensoredValue } from "@alongside/statistics/censored/censored-value";
import { randomInterceptTobit } from "@alongside/statistics/censored/random-intercept-tobit";
import { normalCritical, normalUpper } from "@alongside/statistics/distribution/normal";
import { type Estimate, finiteEstimate, insufficient } from "@alongside/statistics/estimate";
import { at, fromRows } from "@alongside/statistics/linear-algebra/matrix";
import { entry } from "@alongside/statistics/linear-algebra/vector";
import { inOrder, type LogPair, type LogPerson } from "./log-pairs";

/** Changes need so many people; with fewer a likelihood has no spread to go by. House rule. */
const FEWEST = 5;

/** Mean change of log10 copies, after less before, and what the model took for the spread. */
export interface MeanChange {
  readonly change: Estimate;
  /** Means before and after and standard deviation of the logarithms; null without a fit. */
  readonly model: { readonly before: number; readonly after: number; readonly sd: number } | null;
}

interface Row {
  readonly value: CensoredValue;
  readonly person: number;
  readonly after: number;
  readonly own: number;
}

/**
 * Mean change by censored likelihood, every result with its own limits, every person with a level of their own (random
 * intercept). Where people differ no more than their own results do, the plain Tobit difference with the sandwich by person
 * takes its place, and `method` says so. See `randomInterceptTobit` and `censoredDifference` for the sources.
 */
export function meanChange(people: readonly LogPerson[]): MeanChange {
  const rows = rowsOf(people, 0, 1);
  if (people.length < FEWEST) return { change: insufficientPeople(people.length), model: null };
  const fit = randomInterceptTobit(
    rows.map(({ value }) => value),
    fromRows(rows.map(({ after }) => [1, after])),
    rows.map(({ person }) => person),
  );
  if (fit.kind === "fit") {
    const [first, change] = [entry(fit.coefficients, 0), entry(fit.coefficients, 1)];
    const sd = Math.hypot(fit.sigma, fit.tau);
    return {
      change: waldOf(change, at(fit.covariance, 1, 1), people.length),
      model: { before: first, after: first + change, sd },
    };
  }
  return { change: marginalChange(people), model: null };
}

/** The Tobit difference of the two waves with the sandwich by person. R: survreg(... ~ after + cluster(person)). */
export function marginalChange(people: readonly LogPerson[]): Estimate {
  const rows = rowsOf(people, 0, 1);
  const [before, after] = [rows.filter((row) => row.after === 0), rows.filter((row) => row.after === 1)];
  const values = (some: readonly Row[]) => some.map(({ value }) => value);
  return censoredDifference(
    values(before),
    values(after),
    [...before, ...after].map(({ person }) => person),
  );
}

/**
 * The Tobit difference of the two waves as if they were of different people: nothing of it depends on which result after
 * belongs to which before. Its interval is wider than the paired one wherever people differ more than their own results do.
 */
export function changeWithoutPairing(people: readonly LogPair[]): Estimate {
  // In order of size: else the last digit of a sum would still depend on who was whom.
  const values = (which: "before" | "after") => inOrder(people.map((pair) => pair[which])).map(({ value }) => value);
  const found = censoredDifference(values("before"), values("after"));
  if (found.kind !== "estimate") return found;
  const { test: _, ...rest } = found;
  return { ...rest, n: people.length, method: "tobit-without-pairing" };
}

/**
 * Change of one cohort less change of the other: the product of wave and cohort in the random-intercept Tobit regression.
 * Positive where the own cohort's load rose more or fell less.
 */
export function changeDifference(own: readonly LogPair[], other: readonly LogPair[]): Estimate {
  const n = own.length + other.length;
  if (Math.min(own.length, other.length) < FEWEST) return insufficientPeople(Math.min(own.length, other.length));
  const rows = [...rowsOf(own, 0, 1), ...rowsOf(other, own.length, 0)];
  const fit = randomInterceptTobit(
    rows.map(({ value }) => value),
    fromRows(rows.map((row) => [1, row.after, row.own, row.after * row.own])),
    rows.map(({ person }) => person),
  );
  if (fit.kind === "insufficient-data") return insufficient(fit.reason, n);
  return waldOf(entry(fit.coefficients, 3), at(fit.covariance, 3, 3), n);
}

function rowsOf(people: readonly LogPerson[], from: number, own: 0 | 1): Row[] {
  return people.flatMap(({ before, after }, index) => {
    const person = from + index;
    return [
      ...(before === null ? [] : [{ value: before.value, person, after: 0, own }]),
      ...(after === null ? [] : [{ value: after.value, person, after: 1, own }]),
    ];
  });
}

function insufficientPeople(had: number): Estimate {
  return { kind: "insufficient-data", reason: "too-few", needed: FEWEST, had };
}

function waldOf(value: number, variance: number, n: number): Estimate {
  if (!(variance > 0)) return insufficient("no-spread", n);
  const standardError = Math.sqrt(variance);
  const half = normalCritical(0.95) * standardError;
  const statistic = value / standardError;
  return finiteEstimate({
    value,
    interval: { low: value - half, high: value + half, level: 0.95 },
    n,
    method: "random-intercept-tobit",
    standardError,
    test: { distribution: "normal", statistic, pValue: 2 * normalUpper(Math.abs(statistic)), null: 0 },
    provenance: { statistic: "censored/random-intercept-tobit", version: 1 },
  });
}
