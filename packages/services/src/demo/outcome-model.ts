/**
 * What the simulation holds to be true, in standard deviations and with plus always meaning better: where people start
 * (0 is the middle of the scale), and how far full peer support has moved them when it ends. Modest on purpose; some
 * outcomes do not move at all, and one gets worse: people who are more open about themselves meet more stigma.
 */
export const OUTCOME_MODEL: Readonly<Record<string, { readonly start: number; readonly effect: number }>> = {
  "alongside-core/body": { start: 0.1, effect: 0 },
  "alongside-core/pain": { start: 0.7, effect: 0.02 },
  "alongside-core/mood": { start: 0.1, effect: 0.25 },
  "alongside-core/lonely": { start: 0, effect: 0.45 },
  "alongside-core/hope": { start: 0.3, effect: 0.35 },
  "alongside-core/worth": { start: 0.3, effect: 0.2 },
  "alongside-core/confidence": { start: 0.3, effect: 0.3 },
  "alongside-core/acceptance": { start: -0.2, effect: 0.4 },
  "alongside-core/belonging": { start: -0.1, effect: 0.5 },
  "alongside-core/adherence": { start: 1.2, effect: 0.2 },
  "alongside-core/visits": { start: 0.9, effect: 0.25 },
  "alongside-core/risk": { start: 1.3, effect: 0 },
  "alongside-core/knowledge": { start: 0.3, effect: 0.5 },
  "alongside-core/stigma-met": { start: 1.1, effect: -0.4 },
  "alongside-core/stigma-felt": { start: 0.1, effect: 0.3 },
  "alongside-core/support": { start: 0, effect: 0.5 },
  "alongside-core/activity": { start: 0, effect: 0.1 },
  "phq9/total": { start: 0.75, effect: 0.2 },
};

/** For measures the table does not name: mechanisms are asked once, and people mark their own supporter kindly. */
export const OTHER_MEASURES = { start: 1.1, effect: 0 } as const;

/** Extra distance, plus meaning better, of single items that are answered unlike the rest of their scale. */
export const ITEM_SHIFTS: Readonly<Record<string, number>> = {
  "phq9.i9": 1.4,
  "alongside-mechanisms.privacy-2": -1.1,
  "alongside-mechanisms.place-2": -0.9,
  "alongside-core.activity-2": -0.5,
};

/** Of the variance of a scale between people: general wellbeing, what is lasting in the scale, and the day. */
export const VARIANCE_SHARES = { general: 0.35, lasting: 0.4, day: 0.25 } as const;

/** Standard deviation of one item around its scale. */
export const ITEM_NOISE = 0.65;

/** How people change whoever they are with: a little better with time. */
export const DRIFT_PER_YEAR = 0.08;

/** Chance that an item is left out; that it is declined, by part of its id; and that the sheet ends early. */
export const MISSING_ITEMS = {
  skipped: 0.012,
  declined: 0.006,
  declinedMore: { "risk-": 0.06, "stigma-": 0.025, "phq9.i9": 0.03 },
  endsEarly: 0.025,
  notOnTreatment: 0.05,
} as const;
