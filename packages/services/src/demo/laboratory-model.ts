/** What the simulation assumes about treatment and results. Everything in it is invented. */
export const LABORATORY_MODEL = {
  /** Part of the people whose start of treatment nobody has written down. */
  startUnknown: 0.05,
  /** Part who began in the month before they were enrolled; the others up to five years earlier. */
  startedRecently: 0.15,
  /** Part whose first result is unsuppressed. */
  firstUnsuppressed: 0.42,
  /** Chance that somebody unsuppressed still is at the next test, and how much of it peer support takes away. */
  staysUnsuppressed: 0.7,
  takenAwayBySupport: 0.34,
  /**
   * Chance that somebody suppressed is not any more at the next test. Higher than most clinics see: with fewer, hardly any
   * group of the demonstration would be large enough to be shown.
   */
  rebounds: 0.16,
  /** Part of the suppressed results below the limit of the assay, and of the others not detected at all. */
  belowLimit: 0.5,
  notDetected: 0.55,
  rejected: 0.035,
  failed: 0.01,
  /** Chance that a new specimen follows one that gave no result. */
  takenAgain: 0.6,
  /** Chance that a specimen is of the other kind than usual. */
  otherSpecimen: 0.04,
  /** Part of the people at the last site whose usual specimen is a dried blood spot. */
  driedBloodSpot: 0.7,
  /** Part who agree that a peer supporter contacts them. */
  mayBeContacted: 0.72,
  weightKg: { mean: 62, spread: 10, gain: 0.8 },
  cd4: { mean: 430, spread: 170, gain: 45 },
} as const;

/**
 * When results are planned, in days from enrolment: chance that it is done, and how exactly. A complete visit is always done
 * and always gives a result: where only those seen later are missing, more of the demonstration is large enough to be shown.
 */
export const LABORATORY_VISITS = [
  { day: 4, spread: 3, done: 0.95, cd4: true, complete: true },
  { day: 92, spread: 8, done: 0.86, cd4: false, complete: false },
  { day: 182, spread: 10, done: 0.86, cd4: false, complete: false },
  { day: 362, spread: 14, done: 0.88, cd4: true, complete: false },
] as const;

/** Somebody in clinic staff besides the one who signs in, so that results have a second person. Cannot be chosen at sign-in. */
export const DEMO_COLLEAGUE = { role: "clinic-staff", name: "Lee Okafor", email: "second-nurse@example.org" } as const;

export const DEMO_ASSAYS = {
  plasma: { key: "abbott-realtime-plasma-600", edition: "1" },
  "dried-blood-spot": { key: "abbott-realtime-dried-blood-spot", edition: "1" },
} as const;
export type DemoSpecimen = keyof typeof DEMO_ASSAYS;
