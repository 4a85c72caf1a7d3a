import type { EntryWarning } from "../laboratory/entry-problem";
import { hasBeenTreatedFor } from "../laboratory/treatment";
import type { CalendarDate } from "../schedule/calendar-date";
import type { TimepointWindow } from "../schedule/timepoint-window";
import type { EarlierViralLoad } from "./check-viral-load";
import { type AssayFactor, copiesPerMl, log10FromCopies } from "./copies";
import type { ViralLoad } from "./measurement";

/** Everything that needs a reason before a viral load is saved. */
export const VIRAL_LOAD_CHECKS = [
  /** At least 0.5 log10 from the result before. */
  "jump",
  /** Another specimen than before: dried blood spots read higher. */
  "specimen-switch",
  "assay-switch",
  "above-7-log",
  /** Under 8 copies/mL: most likely a logarithm. */
  "likely-log",
  /** Before three months on treatment. */
  "early-treatment",
  /** Collected outside the days of the timepoint. */
  "outside-window",
] as const;
export type ViralLoadCheck = (typeof VIRAL_LOAD_CHECKS)[number];

export interface SoftChecking {
  /** Current results of the person, in any order. The one being corrected is left out by its id. */
  readonly earlier: readonly EarlierViralLoad[];
  readonly replacesId: string | null;
  readonly treatmentStartedOn: CalendarDate | null;
  /** Days of the timepoint it is entered for; null where it is for none. */
  readonly window: TimepointWindow | null;
  readonly assay: AssayFactor | null;
}

/** ARUP: a change of 0.5 log10 may be significant. */
const JUMP_LOG10 = 0.5;
/** Differences of logarithms are off in the last bit. */
const ROUNDING = 1e-9;
const HIGH_LOG10 = 7;
const LIKELY_LOG = 8;
const EARLY_MONTHS = 3;

/** What is possible and unlikely about a viral load, in the order of `VIRAL_LOAD_CHECKS`. */
export function viralLoadWarnings(
  measurement: ViralLoad,
  checking: SoftChecking,
): readonly EntryWarning<ViralLoadCheck>[] {
  const { collectedOn } = measurement;
  const previous = previousResult(collectedOn, checking);
  const warnings: EntryWarning<ViralLoadCheck>[] = [];
  const warn = (check: ViralLoadCheck, values: EntryWarning<ViralLoadCheck>["values"] = {}) =>
    warnings.push({ check, values });
  if (!isResult(measurement)) return [];
  if (previous !== null) {
    const change = leastChange(spanOf(previous, null), spanOf(measurement, checking.assay));
    if (change >= JUMP_LOG10 - ROUNDING) warn("jump", { log10: change, since: previous.collectedOn });
    if (previous.specimen !== measurement.specimen) warn("specimen-switch", { before: previous.specimen });
    if (previous.assay !== null && measurement.assay !== null && previous.assay.key !== measurement.assay.key) {
      warn("assay-switch", { before: previous.assay.key });
    }
  }
  const reading = copiesPerMl(measurement, checking.assay);
  const highest = reading.kind === "copies" ? reading.value : reading.kind === "censored" ? reading.limit : null;
  if (highest !== null && log10FromCopies(highest) > HIGH_LOG10 + ROUNDING) warn("above-7-log");
  const value = "value" in measurement && measurement.unit === "copies-per-ml" ? measurement.value : null;
  if (value !== null && Number(value) < LIKELY_LOG) warn("likely-log", { value });
  if (isEarly(measurement, checking.treatmentStartedOn)) warn("early-treatment", { months: EARLY_MONTHS });
  const { window } = checking;
  if (window !== null && (collectedOn < window.opensOn || collectedOn > window.closesOn)) {
    warn("outside-window", { opensOn: window.opensOn, closesOn: window.closesOn });
  }
  return warnings;
}

function isResult({ state }: ViralLoad): boolean {
  return state !== "rejected" && state !== "failed" && state !== "pending";
}

/** The last result collected before this day; what was collected later is no comparison. */
function previousResult(collectedOn: CalendarDate, { earlier, replacesId }: SoftChecking): ViralLoad | null {
  return earlier.reduce<ViralLoad | null>((latest, { id, measurement }) => {
    if (id === replacesId || !isResult(measurement) || measurement.collectedOn >= collectedOn) return latest;
    return latest === null || measurement.collectedOn > latest.collectedOn ? measurement : latest;
  }, null);
}

/** The logarithms between which a result lies. */
interface Span {
  readonly low: number;
  readonly high: number;
}

const ANYWHERE: Span = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

function spanOf(measurement: ViralLoad, assay: AssayFactor | null): Span {
  const reading = copiesPerMl(measurement, assay);
  switch (reading.kind) {
    case "copies": {
      const value = log10FromCopies(reading.value);
      return { low: value, high: value };
    }
    case "censored": {
      const limit = log10FromCopies(reading.limit);
      return reading.side === "below" ? { ...ANYWHERE, high: limit } : { ...ANYWHERE, low: limit };
    }
    case "none": {
      const limit = measurement.detectionLimitCopiesPerMl ?? measurement.lowerLimitCopiesPerMl;
      if (measurement.state !== "not-detected" || limit === null) return ANYWHERE;
      return { ...ANYWHERE, high: log10FromCopies(limit) };
    }
  }
}

/** The change that is certain, whatever lies behind the limits; zero where the two may be the same. */
function leastChange(before: Span, after: Span): number {
  return Math.max(0, after.low - before.high, before.low - after.high);
}

function isEarly({ collectedOn, reason }: ViralLoad, startedOn: CalendarDate | null): boolean {
  // The first test belongs to the start; before it there is no treatment to judge.
  if (startedOn === null || collectedOn < startedOn || reason === "initial") return false;
  return !hasBeenTreatedFor(EARLY_MONTHS, startedOn, collectedOn);
}
