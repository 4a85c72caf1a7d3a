import { type ControlledCell, type LinkedTable, type Margin, marginsOf } from "./linked-table";
import { effectiveThreshold } from "./shown-count";

/** Up to this many people, "all of them" and "none of them" says something of everybody in a group. */
const HOMOGENEOUS_BELOW = 20;

/** The smallest number that is rounded rather than hidden, where the threshold is not larger. */
const LEAST_ROUNDED = 8;

/** How small numbers are kept apart. One method in a report: hidden cells and rounded ones of the same people undo each other. */
export type ControlMethod = "hide" | "round-to-5";

export interface ControlledTable {
  readonly method: ControlMethod;
  /** Every cell and every total, in the order of `marginsOf`. */
  readonly margins: readonly { readonly over: readonly number[]; readonly cells: readonly ControlledCell[] }[];
}

/**
 * The gate for a table of people by up to three classifications, with all its totals.
 *
 * `hide`: totals are looked at from the grand total inwards. A margin (all totals over the same classifications) is shown as
 * it is, or not at all: hiding single cells and their smallest neighbours lets whoever knows the rule work backwards. It is
 * shown when no cell of it is a small count, no group under 20 is all or nothing of a trait, and every margin it adds up to
 * is shown. A margin of several classifications that may not be shown takes the margins it adds up to with it where these would
 * leave one of its cells less than k numbers to be.
 *
 * `round-to-5`: 1 to 7, or to k - 1 if that is more, is hidden, everything else rounded to the nearest 5, totals too and each by itself. Where a cell is
 * hidden no totals are given: 6 and 7 are all that two numbers under 8 can be whose rounded total is 15.
 *
 * @throws RangeError when counts are not whole numbers of people, or do not fit the classifications
 * @source Hundepool et al., Statistical Disclosure Control, 2012, ch. 4; NHS Digital, Disclosure control methodology, 2018
 */
export function controlTable(table: LinkedTable, threshold: number, method: ControlMethod): ControlledTable {
  const k = effectiveThreshold(threshold);
  const margins = marginsOf(table);
  if (k === 1) return { method, margins: margins.map(({ over, counts }) => ({ over, cells: counts.map(exact) })) };
  if (method === "round-to-5") return { method, margins: roundedMargins(margins, Math.max(LEAST_ROUNDED, k)) };
  const open = openMargins(table, margins, k);
  return {
    method,
    margins: margins.map((margin) => ({
      over: margin.over,
      cells: margin.counts.map((n): ControlledCell => (open.has(margin) ? exact(n) : { kind: "not-shown" })),
    })),
  };
}

function exact(n: number): ControlledCell {
  return { kind: "exact", n };
}

function roundedMargins(margins: readonly Margin[], below: number): ControlledTable["margins"] {
  const isComplete = margins.at(-1)?.counts.every((n) => n === 0 || n >= below) ?? false;
  return margins.map(({ over, counts }, at) => ({
    over,
    cells: counts.map((n) => (isComplete || at === margins.length - 1 ? rounded(n, below) : { kind: "not-shown" })),
  }));
}

function rounded(n: number, below: number): ControlledCell {
  if (n >= 1 && n < below) return { kind: "hidden", below };
  return { kind: "rounded", n: 5 * Math.round(n / 5) };
}

function openMargins(table: LinkedTable, margins: readonly Margin[], k: number): ReadonlySet<Margin> {
  const open = new Set<Margin>();
  // From the grand total inwards: a margin only stands with everything it adds up to.
  for (const margin of margins) {
    const inner = margins.filter((one) => one !== margin && isPart(one.over, margin.over));
    if (inner.every((one) => open.has(one)) && isHarmless(table, margin, margins, k)) open.add(margin);
  }
  // What stays hidden must not follow from what stands around it.
  for (const margin of margins.toReversed()) {
    if (open.has(margin)) continue;
    const around = margins.filter(
      (one) => open.has(one) && one.over.length === margin.over.length - 1 && isPart(one.over, margin.over),
    );
    // One set of totals alone leaves each of its cells anything up to it.
    if (around.length < 2) continue;
    if (isPinned(margin, around, k)) for (const one of around) close(one, margins, open);
  }
  return open;
}

/** Takes a margin back, with every margin that adds up to it. */
function close(margin: Margin, margins: readonly Margin[], open: Set<Margin>): void {
  for (const one of margins) if (isPart(margin.over, one.over)) open.delete(one);
}

function isHarmless(table: LinkedTable, margin: Margin, margins: readonly Margin[], k: number): boolean {
  if (margin.counts.some((n) => n > 0 && n < k)) return false;
  const { trait } = table;
  if (trait === undefined || !margin.over.includes(trait)) return true;
  const group = margins.find(({ over }) =>
    sameOver(
      over,
      margin.over.filter((at) => at !== trait),
    ),
  );
  return margin.counts.every((n, at) => {
    const people = group?.counts[group.indexOf(margin.cellOf(at))] ?? 0;
    return people === 0 || people >= HOMOGENEOUS_BELOW || (n > 0 && n < people);
  });
}

/** Whether the totals around a hidden margin leave one of its cells fewer than k numbers to be, other than nobody. */
function isPinned(margin: Margin, around: readonly Margin[], k: number): boolean {
  return margin.counts.some((_, at) => {
    const cell = margin.cellOf(at);
    const totals = around.map((one) => one.counts[one.indexOf(cell)] ?? 0);
    const high = Math.min(...totals);
    if (high === 0) return false;
    const low = Math.max(0, ...lowerBounds(around, cell));
    return high - low < k;
  });
}

/** What two totals that overlap in a cell leave at least in it: both together, less the group that holds both. */
function lowerBounds(around: readonly Margin[], cell: readonly number[]): readonly number[] {
  return around.flatMap((one, at) =>
    around.slice(at + 1).map((other) => {
      const both = one.over.filter((dimension) => other.over.includes(dimension));
      const whole = one.counts.reduce((sum, n, index) => {
        const position = one.cellOf(index);
        return both.every((dimension) => position[dimension] === cell[dimension]) ? sum + n : sum;
      }, 0);
      const known = (one.counts[one.indexOf(cell)] ?? 0) + (other.counts[other.indexOf(cell)] ?? 0);
      return known - whole;
    }),
  );
}

function isPart(inner: readonly number[], outer: readonly number[]): boolean {
  return inner.every((dimension) => outer.includes(dimension));
}

function sameOver(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && isPart(a, b);
}
