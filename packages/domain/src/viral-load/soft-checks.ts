import type { EntryWarning } from "../laboratory/entry-problem";
import { hasBeenTreatedFor } from "../laboratory/treatment";
import { type CalendarDate, daysBetween } from "../schedule/calendar-date";
import type { TimepointWindow } from "../schedule/timepoint-window";
import { type Assay, assayLimits } from "./assay";
import type { EarlierViralLoad } from "./check-viral-load";
import { type AssayFactor, copiesPerMl, log10FromCopies } from "./copies";
import type { ViralLoad } from "./measurement";

/** Everything that needs a reason before a viral load is saved. */
export const VIRAL_LOAD_CHECKS = [
  /** At least 0.5 log10 from the result before, after, or of the same day by another assay. */
  "jump",
  /** Another specimen than before: dried blood spots read higher. */
  "specimen-switch",
  "assay-switch",
  "above-7-log",
  /** Under 8 copies/mL: most likely a logarithm. */
  "likely-log",
  /** A limit that is not the assay's, or, without an assay, none of any: a "<" or ">" put before a number. */
  "unusual-limit",
  /** Collected more than five years ago: most likely a year typed wrongly. */
  "long-ago",
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
  readonly assay: Assay | null;
  /** The date in the programme's time zone. */
  readonly today: CalendarDate;
}

/** ARUP: a change of 0.5 log10 may be significant. */
const JUMP_LOG10 = 0.5;
/** Differences of logarithms are off in the last bit. */
const ROUNDING = 1e-9;
const HIGH_LOG10 = 7;
const LIKELY_LOG = 8;
const EARLY_MONTHS = 3;
const LONG_AGO_DAYS = 5 * 365;
/** Prints of a limit are rounded to two decimals of a logarithm. */
const SAME_LIMIT_LOG10 = 0.01;
/** No published assay has a lower limit above the one or an upper limit below the other. */
const [HIGHEST_LOWER_LIMIT, LOWEST_UPPER_LIMIT] = [1000, 100_000];

/** What is possible and unlikely about a viral load, in the order of `VIRAL_LOAD_CHECKS`. */
export function viralLoadWarnings(
  measurement: ViralLoad,
  checking: SoftChecking,
): readonly EntryWarning<ViralLoadCheck>[] {
  const { collectedOn } = measurement;
  const { previous, neighbours } = resultsBeside(measurement, checking);
  const warnings: EntryWarning<ViralLoadCheck>[] = [];
  const warn = (check: ViralLoadCheck, values: EntryWarning<ViralLoadCheck>["values"] = {}) =>
    warnings.push({ check, values });
  if (!isResult(measurement)) return [];
  const jumps = neighbours.map((one) => ({
    log10: leastChange(spanOf(one, null), spanOf(measurement, checking.assay)),
    since: one.collectedOn,
  }));
  const [largest] = jumps.toSorted((a, b) => b.log10 - a.log10);
  if (largest !== undefined && largest.log10 >= JUMP_LOG10 - ROUNDING) warn("jump", largest);
  if (previous !== null) {
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
  const limit = unusualLimit(reading, checking.assay);
  if (limit !== null) warn("unusual-limit", { limit });
  if (daysBetween(collectedOn, checking.today) > LONG_AGO_DAYS) warn("long-ago", { date: collectedOn });
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

/**
 * The results a new one is compared with: the last before its day, the first after it, and those of the same day by other
 * assays, whichever was entered first. `previous` is the one before.
 */
function resultsBeside({ collectedOn }: ViralLoad, { earlier, replacesId }: SoftChecking) {
  const others = earlier
    .flatMap(({ id, measurement }) => (id === replacesId || !isResult(measurement) ? [] : [measurement]))
    .toSorted((a, b) => (a.collectedOn < b.collectedOn ? -1 : a.collectedOn > b.collectedOn ? 1 : 0));
  const previous = others.findLast((one) => one.collectedOn < collectedOn) ?? null;
  const next = others.find((one) => one.collectedOn > collectedOn);
  const sameDay = others.filter((one) => one.collectedOn === collectedOn);
  return { previous, neighbours: [previous, ...sameDay, next].filter((one) => one !== null && one !== undefined) };
}

/** The limit in copies/mL that a result lies beyond, where it is not one that its assay, or any assay, has. */
function unusualLimit(reading: ReturnType<typeof copiesPerMl>, assay: Assay | null): number | null {
  if (reading.kind !== "censored") return null;
  const { side, limit } = reading;
  const limits = assay === null ? null : assayLimits(assay);
  const own = side === "below" ? limits?.lower : limits?.upper;
  if (own !== null && own !== undefined) {
    return Math.abs(log10FromCopies(limit) - log10FromCopies(own)) < SAME_LIMIT_LOG10 ? null : limit;
  }
  const isUnknown = side === "below" ? limit > HIGHEST_LOWER_LIMIT : limit < LOWEST_UPPER_LIMIT;
  return isUnknown ? limit : null;
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
