/** What a person is asked about, each on its own: somebody may answer questions and still keep their words from being quoted. */
export const CONSENT_PURPOSES = ["contact", "survey", "laboratory-link", "research-export", "quotation"] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** What was said. Nothing recorded is a state of its own: not asked, which is neither yes nor no. */
export const CONSENT_STATES = ["given", "refused", "withdrawn"] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/** How it was witnessed: signed on paper, spoken before a witness, or pressed on the screen by the person. */
export const WITNESS_MODES = ["paper", "spoken", "screen"] as const;
export type WitnessMode = (typeof WITNESS_MODES)[number];

/** Version of the neutral words that the product ships, which nobody in the programme has approved. */
export const DRAFT_VERSION = 0;

/** How one person stands on one purpose, and whether the programme needs an answer. */
export interface ConsentStanding {
  /** Null: not asked. */
  readonly state: ConsentState | null;
  /** Nothing may be done for this purpose without a yes. */
  readonly required: boolean;
}

/** Whether something may be done for a purpose: after a yes; and where nobody asked, unless the programme needs an answer. */
export function permits({ state, required }: ConsentStanding): boolean {
  return state === null ? !required : state === "given";
}

/**
 * Whether a programme needs an answer from somebody before anything is done.
 * @param enrolledOn ISO day
 * @param requiredFrom first day of enrolment from which on it is needed; null: never
 */
export function isRequired(enrolledOn: string, requiredFrom: string | null): boolean {
  return requiredFrom !== null && enrolledOn >= requiredFrom;
}
