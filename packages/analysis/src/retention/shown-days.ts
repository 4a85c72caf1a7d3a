/** One person's time: the day it ended, and by which group; null where they are still in the programme or not seen longer. */
export interface EndedTime {
  readonly days: number;
  readonly group: number | null;
}

/** A day at which curves may be read off. */
export interface ShownDay {
  readonly day: number;
  /** Whether every way of ending may be read off by itself, too. */
  readonly apart: boolean;
}

/** Curves are read off at the end of such stretches of days. */
const STRETCH = 30;

/**
 * Days from enrolment at which curves may be read off: ends of stretches of 30 days between two of which nobody or at least
 * `smallest` people ended in any way of `together`, with as many left to go on; and, between two of which that is so of every
 * group, those at which groups may be told apart. Between them nothing is told, so no single ending has a day.
 * @param together which groups are told as one at every day
 */
export function shownDays(
  times: readonly EndedTime[],
  together: readonly (readonly number[])[],
  smallest: number,
): readonly ShownDay[] {
  const longest = Math.max(0, ...times.map(({ days }) => days));
  const shown: ShownDay[] = [];
  const enough = (from: number, day: number, groups: readonly number[]) => {
    const between = times.filter(
      ({ days, group }) => days > from && days <= day && group !== null && groups.includes(group),
    );
    return between.length === 0 || between.length >= smallest;
  };
  let [last, lastApart] = [-1, -1];
  for (let day = STRETCH; day <= longest; day += STRETCH) {
    if (times.filter(({ days }) => days > day).length < smallest) break;
    if (!together.every((groups) => enough(last, day, groups))) continue;
    const apart = together.flat().every((group) => enough(lastApart, day, [group]));
    shown.push({ day, apart });
    last = day;
    if (apart) lastApart = day;
  }
  return shown;
}
