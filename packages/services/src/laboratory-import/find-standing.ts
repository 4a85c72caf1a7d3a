import { measurementOf, type StoredResult } from "../lab-result/stored-result";
import { type Difference, type Essence, essenceOf, firstDifference } from "./essence";
import { isSamePlace, type ResultPlace } from "./file-claims";

/** What is stored about the specimen of a row. */
export type Standing =
  | { readonly kind: "none" }
  | { readonly kind: "same" }
  | { readonly kind: "other"; readonly result: StoredResult; readonly difference: Difference }
  /** Several results of that day could be meant, by different assays, and none of them says the same. */
  | { readonly kind: "several"; readonly count: number };

/**
 * What stands in the programme about the specimen of a row. An equal result is looked for first; then the one by the very
 * assay the row names; of several that are left, nobody can say which one a row is about that names no assay.
 */
export function findStanding(results: readonly StoredResult[], place: ResultPlace, essence: Essence): Standing {
  const found = results.filter(
    (stored) => isSamePlace(stored, place) && (stored.state !== "pending" || place.state === "pending"),
  );
  const differing = found.flatMap((result) => {
    const difference = firstDifference(essenceOf(measurementOf(result)), essence);
    return difference === null ? [] : [{ result, difference }];
  });
  // A specimen that is pending in the file and has its result here says nothing new.
  if (found.length > 0 && (place.state === "pending" || differing.length < found.length)) return { kind: "same" };
  const byName = differing.filter(({ result }) => result.assayKey === place.assayKey);
  const [only, ...others] = byName.length === 1 ? byName : differing;
  if (only === undefined) return { kind: "none" };
  return others.length === 0 ? { kind: "other", ...only } : { kind: "several", count: differing.length };
}
