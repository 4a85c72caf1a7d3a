import { logGamma } from "../distribution/log-gamma";
import { type InsufficientData, insufficient, tooFew } from "../estimate";
import { type CountTable, marginsOf } from "./count-table";

/** Logarithms of probabilities count as equal within this, as in R: 1e-7. */
const EQUALLY_LIKELY = 1e-7;
/** Sums of logarithms are the same number when they agree to this. */
const SAME = 1e-10;
/** Ways to fill one column, and people to place in the last two, before the search is given up: about two seconds. */
const MOST_FILLINGS = 5_000_000;

/** People in a table before the search is given up: the keys of what is left must stay apart, and fit into memory. */
const MOST_PEOPLE = 1_000_000;

/** What is left in the rows, and by which logarithms so far it was reached by how many tables. */
interface Node {
  readonly left: number[];
  readonly paths: Map<number, { readonly log: number; count: number }>;
}

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
 * for tables with too many possibilities or more than a million people; use the chi-squared test there.
 * Freeman & Halton (1951), Biometrika 38, 141-149; Mehta & Patel (1983), JASA 78, 427-434. R: fisher.test(table)$p.value.
 * @throws RangeError when rows differ in length or a cell is not a count
 */
export function fisherExactTest(table: CountTable): FisherExactTest | InsufficientData {
  const margins = marginsOf(table);
  const n = margins.total;
  const [rows, columns] = [margins.rows.filter((count) => count > 0), margins.columns.filter((count) => count > 0)];
  if (n === 0) return tooFew(1, 0);
  if (n > MOST_PEOPLE) return insufficient("out-of-range", n);
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
  const logs = Float64Array.from({ length: total + 1 }, (_, count) => logGamma(count + 1));
  const logFactorial = (count: number) => logs[count] ?? 0;
  const rest = steps.map((_, step) => steps.slice(step).reduce((sum, count) => sum + count, 0));
  const known = steps.map(() => new Map<number, Completions | null>());
  let fillings = 0;

  /** What is left in the rows, in order of size, as one number. */
  const keyOf = (left: ArrayLike<number>) => {
    let key = 0;
    for (let row = 0; row < left.length; row++) key = key * (total + 1) + (left[row] ?? 0);
    return key;
  };

  /** Every way to put the people of one column into rows with room `left`: what is left then, in order of size, and the
   * logarithm. `visit` must copy what it keeps. False when there are too many. */
  function fill(left: readonly number[], people: number, visit: (left: Float64Array, log: number) => void): boolean {
    const last = left.length - 1;
    const after = new Float64Array(left.length);
    const sorted = new Float64Array(left.length);
    const roomFrom = left.map((_, row) => left.slice(row).reduce((sum, room) => sum + room, 0));
    const place = (row: number, still: number, log: number): boolean => {
      const room = left[row] ?? 0;
      if (row === last) {
        fillings += 1;
        after[row] = room - still;
        sortInto(sorted, after);
        visit(sorted, log - logFactorial(still));
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

  function completions(step: number, left: ArrayLike<number>): Completions | null {
    const key = keyOf(left);
    const found = known[step]?.get(key);
    if (found !== undefined) return found;
    const result = computeCompletions(step, Array.from(left));
    known[step]?.set(key, result);
    return result;
  }

  function computeCompletions(step: number, left: readonly number[]): Completions | null {
    const ways = left.reduce((sum, room) => sum - logFactorial(room), 0);
    if (step >= steps.length - 1) return { most: ways, least: ways, sum: ways };
    const columns = steps.slice(step).reduce((sum, count) => sum - logFactorial(count), 0);
    const sum = logFactorial(rest[step] ?? 0) + ways + columns;
    if (step === steps.length - 2) {
      fillings += steps[step] ?? 0;
      if (fillings > MOST_FILLINGS) return null;
      return { ...extremesOfTwoColumns(left, steps[step] ?? 0, logFactorial), sum };
    }
    let [most, least] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    let within = true;
    const done = fill(left, steps[step] ?? 0, (after, log) => {
      const next = within ? completions(step + 1, after) : null;
      within = next !== null;
      if (next === null) return;
      most = Math.max(most, log + next.most);
      least = Math.min(least, log + next.least);
    });
    return done && within ? { most, least, sum } : null;
  }

  /** Probability of all tables whose logarithm is at most `limit`; null when there are too many to look at. */
  function shareUpTo(limit: number, sides: readonly number[]): number | null {
    // What is left is told apart by one number, which must be exact.
    if ((total + 1) ** sides.length > Number.MAX_SAFE_INTEGER) return null;
    const start = [...sides].sort((a, b) => a - b);
    const whole = completions(0, start);
    if (whole === null) return null;
    let share = 0;
    let reached = new Map<number, Node>([[keyOf(start), { left: start, paths: new Map([[0, { log: 0, count: 1 }]]) }]]);
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
          // The bounds one column on spare most of the paths.
          const onwards = completions(step + 1, after);
          if (onwards === null) return;
          for (const { log, count } of open) {
            const here = log + added;
            if (here + onwards.least > limit) continue;
            if (here + onwards.most <= limit) share += count * Math.exp(here + onwards.sum - whole.sum);
            else carry(next, after, here, count);
          }
        });
        if (!done) return null;
      }
      reached = next;
    }
    return share;
  }

  function carry(nodes: Map<number, Node>, left: Float64Array, log: number, count: number): void {
    const key = keyOf(left);
    let node = nodes.get(key);
    if (node === undefined) {
      node = { left: Array.from(left), paths: new Map() };
      nodes.set(key, node);
    }
    const same = Math.round(log / SAME);
    const path = node.paths.get(same);
    if (path === undefined) node.paths.set(same, { log, count });
    else path.count += count;
  }

  return { logFactorial, shareUpTo };
}

