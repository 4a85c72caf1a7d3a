import { measurementOf, type StoredResult } from "../lab-result/stored-result";
import { type Difference, type Essence, essenceOf, firstDifference, mayBeOneSpecimen } from "./essence";
import { isSamePlace, type ResultPlace } from "./file-claims";

/** What is stored about the specimen of a row. */
export type Standing =
  | { readonly kind: "none" }
  | { readonly kind: "same" }
  | { readonly kind: "other"; readonly result: StoredResult; readonly difference: Difference }
  /** Several results of that day could be meant, by different assays, and none of them says the same. */
  | { readonly kind: "several"; readonly results: readonly StoredResult[] };

/**
 * What stands in the programme about the specimen of a row: of the very assay the row names, where that has a result; of
 * these an equal one; then the only one that specimen and days allow. Of several that are left, nobody can say which one a
 * row is about.
 */
export function findStanding(results: readonly StoredResult[], place: ResultPlace, essence: Essence): Standing {
  const near = results.filter(
    (stored) => isSamePlace(stored, place) && (stored.state !== "pending" || place.state === "pending"),
  );
  // Where the very assay that is named has a result, only that one decides.
  const named = near.filter(({ assayKey }) => place.assayKey !== "" && assayKey === place.assayKey);
  const found = named.length === 0 ? near : named;
  const differing = found.flatMap((result) => {
    const difference = firstDifference(essenceOf(measurementOf(result)), essence);
    return difference === null ? [] : [{ result, difference }];
  });
  // A specimen that is pending in the file and has its result here says nothing new.
  if (found.length > 0 && (place.state === "pending" || differing.length < found.length)) return { kind: "same" };
  const possible = differing.filter(({ result }) => mayBeOneSpecimen(essenceOf(measurementOf(result)), essence));
  const [only, ...others] = possible.length === 1 ? possible : differing;
  if (only === undefined) return { kind: "none" };
  if (others.length === 0) return { kind: "other", ...only };
  return { kind: "several", results: differing.map(({ result }) => result) };
}
