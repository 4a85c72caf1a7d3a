/** What people do with their own account needs no permission, so no matrix names it; the trail does. */
export const SESSION_ACTIONS = [
  "session.sign-in",
  "session.sign-in-failed",
  "session.second-factor",
  "session.second-factor-failed",
  "session.recovery-code-used",
  "session.unlock-failed",
  "session.sign-out",
  "session.end",
  "session.change-password",
  "session.second-factor-set-up",
  "session.second-factor-removed",
  "session.recovery-codes-renewed",
] as const;
export type SessionAction = (typeof SESSION_ACTIONS)[number];
