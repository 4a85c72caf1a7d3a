import { addDays, type CalendarDate } from "@alongside/domain/schedule/calendar-date";
import { DEMO_ASSAYS, type DemoSpecimen, LABORATORY_MODEL, LABORATORY_VISITS } from "./laboratory-model";
import type { RandomStream } from "./random-stream";

/** One result as a laboratory of the simulation reports it, and the day on which it was entered. */
export interface DrawnResult {
  readonly kind: "viral-load" | "cd4-count" | "weight";
  readonly measurement: Readonly<Record<string, unknown>>;
  readonly collectedOn: CalendarDate;
  readonly enteredOn: CalendarDate;
}

export interface DrawFor {
  readonly enrolledOn: CalendarDate;
  /** The last day on which anything can have happened. */
  readonly lastDay: CalendarDate;
  readonly dose: number;
  readonly usual: DemoSpecimen;
}

const LIMITS = { plasma: 40, "dried-blood-spot": 1000 } as const;
const HIGHEST = 10_000_000;
/** Nobody's viral load of the simulation is higher. */
const MOST_COPIES = 2_000_000;

/** Draws what is measured of one person, in the order of the days. */
export function drawResults(stream: RandomStream, of: DrawFor): readonly DrawnResult[] {
  const { weightKg, cd4, firstUnsuppressed, staysUnsuppressed, takenAwayBySupport, rebounds } = LABORATORY_MODEL;
  const size = stream.normal();
  let high = stream.chance(firstUnsuppressed);
  return LABORATORY_VISITS.flatMap((visit, index): readonly DrawnResult[] => {
    if (index > 0) high = stream.chance(high ? staysUnsuppressed - takenAwayBySupport * of.dose : rebounds);
    const planned = addDays(of.enrolledOn, Math.max(0, visit.day + Math.round(visit.spread * stream.normal())));
    const on = visit.complete && planned > of.lastDay ? of.lastDay : planned;
    const done = stream.chance(visit.done) || visit.complete;
    const weight = weightKg.mean + weightKg.spread * size + weightKg.gain * index + stream.normal();
    const cells = Math.max(20, cd4.mean + cd4.spread * size + cd4.gain * index + 40 * stream.normal());
    const loads = drawLoads(stream, of, on, high, visit.complete);
    if (!done || on > of.lastDay) return [];
    return [
      ...loads.filter(({ collectedOn }) => collectedOn <= of.lastDay),
      quantity("weight", String(Math.round(10 * weight) / 10), on, on),
      ...(visit.cd4 ? [quantity("cd4-count", String(Math.round(cells)), on, on)] : []),
    ];
  });
}

/** The specimen of a visit; and one more where the first gave no result and somebody saw to it. A complete visit has one. */
function drawLoads(
  stream: RandomStream,
  of: DrawFor,
  on: CalendarDate,
  high: boolean,
  complete: boolean,
): readonly DrawnResult[] {
  const other = of.usual === "plasma" ? "dried-blood-spot" : "plasma";
  const specimen = stream.chance(LABORATORY_MODEL.otherSpecimen) ? other : of.usual;
  const rejected = stream.chance(LABORATORY_MODEL.rejected);
  const failed = stream.chance(LABORATORY_MODEL.failed);
  const answer = drawAnswer(stream, specimen, high);
  const again = addDays(on, stream.integer(14, 28));
  if (complete || !(rejected || failed)) return [load(stream, of, on, specimen, answer)];
  const none = rejected
    ? { state: "rejected", rejectionCode: stream.chance(0.5) ? "too-old" : "details-missing" }
    : { state: "failed", failureCode: "control-failed" };
  const first = load(stream, of, on, specimen, none);
  return stream.chance(LABORATORY_MODEL.takenAgain) ? [first, load(stream, of, again, specimen, answer)] : [first];
}

function drawAnswer(stream: RandomStream, specimen: DemoSpecimen, high: boolean) {
  const limit = LIMITS[specimen];
  const unsuppressed = Math.min(MOST_COPIES, 10 ** (3.15 + 0.85 * Math.abs(stream.normal())));
  const copies = Math.round(high ? unsuppressed : limit + (900 - limit) * stream.uniform() ** 3);
  const below = stream.chance(LABORATORY_MODEL.belowLimit);
  const nothing = stream.chance(LABORATORY_MODEL.notDetected);
  if (high || (specimen === "plasma" && !below)) {
    const value = String(Math.max(limit, copies));
    return { state: "quantified", value, unit: "copies-per-ml", comparator: null, asPrinted: `${value} copies/mL` };
  }
  if (nothing) return { state: "not-detected", asPrinted: "Target not detected" };
  const printed = { value: String(limit), unit: "copies-per-ml", comparator: "<" };
  return { state: "below-quantification", ...printed, asPrinted: `< ${limit} copies/mL` };
}

/** With the dates of its way through the laboratory; pending while it is on that way. */
function load(
  stream: RandomStream,
  { lastDay }: DrawFor,
  collectedOn: CalendarDate,
  specimen: DemoSpecimen,
  answer: Readonly<Record<string, unknown>>,
): DrawnResult {
  const receivedOn = addDays(collectedOn, stream.integer(1, 4));
  const testedOn = addDays(receivedOn, stream.integer(0, 4));
  const returnedOn = addDays(testedOn, stream.integer(1, 6));
  const arrived = returnedOn <= lastDay;
  const common = {
    ...{ specimen, assay: DEMO_ASSAYS[specimen], reason: "routine", collectedOn, asPrinted: null },
    ...{ lowerLimitCopiesPerMl: LIMITS[specimen], upperLimitCopiesPerMl: HIGHEST, detectionLimitCopiesPerMl: null },
  };
  const nowhere = { state: "pending", receivedOn: null, testedOn: null, returnedOn: null };
  return {
    kind: "viral-load",
    measurement: { ...common, ...(arrived ? { receivedOn, testedOn, returnedOn, ...answer } : nowhere) },
    collectedOn,
    enteredOn: arrived ? returnedOn : collectedOn,
  };
}

function quantity(
  kind: "cd4-count" | "weight",
  value: string,
  collectedOn: CalendarDate,
  enteredOn: CalendarDate,
): DrawnResult {
  const dates = { collectedOn, receivedOn: null, testedOn: null, returnedOn: null, asPrinted: null };
  const measurement = { state: "quantified", value, comparator: null, ...dates };
  return { kind, measurement, collectedOn, enteredOn };
}
