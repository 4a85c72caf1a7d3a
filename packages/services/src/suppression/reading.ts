import type { ViralLoadReading } from "@alongside/analysis/viral-load-rows/viral-load-data";

/** The columns of a result that say what was found. */
export interface FoundColumns {
  readonly state: string;
  readonly comparator: string | null;
  readonly copiesPerMl: number | null;
  readonly lowerLimit: number | null;
  readonly detectionLimit: number | null;
}

/**
 * A result as the analyses read it; null where it has neither a number nor a limit in copies/mL, for example IU/mL without
 * the assay's factor. Those are counted, never guessed.
 */
export function readingOf({ state, comparator, copiesPerMl, ...limits }: FoundColumns): ViralLoadReading | null {
  switch (state) {
    case "quantified":
      return copiesPerMl === null ? null : { kind: "quantified", copiesPerMl };
    case "below-quantification":
      return copiesPerMl === null ? null : { kind: "below", limit: copiesPerMl, inclusive: comparator === "<=" };
    case "above-upper":
      return copiesPerMl === null ? null : { kind: "above", limit: copiesPerMl, inclusive: comparator === ">=" };
    case "not-detected":
      return { kind: "not-detected", limit: limits.detectionLimit ?? limits.lowerLimit };
    default:
      return null;
  }
}
