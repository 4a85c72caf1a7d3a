/** Why somebody opens a record at a site where they have no role. */
export const BREAK_GLASS_REASONS = ["emergency", "covering", "transferred", "mistaken-site", "other"] as const;
export type BreakGlassReason = (typeof BREAK_GLASS_REASONS)[number];

/** What whoever looks at it afterwards thinks of it. */
export const BREAK_GLASS_JUDGEMENTS = ["justified", "not-justified", "unclear"] as const;
export type BreakGlassJudgement = (typeof BREAK_GLASS_JUDGEMENTS)[number];

/** An access lasts so long and cannot be extended; whoever needs more asks again, and is seen to ask again. */
export const BREAK_GLASS_MS = 3 * 3_600_000;

/** Access to one person's record at a site where somebody has no role. */
export interface Opening {
  readonly breakGlassId: string;
  readonly programmeId: string;
  readonly siteId: string;
  readonly participantId: string;
  readonly endsAt: Date;
}

/** Whether an access still counts. At its very end it does not any more. */
export function isOpen({ endsAt }: Pick<Opening, "endsAt">, now: Date): boolean {
  return now.getTime() < endsAt.getTime();
}
