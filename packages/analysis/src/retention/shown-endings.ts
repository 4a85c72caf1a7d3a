import { ENDINGS, type Ending, endingOf, type RetentionPerson } from "./retention-person";

/** Endings that are told as one. */
export interface EndingGroup {
  /** In the order of ENDINGS; at least one. */
  readonly endings: readonly Ending[];
  /** People who ended so: none, or as many as may be shown. */
  readonly people: number;
}

/**
 * Puts endings together until each group has nobody or at least `smallest` people: how many died is not told where two did.
 * The smallest goes to the next smallest, so that as much as possible stays apart.
 * @param smallest number of people that may be shown, at least 1
 * @returns the groups in the order of ENDINGS, without those of nobody; null where all endings together are too few
 */
export function shownEndings(people: readonly RetentionPerson[], smallest: number): readonly EndingGroup[] | null {
  const count = (ending: Ending) => people.filter(({ status }) => endingOf(status) === ending).length;
  let groups = ENDINGS.map((ending): EndingGroup => ({ endings: [ending], people: count(ending) })).filter(
    ({ people: some }) => some > 0,
  );
  for (;;) {
    const [least, next] = [...groups].sort((one, other) => one.people - other.people);
    if (least === undefined || least.people >= smallest) return inOrder(groups);
    if (next === undefined) return null;
    const both = { endings: [...least.endings, ...next.endings], people: least.people + next.people };
    groups = [...groups.filter((group) => group !== least && group !== next), both];
  }
}

function inOrder(groups: readonly EndingGroup[]): readonly EndingGroup[] {
  const place = (ending: Ending | undefined) => ENDINGS.indexOf(ending ?? "died");
  return groups
    .map(({ endings, people }) => ({ endings: [...endings].sort((a, b) => place(a) - place(b)), people }))
    .sort((one, other) => place(one.endings[0]) - place(other.endings[0]));
}
