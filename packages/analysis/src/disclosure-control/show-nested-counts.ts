import { boundsOf, effectiveThreshold, type ShownCount } from "./shown-count";

/** A group of people that is shown, and which other groups lie inside it. */
export interface NestedCount {
  readonly id: string;
  readonly n: number;
  /** Ids of counts and derived groups that are part of this group. */
  readonly contains: readonly string[];
}

/** A group nobody is shown, but anybody can work out: the plus counts together, less the minus counts. */
export interface DerivedCount {
  readonly id: string;
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Decides for a whole table at once how each count is shown, so that neither a count of 1 to k - 1 nor a difference
 * of that size between nested counts can be worked out from it. From the inside out:
 *
 * - zero is shown, 1 to k - 1 is hidden, and inside a hidden group every count is only "0 to k - 1";
 * - a larger count is shown unless it lies within k - 1 of what is already known to be inside it. Then it becomes a
 *   range that starts there, and every number in the range would have led to the very same table. A count equal to
 *   what is inside it is shown, unless that in turn betrays a small difference to another group inside.
 *
 * What is shown of a count depends on itself and on what is shown of the counts around it, never on hidden numbers;
 * that is why reading the rule backwards does not help.
 * @throws RangeError when a count is not a whole number, contains an unknown group, or is smaller than a part of it
 */
export function showNestedCounts(
  counts: readonly NestedCount[],
  derived: readonly DerivedCount[],
  threshold: number,
): ReadonlyMap<string, ShownCount> {
  const k = effectiveThreshold(threshold);
  const countById = new Map(counts.map((count) => [count.id, count]));
  const derivedById = new Map(derived.map((group) => [group.id, group]));
  const shown = new Map<string, ShownCount>();
  const insideHidden = new Set(counts.flatMap((count) => (count.n > 0 && count.n < k ? [...partsOf(count)] : [])));

  function show(id: string): ShownCount {
    const done = shown.get(id);
    if (done) return done;
    const count = countById.get(id);
    if (!count) throw new RangeError(`Unknown count: ${id}`);
    if (!Number.isSafeInteger(count.n) || count.n < 0) throw new RangeError(`Not a number of people: ${count.n}`);
    const result: ShownCount = insideHidden.has(id)
      ? { kind: "range", low: 0, high: k - 1 }
      : showOuter(count.n, [...partsOf(count)].map(boundsFor), k);
    shown.set(id, result);
    return result;
  }

  function boundsFor(id: string): Bounds {
    const group = derivedById.get(id);
    if (!group) return boundsOf(show(id));
    const [plus, minus] = [group.plus.map(boundsFor), group.minus.map(boundsFor)];
    const total = (bounds: readonly Bounds[], end: keyof Bounds) => bounds.reduce((sum, one) => sum + one[end], 0);
    return { low: total(plus, "low") - total(minus, "high"), high: total(plus, "high") - total(minus, "low") };
  }

  /** All groups inside a count, at any depth. */
  function partsOf(count: NestedCount, parts = new Set<string>()): Set<string> {
    for (const id of count.contains) {
      parts.add(id);
      const inner = countById.get(id);
      if (inner) partsOf(inner, parts);
    }
    return parts;
  }

  for (const count of counts) show(count.id);
  return shown;
}

function showOuter(n: number, parts: readonly Bounds[], k: number): ShownCount {
  const known = Math.max(0, ...parts.map((part) => part.low));
  if (n < known) throw new RangeError("A group is smaller than a part of it");
  if (n === 0 || k === 1) return { kind: "exact", n };
  if (n < k) return { kind: "hidden", below: k };
  // Nothing certain inside but zeros and hidden counts: no difference to pin down.
  if (known < k) return { kind: "exact", n };
  const high = Math.max(known + k - 1, ...parts.filter((part) => part.low < part.high).map((part) => part.high));
  if (n > high) return { kind: "exact", n };
  const open = parts.some((part) => part.low < part.high && part.high > known);
  const near = parts.some((part) => part.low === part.high && part.low < known && known - part.low < k);
  if (open || near) return { kind: "range", low: known, high };
  return n === known ? { kind: "exact", n } : { kind: "range", low: known + 1, high };
}
