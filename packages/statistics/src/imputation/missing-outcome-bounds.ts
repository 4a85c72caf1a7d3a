/** Outcomes of one group: yes, no, and not known. */
export interface OutcomeCounts {
  readonly yes: number;
  readonly no: number;
  readonly missing: number;
}

/** The counts to compare when all whose outcome is not known are taken to be alike. */
export interface CompletedCounts {
  readonly yes: number;
  readonly n: number;
}

/** What could have happened to people whose outcome is not known. */
export interface OutcomeBounds {
  /** Those with an outcome only. */
  readonly known: readonly CompletedCounts[];
  /** Nobody without an outcome had it. */
  readonly missingAsNo: readonly CompletedCounts[];
  /** Everybody in the first group and nobody in the others had it: the most that the first group can be ahead. */
  readonly bestForFirst: readonly CompletedCounts[];
  /** Nobody in the first group and everybody in the others had it. */
  readonly worstForFirst: readonly CompletedCounts[];
}

/**
 * The tables between which every way to fill in missing yes-or-no outcomes lies. Intervals and tests are those of
 * proportions, on each table. Source: Hollis and Campbell, BMJ 319 (1999) 670-674.
 * @throws RangeError for counts that are negative or not whole
 */
export function missingOutcomeBounds(groups: readonly OutcomeCounts[]): OutcomeBounds {
  for (const { yes, no, missing } of groups) {
    if (![yes, no, missing].every((count) => Number.isSafeInteger(count) && count >= 0)) {
      throw new RangeError(`Not counts: ${yes}, ${no}, ${missing}`);
    }
  }
  const fill = (asYes: (group: number) => boolean) =>
    groups.map(({ yes, no, missing }, group) => ({ yes: asYes(group) ? yes + missing : yes, n: yes + no + missing }));
  return {
    known: groups.map(({ yes, no }) => ({ yes, n: yes + no })),
    missingAsNo: fill(() => false),
    bestForFirst: fill((group) => group === 0),
    worstForFirst: fill((group) => group > 0),
  };
}
