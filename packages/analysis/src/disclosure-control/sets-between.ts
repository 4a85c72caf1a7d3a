import type { Contribution } from "./people-between";
import { effectiveThreshold } from "./shown-count";

/** Figures of a group that were or are to be released: what each person adds to them, by person. */
export type ReleasedSet = ReadonlyMap<string, Contribution>;

/**
 * Whether figures of fewer people than the threshold follow from those of a group and of one or two released before: where one of
 * them differs by so few people from another, or from two others that share nobody. Figure by figure, because of five more people
 * one alone may have been scored at a time.
 */
export function followsFromSets(asked: ReleasedSet, earlier: readonly ReleasedSet[], threshold: number): boolean {
  const k = effectiveThreshold(threshold);
  const tells = (whole: ReleasedSet, parts: readonly ReleasedSet[]) => isFew(peopleApart(whole, parts), k);
  return earlier.some((one, at) => {
    if (tells(asked, [one])) return true;
    const isApart = sharesNobody(asked, one);
    return earlier
      .slice(at + 1)
      .some(
        (other) =>
          (sharesNobody(one, other) && tells(asked, [one, other])) ||
          (isApart && tells(other, [asked, one])) ||
          (sharesNobody(asked, other) && tells(one, [asked, other])),
      );
  });
}

/**
 * In how many people a group differs from others together, figure by figure; those figures alone in which it does.
 * @param parts groups that share nobody
 */
export function peopleApart(whole: ReleasedSet, parts: readonly ReleasedSet[]): ReadonlyMap<string, number> {
  const apart = new Map<string, number>();
  const count = (figure: string) => apart.set(figure, (apart.get(figure) ?? 0) + 1);
  for (const [person, adds] of whole) {
    const there = parts.find((part) => part.has(person))?.get(person);
    if (there === adds) continue;
    for (const [figure, value] of adds) if (there?.get(figure) !== value) count(figure);
    for (const figure of there?.keys() ?? []) if (!adds.has(figure)) count(figure);
  }
  for (const part of parts) {
    for (const [person, adds] of part) if (!whole.has(person)) for (const figure of adds.keys()) count(figure);
  }
  return apart;
}

function isFew(apart: ReadonlyMap<string, number>, k: number): boolean {
  return [...apart.values()].some((people) => people > 0 && people < k);
}

function sharesNobody(one: ReleasedSet, other: ReleasedSet): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  for (const person of small.keys()) if (large.has(person)) return false;
  return true;
}
