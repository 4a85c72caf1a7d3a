import type { Matrix } from "../linear-algebra/matrix";
import { entry as at } from "../linear-algebra/vector";
import { checkFollowUp, type FollowUp } from "./follow-up";
import { mergeNearTimes } from "./merge-near-times";
import { type Standardised, standardise } from "./standardise";

/** What a Cox model is fitted to, with its rows sorted once for all passes and its predictors standardised. */
export interface CoxData extends Standardised {
  readonly exit: readonly number[];
  /** Empty when everyone is followed from the start. */
  readonly entry: readonly number[];
  readonly event: readonly boolean[];
  readonly weights: Float64Array;
  /** Rows of each stratum by exit, latest first. */
  readonly leaving: readonly (readonly number[])[];
  /** The same rows by entry, latest first; empty without entries. */
  readonly arriving: readonly (readonly number[])[];
}

/** Sums over people of weight x risk, times the predictors and their products. */
export interface RiskSums {
  zero: number;
  readonly first: Float64Array;
  /** Lower triangle by rows, full square storage. */
  readonly second: Float64Array;
}

/** One event time of one stratum. The sums are reused; copy what is kept. */
export interface RiskSet {
  readonly stratum: number;
  readonly time: number;
  /** Rows that have the event now. */
  readonly deaths: readonly number[];
  /** Their weights added up. */
  readonly deathWeight: number;
  readonly atRisk: RiskSums;
  readonly dying: RiskSums;
}

/**
 * Sorts the data of a Cox model, standardises its predictors and makes times that rounding split equal.
 * @param strata code of each row's stratum; one for all without it
 * @throws RangeError for impossible follow-up, lengths that differ or predictors that are not finite
 */
export function coxData(followUp: FollowUp, predictors: Matrix, strata?: readonly number[]): CoxData {
  checkFollowUp(followUp);
  const n = followUp.exit.length;
  if (predictors.rows !== n || (strata !== undefined && strata.length !== n)) {
    throw new RangeError(`${n} exits but ${predictors.rows} rows of predictors and ${strata?.length ?? n} strata`);
  }
  if (!predictors.values.every(Number.isFinite)) throw new RangeError("A predictor is not finite");
  const [exit = [], entry = []] = mergeNearTimes([followUp.exit, followUp.entry ?? []]);
  const byStratum = new Map<number, number[]>();
  for (let row = 0; row < n; row += 1) {
    const code = strata?.[row] ?? 0;
    const rows = byStratum.get(code);
    if (rows === undefined) byStratum.set(code, [row]);
    else rows.push(row);
  }
  const latestFirst = (rows: readonly number[], times: readonly number[]) =>
    [...rows].sort((a, b) => at(times, b) - at(times, a));
  const rows = [...byStratum.values()];
  return {
    ...standardise(predictors),
    exit,
    entry,
    event: followUp.event,
    weights: Float64Array.from(followUp.weights ?? new Float64Array(n).fill(1)),
    leaving: rows.map((members) => latestFirst(members, exit)),
    arriving: entry.length === 0 ? [] : rows.map((members) => latestFirst(members, entry)),
  };
}

/**
 * Visits every event time of every stratum, latest first, with the sums over those at risk and those dying.
 * @param risks exp of the linear predictor, by row
 */
export function visitRiskSets(data: CoxData, risks: Float64Array, visit: (set: RiskSet) => void): void {
  const size = data.predictors.columns;
  data.leaving.forEach((leaving, stratum) => {
    const arriving = data.arriving[stratum] ?? [];
    const atRisk = emptySums(size);
    let [next, late] = [0, 0];
    while (next < leaving.length) {
      const time = at(data.exit, at(leaving, next));
      const dying = emptySums(size);
      const deaths: number[] = [];
      let deathWeight = 0;
      for (; next < leaving.length && at(data.exit, at(leaving, next)) === time; next += 1) {
        const row = at(leaving, next);
        addRow(atRisk, data, row, at(risks, row));
        if (data.event[row] && at(data.weights, row) > 0) {
          addRow(dying, data, row, at(risks, row));
          deaths.push(row);
          deathWeight += at(data.weights, row);
        }
      }
      for (; late < arriving.length && at(data.entry, at(arriving, late)) >= time; late += 1) {
        const row = at(arriving, late);
        addRow(atRisk, data, row, -at(risks, row));
      }
      if (deaths.length > 0) visit({ stratum, time, deaths, deathWeight, atRisk, dying });
    }
  });
}

function emptySums(size: number): RiskSums {
  return { zero: 0, first: new Float64Array(size), second: new Float64Array(size * size) };
}

function addRow(sums: RiskSums, { predictors, weights }: CoxData, row: number, risk: number): void {
  const size = predictors.columns;
  const weighted = at(weights, row) * risk;
  sums.zero += weighted;
  for (let i = 0; i < size; i += 1) {
    const product = weighted * at(predictors.values, row * size + i);
    sums.first[i] = at(sums.first, i) + product;
    for (let j = 0; j <= i; j += 1) {
      const cell = i * size + j;
      sums.second[cell] = at(sums.second, cell) + product * at(predictors.values, row * size + j);
    }
  }
}
