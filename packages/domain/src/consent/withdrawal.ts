/**
 * How far somebody has stepped back. `none`: came back. `contact`: nobody calls or writes. `use`: nothing of a later day is
 * collected. `erase`: everything is to be removed, asked for by one colleague and confirmed by another.
 */
export const WITHDRAWAL_LEVELS = ["none", "contact", "use", "erase"] as const;
export type WithdrawalLevel = (typeof WITHDRAWAL_LEVELS)[number];

/** Why, as far as the person wished to say. */
export const WITHDRAWAL_REASONS = ["burden", "privacy", "moved-on", "health", "not-said", "other"] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

/** A withdrawal in force. */
export interface WithdrawalStanding {
  readonly level: WithdrawalLevel;
  /** ISO day: the last one from which anything may come. */
  readonly fromOn: string;
  /** What was collected until then takes no part in any analysis or export. */
  readonly leavesOut: boolean;
}

/** Whether something of a day may be collected. Of somebody who is left out or is to be erased nothing is, of any day. */
export function collectsOn(withdrawal: WithdrawalStanding | null, day: string): boolean {
  if (withdrawal === null) return true;
  switch (withdrawal.level) {
    case "none":
    case "contact":
      return true;
    case "use":
      return !withdrawal.leavesOut && day <= withdrawal.fromOn;
    case "erase":
      return false;
  }
}
