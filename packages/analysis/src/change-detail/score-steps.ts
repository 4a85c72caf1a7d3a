/** Scores a measure can take, at equal distances. */
export interface ScoreSteps {
  readonly lowest: number;
  readonly step: number;
  /** How many steps lie between the lowest and the highest score. */
  readonly count: number;
}

/** Steps looked for; more make a measure as good as continuous. */
const MOST_STEPS = 200;
/** Up to here few scores must be seen to say that there are no others between them. */
const COARSE = 15;
/** Share of the scores that must lie on a step: a score with items filled in may lie between two. */
const ON_STEP = 0.9;

/**
 * The steps in which a measure moves, read from the scores themselves: a mean of four answers on a scale from 0 to 100 moves
 * by 12.5 or 25, and bars of any other width would hold now one and now two possible scores. The coarsest steps are taken on
 * which nine of ten scores lie, if at least half of the steps were seen; whole scores otherwise move by 1.
 * @returns null for a measure that moves freely
 */
export function scoreSteps(values: readonly number[], lowest: number, highest: number): ScoreSteps | null {
  const range = highest - lowest;
  if (values.length === 0 || !(range > 0)) return null;
  const whole = [...values, lowest, highest].every(Number.isInteger);
  const most = whole ? Math.min(COARSE, range - 1) : MOST_STEPS;
  for (let count = 1; count <= most; count += 1) {
    if (fits(values, { lowest, step: range / count, count })) return { lowest, step: range / count, count };
  }
  return whole ? { lowest, step: 1, count: range } : null;
}

function fits(values: readonly number[], steps: ScoreSteps): boolean {
  const near = 1e-6 * steps.count;
  const places = values.map((value) => (value - steps.lowest) / steps.step);
  const isOn = (place: number) => Math.abs(place - Math.round(place)) < near;
  const on = places.filter(isOn);
  const seen = new Set(on.map(Math.round)).size;
  const between = new Set(places.filter((place) => !isOn(place))).size;
  // Most people at one end lie on any step: it is the different scores that tell.
  const wanted = steps.count <= COARSE ? Math.max(3, (steps.count + 1) / 2) : 3;
  return on.length >= ON_STEP * values.length && seen >= wanted && 2 * between <= seen;
}
