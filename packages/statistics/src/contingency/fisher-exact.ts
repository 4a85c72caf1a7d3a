import { logGamma } from "../distribution/log-gamma";
import { type InsufficientData, insufficient, tooFew } from "../estimate";
import { type CountTable, marginsOf } from "./count-table";

/** Logarithms of probabilities count as equal within this, as in R: 1e-7. */
const EQUALLY_LIKELY = 1e-7;
/** Sums of logarithms are the same number when they agree to this. */
const SAME = 1e-10;
/** Ways to fill one column that are looked at before the search is given up. */
const MOST_FILLINGS = 30_000_000;

/** Fisher's exact test of a table of any size. */
export interface FisherExactTest {
  readonly kind: "fisher-exact-test";
  readonly n: number;
  readonly pValue: number;
}

/** What all ways to complete a table from some column on have in common. Logarithms of the product of 1 / x!. */
interface Completions {
  readonly most: number;
  readonly least: number;
  readonly sum: number;
}

/**
 * Fisher's exact test of independence (Freeman and Halton): all tables with these margins that are no more likely than
 * the one seen. Columns are filled one after the other; tables with the same rest and the same probability so far are
 * carried as one, and left off as soon as all their completions fall on the same side (the network idea of Mehta and
 * Patel). Insufficient data without people, with fewer than two rows or columns that have people, and ("out-of-range")
 * for tables with too many possibilities; use the chi-squared test there.
 * Freeman & Halton (1951), Biometrika 38, 141-149; Mehta & Patel (1983), JASA 78, 427-434. R: fisher.test(table)$p.value.
 * @throws RangeError when rows differ in length or a cell is not a count
 */
export function fisherExactTest(table: CountTable): FisherExactTest | InsufficientData {
  const margins = marginsOf(table);
  const n = margins.total;
  const [rows, columns] = [margins.rows.filter((count) => count > 0), margins.columns.filter((count) => count > 0)];
  if (n === 0) return tooFew(1, 0);
  if (rows.length < 2 || columns.length < 2) return insufficient("no-spread", n);
  const [sides, steps] = rows.length <= columns.length ? [rows, columns] : [columns, rows];
  const network = createNetwork(steps.sort((a, b) => a - b));
  const seen = table.flat().reduce((sum, cell) => sum - network.logFactorial(cell), 0) + EQUALLY_LIKELY;
  const pValue = network.shareUpTo(seen, sides);
  return pValue === null
    ? insufficient("out-of-range", n)
    : { kind: "fisher-exact-test", n, pValue: Math.min(1, pValue) };
}

function createNetwork(steps: readonly number[]) {
  const total = steps.reduce((sum, count) => sum + count, 0);
  const logs = Array.from({ length: total + 1 }, (_, count) => logGamma(count + 1));
  const logFactorial = (count: number) => logs[count] ?? 0;
  const rest = steps.map((_, step) => steps.slice(step).reduce((sum, count) => sum + count, 0));
  const known = steps.map(() => new Map<string, Completions | null>());
  let fillings = 0;

  /** Every way to put the people of one column into rows with room `left`; what is left then, in order of size. */
  function fill(left: readonly number[], people: number, visit: (left: number[], log: number) => void): boolean {
    const after = [...left];
    const roomFrom = left.map((_, row) => left.slice(row).reduce((sum, room) => sum + room, 0));
    const place = (row: number, still: number, log: number): boolean => {
      const room = left[row] ?? 0;
      if (row === left.length - 1) {
        fillings += 1;
        after[row] = room - still;
        visit(
          [...after].sort((a, b) => a - b),
          log - logFactorial(still),
        );
        return fillings <= MOST_FILLINGS;
      }
      for (let count = Math.max(0, still - (roomFrom[row + 1] ?? 0)); count <= Math.min(room, still); count++) {
        after[row] = room - count;
        if (!place(row + 1, still - count, log - logFactorial(count))) return false;
      }
      return true;
    };
    return place(0, people, 0);
  }

  function completions(step: number, left: readonly number[]): Completions | null {
    const key = left.join();
    const found = known[step]?.get(key);
    if (found !== undefined) return found;
    const result = computeCompletions(step, left);
    known[step]?.set(key, result);
    return result;
  }

  function computeCompletions(step: number, left: readonly number[]): Completions | null {
    const ways = left.reduce((sum, room) => sum - logFactorial(room), 0);
    if (step >= steps.length - 1) return { most: ways, least: ways, sum: ways };
    const columns = steps.slice(step).reduce((sum, count) => sum - logFactorial(count), 0);
    let [most, least] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    let within = true;
    const done = fill(left, steps[step] ?? 0, (after, log) => {
      const next = within ? completions(step + 1, after) : null;
      within = next !== null;
      if (next === null) return;
      most = Math.max(most, log + next.most);
      least = Math.min(least, log + next.least);
    });
    return done && within ? { most, least, sum: logFactorial(rest[step] ?? 0) + ways + columns } : null;
  }

  /** Probability of all tables whose logarithm is at most `limit`; null when there are too many to look at. */
  function shareUpTo(limit: number, sides: readonly number[]): number | null {
    const start = [...sides].sort((a, b) => a - b);
    const whole = completions(0, start);
    if (whole === null) return null;
    let share = 0;
    /** By what is left: the logarithms so far, and how many tables have them. */
    let reached = new Map([[start.join(), { left: start, paths: new Map([[0, { log: 0, count: 1 }]]) }]]);
    for (let step = 0; reached.size > 0; step++) {
      const next: typeof reached = new Map();
      for (const { left, paths } of reached.values()) {
        const ahead = completions(step, left);
        if (ahead === null) return null;
        const open: { log: number; count: number }[] = [];
        for (const path of paths.values()) {
          if (path.log + ahead.most <= limit) share += path.count * Math.exp(path.log + ahead.sum - whole.sum);
          else if (path.log + ahead.least <= limit) open.push(path);
        }
        if (open.length === 0) continue;
        const done = fill(left, steps[step] ?? 0, (after, added) => {
          const key = after.join();
          const node = next.get(key) ?? { left: after, paths: new Map() };
          next.set(key, node);
          for (const { log, count } of open) {
            const same = Math.round((log + added) / SAME);
            const before = node.paths.get(same)?.count ?? 0;
            node.paths.set(same, { log: log + added, count: before + count });
          }
        });
        if (!done) return null;
      }
      reached = next;
    }
    return share;
  }

  return { logFactorial, shareUpTo };
}
