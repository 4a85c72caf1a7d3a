import { areFinite, type InsufficientData, insufficient } from "../estimate";
import { entry as at } from "../linear-algebra/vector";
import { checkFollowUp, type FollowUp, isFiniteFollowUp } from "./follow-up";
import { mergeNearTimes } from "./merge-near-times";

/** How often who has the event first also has the higher risk, among pairs whose order in time is known. */
export interface Concordance {
  readonly kind: "concordance";
  /** Agreeing pairs, and half of those tied in risk, as a share of all: 0.5 is chance. */
  readonly value: number;
  readonly agreeing: number;
  readonly disagreeing: number;
  /** Pairs with the same risk. */
  readonly tied: number;
}

/**
 * Harrell's concordance of a risk score with follow-up times, allowing late entry, weights and strata (pairs within a stratum
 * only). A pair counts when one has the event while the other is under observation and stays without it; two events at the
 * same time do not. Harrell et al. (1982), JAMA 247, 2543-2546. R: coxph(...)$concordance.
 * @param risk higher for an earlier event, such as the linear predictor of a Cox model
 * @throws RangeError for impossible follow-up or lengths that differ
 */
export function concordance(
  followUp: FollowUp,
  risk: ArrayLike<number>,
  strata?: readonly number[],
): Concordance | InsufficientData {
  const n = followUp.exit.length;
  if (!isFiniteFollowUp(followUp) || !areFinite(risk)) return insufficient("not-finite", n);
  checkFollowUp(followUp);
  if (risk.length !== n || (strata !== undefined && strata.length !== n)) throw new RangeError("Lengths differ");
  const [exit = [], entry = []] = mergeNearTimes([followUp.exit, followUp.entry ?? []]);
  const weights = followUp.weights ?? new Float64Array(n).fill(1);
  const ranks = rankOf(risk);
  const rows = [...exit.keys()];
  const totals = { agreeing: 0, disagreeing: 0, tied: 0 };
  const codes = new Set(strata ?? [0]);
  for (const code of codes) {
    const members = strata === undefined ? rows : rows.filter((row) => strata[row] === code);
    const leaving = [...members].sort((a, b) => at(exit, b) - at(exit, a));
    const arriving = entry.length === 0 ? [] : [...members].sort((a, b) => at(entry, b) - at(entry, a));
    const present = new CountTree(n);
    let [next, late] = [0, 0];
    while (next < leaving.length) {
      const time = at(exit, at(leaving, next));
      const dying: number[] = [];
      for (; next < leaving.length && at(exit, at(leaving, next)) === time; next += 1) {
        const row = at(leaving, next);
        if (followUp.event[row]) dying.push(row);
        else present.add(at(ranks, row), at(weights, row));
      }
      for (; late < arriving.length && at(entry, at(arriving, late)) >= time; late += 1) {
        const row = at(arriving, late);
        present.add(at(ranks, row), -at(weights, row));
      }
      for (const row of dying) {
        const [rank, weight] = [at(ranks, row), at(weights, row)];
        const [below, upTo] = [present.sumBelow(rank), present.sumBelow(rank + 1)];
        totals.agreeing += weight * below;
        totals.tied += weight * (upTo - below);
        totals.disagreeing += weight * (present.sumBelow(n) - upTo);
      }
      for (const row of dying) present.add(at(ranks, row), at(weights, row));
    }
  }
  const pairs = totals.agreeing + totals.disagreeing + totals.tied;
  if (!(pairs > 0)) return insufficient("no-events", n);
  return { kind: "concordance", value: (totals.agreeing + totals.tied / 2) / pairs, ...totals };
}

/** Position of each value among the distinct values, from 0. */
function rankOf(values: ArrayLike<number>): number[] {
  const list = Array.from(values);
  const positions = new Map([...new Set(list)].sort((a, b) => a - b).map((value, index) => [value, index]));
  return list.map((value) => positions.get(value) ?? 0);
}

/** Weights by rank with fast sums from below (Fenwick 1994, Softw Pract Exp 24, 327-336). */
class CountTree {
  readonly #sums: Float64Array;

  constructor(size: number) {
    this.#sums = new Float64Array(size + 1);
  }

  add(rank: number, weight: number): void {
    for (let i = rank + 1; i < this.#sums.length; i += i & -i) this.#sums[i] = at(this.#sums, i) + weight;
  }

  sumBelow(rank: number): number {
    let sum = 0;
    for (let i = rank; i > 0; i -= i & -i) sum += at(this.#sums, i);
    return sum;
  }
}
