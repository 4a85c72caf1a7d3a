/** Modes of collecting, as the address names them. */
export const MODES = ["interview", "paper"] as const;
export type Mode = (typeof MODES)[number];

/** True for a mode as written in an address. */
export function isMode(text: unknown): text is Mode {
  return MODES.some((mode) => mode === text);
}

/**
 * What stands for an instrument in an address. Addresses stay behind in histories and on screens, so they do not say
 * what somebody was asked about: a short fingerprint (FNV-1a, 32 bits, base 36) instead of the instrument's code.
 */
export function instrumentToken(code: string): string {
  let hash = 0x811c9dc5;
  for (const character of code) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(36).padStart(7, "0");
}

/** Of several instruments, the one an address names: by its fingerprint, or by its code where somebody typed that. */
export function instrumentFromAddress(segment: string, codes: readonly string[]): string | undefined {
  return codes.find((code) => instrumentToken(code) === segment || code === segment);
}

interface FormPlace {
  readonly participantId: string;
  readonly timepointCode: string;
  readonly instrument: string;
}

/** The address of one form. */
export function formHref(
  base: string,
  place: FormPlace,
  choice: { readonly mode?: Mode; readonly language?: string; readonly correct?: boolean } = {},
): string {
  const query = new URLSearchParams();
  if (choice.mode !== undefined) query.set("mode", choice.mode);
  if (choice.language !== undefined) query.set("language", choice.language);
  if (choice.correct === true) query.set("correct", "1");
  const path = [place.participantId, place.timepointCode, instrumentToken(place.instrument)].map(encodeURIComponent);
  const text = query.toString();
  return `${base}/collect/${path.join("/")}${text === "" ? "" : `?${text}`}`;
}

/** Where the versions of a participant's forms are compared. */
export function conflictsHref(base: string, participantId: string): string {
  return `${base}/collect/${encodeURIComponent(participantId)}/conflicts`;
}

/** The address of a participant's plan; with a timepoint, of that part of it. */
export function planHref(base: string, participantId: string, timepointId?: string): string {
  const query = new URLSearchParams({ participant: participantId });
  if (timepointId !== undefined) query.set("timepoint", timepointId);
  return `${base}/collect?${query}`;
}
