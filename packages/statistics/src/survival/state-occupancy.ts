/** A stretch of time that one person spends in one state, from `from` up to but not including `to`. */
export interface StateEpisode {
  readonly person: string;
  readonly state: string;
  readonly from: number;
  readonly to: number;
}

/** Who is in which state at one time. */
export interface Occupancy {
  readonly time: number;
  /** People of whom the state is known then. */
  readonly observed: number;
  /** How many of them are in each state, in the order of the states asked for. */
  readonly counts: readonly number[];
  /** Counts over people observed; null when nobody is. */
  readonly shares: readonly number[] | null;
}

/**
 * Stacked states over time, for people who leave and come back, where a single time to the event would count them as lost for
 * good: at each time the share of those under observation in each state. Counting only, no model; people may be in one
 * state at a time. R: table(state) of the episodes with from <= time < to.
 * @param episodes in any order
 * @param states their names, in the order in which they are stacked
 * @param times at which people are counted
 * @throws RangeError for an unknown state, an episode that does not end after it starts, or two episodes of one person at once
 */
export function stateOccupancy(
  episodes: readonly StateEpisode[],
  states: readonly string[],
  times: readonly number[],
): readonly Occupancy[] {
  for (const { state, from, to } of episodes) {
    if (!states.includes(state)) throw new RangeError(`No state ${state}`);
    if (!(from < to)) throw new RangeError(`An episode from ${from} to ${to}`);
  }
  refuseOverlaps(episodes);
  return times.map((time) => {
    const now = episodes.filter(({ from, to }) => from <= time && time < to);
    const counts = states.map((state) => now.filter((episode) => episode.state === state).length);
    const shares = now.length === 0 ? null : counts.map((count) => count / now.length);
    return { time, observed: now.length, counts, shares };
  });
}

function refuseOverlaps(episodes: readonly StateEpisode[]): void {
  const until = new Map<string, number>();
  for (const { person, from, to } of [...episodes].sort((a, b) => a.from - b.from)) {
    if (from < (until.get(person) ?? from)) throw new RangeError("Two episodes of one person at once");
    until.set(person, to);
  }
}