/**
 * The largest and the smallest sum of -log(x! (r - x)!) over rows with room r, when x adds up to `people`. The terms are
 * concave in x: the largest is reached by giving each person to the row that gains most, the smallest lies at a corner,
 * where all rows but one are empty or full.
 */
function extremesOfTwoColumns(
  left: readonly number[],
  people: number,
  logFactorial: (count: number) => number,
): { most: number; least: number } {
  const term = (room: number, count: number) => -logFactorial(count) - logFactorial(room - count);
  const filled = left.map(() => 0);
  for (let person = 0; person < people; person++) {
    const gains = left.map((room, row) => (room - (filled[row] ?? 0)) / ((filled[row] ?? 0) + 1));
    const best = gains.indexOf(Math.max(...gains));
    filled[best] = (filled[best] ?? 0) + 1;
  }
  const corner = (row: number, still: number, partial: boolean): number => {
    const room = left[row];
    if (room === undefined) return still === 0 ? 0 : Number.POSITIVE_INFINITY;
    const empty = term(room, 0) + corner(row + 1, still, partial);
    const full = still >= room ? term(room, room) + corner(row + 1, still - room, partial) : Number.POSITIVE_INFINITY;
    if (partial) return Math.min(empty, full);
    let least = Math.min(empty, full);
    for (let count = 1; count < Math.min(room, still + 1); count++) {
      least = Math.min(least, term(room, count) + corner(row + 1, still - count, true));
    }
    return least;
  };
  return {
    most: left.reduce((sum, room, row) => sum + term(room, filled[row] ?? 0), 0),
    least: corner(0, people, false),
  };
}

/** Copies the values in order of size. */
function sortInto(sorted: Float64Array, values: Float64Array): void {
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    let place = index;
    while (place > 0 && (sorted[place - 1] ?? 0) > value) {
      sorted[place] = sorted[place - 1] ?? 0;
      place -= 1;
    }
    sorted[place] = value;
  }
}
