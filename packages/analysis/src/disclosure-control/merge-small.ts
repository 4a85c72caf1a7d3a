import { effectiveThreshold } from "./shown-count";

/** What becomes of groups of people some of which are small. */
export type Merged =
  /** None is small. */
  | { readonly kind: "kept" }
  /** These are told as one group, which has at least as many people as the threshold. */
  | { readonly kind: "merged"; readonly together: ReadonlySet<string> }
  /** All of them together are too few, or would be one group: nothing may tell them apart. */
  | { readonly kind: "left-out" };

/**
 * Puts groups of fewer people than the threshold together, and the smallest of the others with them until they are enough. The
 * order in which groups are given makes no difference: of two equal ones the first by name goes first.
 * @param sizes people by group; groups of nobody are passed over
 * @throws RangeError when the threshold is no whole number of at least 0
 * @source Local suppression and global recoding: Hundepool A, et al. Statistical Disclosure Control. Wiley 2012, chapter 3
 */
export function mergeSmall(sizes: ReadonlyMap<string, number>, threshold: number): Merged {
  const k = effectiveThreshold(threshold);
  const groups = [...sizes].filter(([, n]) => n > 0).toSorted(([a, n], [b, m]) => n - m || (a < b ? -1 : 1));
  if (groups.every(([, n]) => n >= k)) return { kind: "kept" };
  const together = new Set<string>();
  let people = 0;
  for (const [name, n] of groups) {
    if (n >= k && people >= k) break;
    together.add(name);
    people += n;
  }
  return together.size === groups.length ? { kind: "left-out" } : { kind: "merged", together };
}
