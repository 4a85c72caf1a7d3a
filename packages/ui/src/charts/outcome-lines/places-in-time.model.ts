/** Neighbours stand at least this share of the width apart, or their names and marks could not be told apart. */
const LEAST_GAP = 0.12;

/**
 * Where planned days stand on an axis of time, from 0 to 1: as far apart as they are, so that a slope means the same
 * everywhere. Days too close to be told apart stand a little further from each other, and the others give way alike.
 * @param days in order
 */
export function placesInTime(days: readonly number[]): readonly number[] {
  if (days.length < 2) return days.map(() => 0.5);
  const gaps = days.slice(1).map((day, at) => Math.max(0, day - (days[at] ?? day)));
  const span = gaps.reduce((sum, gap) => sum + gap, 0);
  const least = Math.min(LEAST_GAP, 1 / gaps.length);
  const shares = gaps.map((gap) => (span > 0 ? gap / span : 1 / gaps.length));
  // Narrow gaps get the least; what that takes comes from the wide ones, each by what it has beyond the least.
  const spare = shares.reduce((sum, share) => sum + Math.max(0, share - least), 0);
  const left = 1 - least * gaps.length;
  let place = 0;
  const rest = shares.map((share) => {
    const beyond = Math.max(0, share - least);
    place += spare > 0 ? least + (left * beyond) / spare : 1 / gaps.length;
    return place;
  });
  return [0, ...rest];
}
