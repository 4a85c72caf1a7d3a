import { chiSquaredUpper } from "../distribution/chi-squared";
import { areFinite, type InsufficientData, insufficient, tooFew } from "../estimate";
import { choleskyDecompose } from "../linear-algebra/cholesky";
import { createMatrix } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";
import { type CompetingFollowUp, checkedTimes } from "./competing-follow-up";
import type { ChiSquaredTest } from "./cox-regression";

/** Test that a cause's cumulative incidence is the same in all groups. */
export type GrayTest = (ChiSquaredTest & { readonly kind: "test" }) | InsufficientData;

/** One group at one event time, before it happens. */
interface Cell {
  readonly atRisk: number;
  readonly own: number;
  readonly other: number;
  /** Survival without any event before and after. */
  readonly before: number;
  readonly after: number;
  /** Share with the cause before. */
  readonly incidence: number;
}

/**
 * Gray's test for two or more groups with competing risks: events of the cause less those expected if the subdistribution
 * hazards were equal, with rho = 0. Gray (1988), Ann Stat 16, 1141-1154. R: cmprsk::cuminc(exit, cause, group)$Tests.
 * @param groups code of each person's group, from 0 to count - 1
 * @param cause whose incidence is compared, from 1
 * @throws RangeError for impossible follow-up or a group outside 0 to count - 1
 */
export function grayTest(
  followUp: CompetingFollowUp,
  groups: readonly number[],
  count: number,
  cause: number,
): GrayTest {
  if (!areFinite(followUp.exit)) return insufficient("not-finite", followUp.exit.length);
  const times = checkedTimes(followUp);
  const n = times.length;
  if (groups.length !== n) throw new RangeError(`${n} exits but ${groups.length} groups`);
  if (groups.some((code) => !Number.isInteger(code) || code < 0 || code >= count)) {
    throw new RangeError(`A group outside 0 to ${count - 1}`);
  }
  const present = [...Array(count).keys()].filter((group) => groups.includes(group));
  if (present.length < 2) return tooFew(2, present.length);
  if (!followUp.cause.includes(cause)) return insufficient("no-events", n);

  const rows = cellsByTime(times, followUp.cause, groups, present, cause);
  const size = present.length;
  const [excess, variance] = [scores(rows, size), new Float64Array(size * size)];
  for (let group = 0; group < size; group += 1) addVariance(variance, rows, group, size);

  const inner = Array.from({ length: size - 1 }, (_, i) => i + 1);
  const values = inner.flatMap((i) => inner.map((j) => entry(variance, i * size + j)));
  const decomposed = choleskyDecompose(createMatrix(size - 1, size - 1, values));
  if (decomposed.kind === "not-positive-definite") return insufficient("not-identifiable", n);
  const statistic = decomposed.whiten(excess.slice(1)).reduce((sum, value) => sum + value * value, 0);
  return { kind: "test", statistic, degreesOfFreedom: size - 1, pValue: chiSquaredUpper(statistic, size - 1) };
}

/** At every event time one cell per group. */
function cellsByTime(
  times: readonly number[],
  causes: readonly number[],
  groups: readonly number[],
  present: readonly number[],
  cause: number,
): Cell[][] {
  const moments = [...new Set(times)].sort((a, b) => a - b);
  const position = new Map(moments.map((time, index) => [time, index]));
  const columns = present.map((group) => {
    const counts = moments.map(() => ({ own: 0, other: 0, all: 0 }));
    times.forEach((time, row) => {
      const count = groups[row] === group ? counts[position.get(time) ?? 0] : undefined;
      if (count === undefined) return;
      count.all += 1;
      if (causes[row] === cause) count.own += 1;
      else if (causes[row] !== 0) count.other += 1;
    });
    let [atRisk, after, reached] = [groups.filter((code) => code === group).length, 1, 0];
    return counts.map(({ own, other, all }): Cell => {
      const [before, incidence] = [after, reached];
      if (atRisk > 0) {
        after = (before * (atRisk - own - other)) / atRisk;
        reached += (before * own) / atRisk;
      }
      const cell = { atRisk, own, other, before, after, incidence };
      atRisk -= all;
      return cell;
    });
  });
  return moments
    .map((_, index) => columns.flatMap((column) => column[index] ?? []))
    .filter((cells) => cells.some(({ own, other }) => own + other > 0));
}

/** Risk set as it would be without censoring: people at risk over survival. */
function fullRisk({ atRisk, before }: Cell): number {
  return atRisk > 0 ? atRisk / before : 0;
}

function total(cells: readonly Cell[], part: (cell: Cell) => number): number {
  return cells.reduce((sum, cell) => sum + part(cell), 0);
}

/** Events less expected events per group, with risk sets that keep those who had a competing event. */
function scores(rows: readonly Cell[][], size: number): Float64Array {
  const excess = new Float64Array(size);
  const subRisk = (cell: Cell) => fullRisk(cell) * (1 - cell.incidence);
  for (const cells of rows) {
    const rate = total(cells, ({ own }) => own) / Math.max(total(cells, subRisk), Number.MIN_VALUE);
    cells.forEach((cell, group) => {
      excess[group] = entry(excess, group) + cell.own - rate * subRisk(cell);
    });
  }
  return excess;
}

/** What chance in one group adds to the variance of all scores: its own events and those of other causes. */
function addVariance(variance: Float64Array, rows: readonly Cell[][], group: number, size: number): void {
  const risks = rows.map((cells) => total(cells, fullRisk));
  const events = rows.map((cells) => total(cells, ({ own }) => own));
  const pooled: number[] = [];
  let reached = 0;
  rows.forEach((_, index) => {
    const risk = entry(risks, index);
    reached += risk > 0 ? entry(events, index) / risk : 0;
    pooled.push(reached);
  });
  const later = new Float64Array(size);
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const cell = rows[index]?.[group];
    const risk = entry(risks, index);
    if (cell === undefined || cell.atRisk === 0 || risk === 0) continue;
    const [own, step] = [entry(events, index), entry(events, index) / risk];
    const left = cell.after > 0 ? (1 - entry(pooled, index)) / cell.after : 0;
    const weights = Float64Array.from({ length: size }, (_, other) => {
      const share = fullRisk(rows[index]?.[other] ?? cell) / risk;
      return fullRisk(cell) * ((other === group ? 1 : 0) - share);
    });
    const tiesOwn = own > 1 ? 1 - (own - 1) / (risk * cell.before - 1) : 1;
    const tiesOther = cell.other > 1 ? 1 - (cell.other - 1) / (cell.atRisk - 1) : 1;
    const spreadOwn = (tiesOwn * cell.before * step) / cell.atRisk;
    const spreadOther = (tiesOther * cell.before ** 2 * cell.other) / cell.atRisk ** 2;
    const ownPull = weights.map((weight, i) => weight + (1 - left) * entry(later, i));
    const otherPull = later.map((sum) => left * sum);
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) {
        const added =
          spreadOwn * entry(ownPull, i) * entry(ownPull, j) + spreadOther * entry(otherPull, i) * entry(otherPull, j);
        variance[i * size + j] = entry(variance, i * size + j) + added;
      }
    }
    const remaining = 1 - (entry(pooled, index) - step);
    weights.forEach((weight, i) => {
      later[i] = entry(later, i) + (weight * step) / remaining;
    });
  }
}
