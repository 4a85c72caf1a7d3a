/**
 * Which times a chart shows, by place: not those at which nobody was measured although somebody was later. They were never
 * a part of this outcome, and left standing they would part every line in two. Times still to come stay.
 * @param measured whether anybody has (or may have) a value, by time
 */
export function timesInUse(measured: readonly boolean[]): readonly number[] {
  const last = measured.lastIndexOf(true);
  return measured.flatMap((some, place) => (some || place > last ? [place] : []));
}
