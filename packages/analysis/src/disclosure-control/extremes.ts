import { effectiveThreshold, type ShownCount } from "./shown-count";

const EXTREMES_FROM = 10;

/** From how many people on a smallest, largest or middle value, single people's lines or steps of a curve may be told. */
export function extremesFrom(threshold: number): number {
  const k = effectiveThreshold(threshold);
  return k === 1 ? 1 : Math.max(EXTREMES_FROM, k);
}

/** Whether a smallest, largest or middle value, or a single person's line, may be told of so many people. */
export function mayTellExtremes(people: number, threshold: number): boolean {
  return people >= extremesFrom(threshold);
}

/**
 * Whether a mean, a spread or anything made of them may be told of so many people. A questionnaire has few possible scores, and
 * these are known: of five to nine people mean and spread together often fit one set of scores only, which is then everybody's.
 */
export function mayTellMoments(people: ShownCount, threshold: number): boolean {
  return people.kind === "exact" && (people.n === 0 || mayTellExtremes(people.n, threshold));
}
