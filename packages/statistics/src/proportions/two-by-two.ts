import { checkShare } from "./wilson-interval";

/** Two separate groups of people on a yes/no question. Differences are first minus second, ratios first over second. */
export interface TwoGroups {
  readonly successes1: number;
  readonly n1: number;
  readonly successes2: number;
  readonly n2: number;
}

/**
 * Refuses what are not counts out of counts, and levels outside 0 to 1.
 * @throws RangeError
 */
export function checkTwoGroups({ successes1, n1, successes2, n2 }: TwoGroups, level = 0.95): void {
  checkShare(successes1, n1, level);
  checkShare(successes2, n2, level);
}
