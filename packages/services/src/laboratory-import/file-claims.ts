import { type Essence, firstDifference } from "./essence";

/** A result by what it is found: of one person, kind and day, by an assay, with or without a result. */
export interface ResultPlace {
  readonly participantId: string;
  readonly kind: string;
  readonly collectedOn: string;
  /** Empty: not stated, which stands for any. */
  readonly assayKey: string;
  readonly state: string;
}

/** Whether two results are about one specimen: a specimen without result stands beside one that has one. */
export function isSamePlace(
  one: Omit<ResultPlace, "participantId">,
  other: Omit<ResultPlace, "participantId">,
): boolean {
  const sameAssay = one.assayKey === other.assayKey || one.assayKey === "" || other.assayKey === "";
  return (
    one.kind === other.kind && one.collectedOn === other.collectedOn && sameAssay && groupOf(one) === groupOf(other)
  );
}

function groupOf({ state }: { readonly state: string }): string {
  return state === "rejected" || state === "failed" ? state : "result";
}

interface Claim {
  readonly assayKey: string;
  readonly state: string;
  /** As JSON: thousands of these are held at once. */
  readonly essence: string;
}

/** What earlier rows of a file say, so that a later one that contradicts is found, wherever it stands. */
export class FileClaims {
  readonly #claims = new Map<string, readonly Claim[]>();

  /** What an earlier row says about the same specimen: the same, something else, or nothing. */
  find(place: ResultPlace, essence: Essence): "same" | "other" | null {
    const { kind, collectedOn } = place;
    const found = (this.#claims.get(keyOf(place)) ?? []).filter(
      // A specimen that was pending may have its result further down.
      (claim) =>
        isSamePlace({ kind, collectedOn, ...claim }, place) && (claim.state !== "pending" || place.state === "pending"),
    );
    if (found.length === 0) return null;
    if (place.state === "pending") return "same";
    return found.some((claim) => firstDifference(JSON.parse(claim.essence), essence) === null) ? "same" : "other";
  }

  add(place: ResultPlace, essence: Essence): void {
    const claim = { assayKey: place.assayKey, state: place.state, essence: JSON.stringify(essence) };
    this.#claims.set(keyOf(place), [...(this.#claims.get(keyOf(place)) ?? []), claim]);
  }
}

function keyOf({ participantId, kind, collectedOn }: ResultPlace): string {
  return `${participantId} ${kind} ${collectedOn}`;
}
