import type { BilingualText } from "../framework/bilingual-text";
import type { CalendarDate } from "../schedule/calendar-date";
import { copiesFromLog10 } from "./copies";
import type { ResultUnit, Specimen } from "./measurement";

/** What a laboratory means when it prints "<" and its lower limit: laboratories mean opposite things by it. */
export const MEANINGS_OF_BELOW = ["detected-below", "not-detected", "ask"] as const;
export type MeaningOfBelow = (typeof MEANINGS_OF_BELOW)[number];

/**
 * A platform on one kind of specimen, as one laboratory or publication describes it. A description that changes is a new
 * edition; results keep the one they were entered under.
 */
export interface Assay {
  /** Stays the same over editions. */
  readonly key: string;
  readonly edition: string;
  readonly platform: string;
  readonly name: BilingualText;
  readonly specimen: Specimen;
  /** The unit of its reports, and of the three limits below. */
  readonly unit: ResultUnit;
  /** Lower limit of quantification; null where the source does not give it. */
  readonly lowerLimit: number | null;
  readonly upperLimit: number | null;
  /** Limit of detection. */
  readonly detectionLimit: number | null;
  /** LOINC codes of its results. Map on code, unit and specimen together: catalogues disagree about each alone. */
  readonly loinc: { readonly copies: string | null; readonly log10: string | null; readonly iu: string | null };
  readonly meansOfBelow: MeaningOfBelow;
  /** International units in one copy, from the maker of this assay; null where unknown, and then nothing converts. */
  readonly iuPerCopy: number | null;
  readonly source: string;
  /** From this day; where the source gives a year only, its first day. */
  readonly validFrom: CalendarDate;
}

/** The limits of an assay in copies/mL; null where it has none, or gives them in IU without a factor. */
export interface AssayLimits {
  readonly lower: number | null;
  readonly upper: number | null;
  readonly detection: number | null;
}

/** The limits in copies/mL, as they are recorded with each result. */
export function assayLimits(assay: Assay): AssayLimits {
  const { unit, iuPerCopy } = assay;
  const copies = (limit: number | null): number | null => {
    if (limit === null || unit === "copies-per-ml") return limit;
    if (unit === "log10-copies-per-ml") return copiesFromLog10(limit);
    return iuPerCopy === null ? null : limit / iuPerCopy;
  };
  return {
    lower: copies(assay.lowerLimit),
    upper: copies(assay.upperLimit),
    detection: copies(assay.detectionLimit),
  };
}
