/** The one form a session is narrowed to while a participant holds the phone. Chosen by staff, kept on the server. */
export interface HandedForm {
  readonly programmeId: string;
  readonly participantId: string;
  readonly timepointId: string;
  readonly timepointCode: string;
  readonly instrument: string;
  readonly edition: string;
  readonly language: string;
  /** Made when it was handed over, so that sending it twice stores it once. */
  readonly assessmentId: string;
}

/**
 * Why a session may do nothing of what its person may do. `locked`: it rested too long, or somebody locked it.
 * `handed-over`: a participant answers one form on it; `done` once that form is stored. Both end with the PIN or password.
 */
export type Hold =
  | { readonly kind: "locked" }
  | { readonly kind: "handed-over"; readonly form: HandedForm; readonly done: boolean };

/** Minutes without use after which a session locks, unless its person has chosen otherwise. */
export const IDLE_MINUTES = { least: 1, usual: 10, most: 60 } as const;

/** Wrong PINs or passwords after which a held session ends. */
export const UNLOCK_ATTEMPTS = 5;
