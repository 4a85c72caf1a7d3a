import type { EntryProblem } from "@alongside/domain/laboratory/entry-problem";
import type { LabKind } from "@alongside/domain/laboratory/kinds";
import {
  type LabQuantity,
  quantityProblems,
  quantitySchema,
  quantityWarnings,
} from "@alongside/domain/laboratory/quantity";
import { type Assay, assayLimits } from "@alongside/domain/viral-load/assay";
import { categorise, type ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { viralLoadProblems } from "@alongside/domain/viral-load/check-viral-load";
import {
  RESULT_STATES,
  type ResultState,
  type ViralLoad,
  viralLoadSchema,
} from "@alongside/domain/viral-load/measurement";
import type { Reading } from "@alongside/domain/viral-load/reading";
import { viralLoadWarnings } from "@alongside/domain/viral-load/soft-checks";
import type { Measurement, Recent, ResultView } from "./laboratory-view";
import { type RowReading, readRow } from "./read-result";
import { type Carried, type CarriedField, isEmptyRow, type Spoken, type SpokenCheck, type StackRow } from "./stack";
import { readTypedDate } from "./typed-date";

/** What rows are judged by on this device; the server judges them again. */
export interface Judging {
  readonly kind: LabKind;
  readonly today: string;
  /** Every edition that is known. */
  readonly assays: readonly Assay[];
  readonly rule: ThresholdRule;
  /** The result that is corrected or read a second time; it stands in nobody's way. */
  readonly about: string | null;
}

/** A row as far as it is understood: what would be saved, and what stands in its way. */
export interface RowView {
  readonly reading: RowReading;
  readonly carried: Carried;
  readonly assay: Assay | null;
  /** The dates as days; null where there is none, or it is not understood. */
  readonly dates: Readonly<Record<DateField, string | null>>;
  readonly timepointCode: string | null;
  /** Null while something is missing. */
  readonly measurement: Measurement | null;
  readonly problems: readonly Spoken[];
  /** What is unlikely, with or without a reason by now. */
  readonly checks: readonly SpokenCheck[];
  readonly category: ReturnType<typeof categorise> | null;
  /** Nothing stands in the way of sending it. */
  readonly ready: boolean;
}

export const DATE_FIELDS = ["collectedOn", "receivedOn", "testedOn", "returnedOn"] as const satisfies CarriedField[];
export type DateField = (typeof DATE_FIELDS)[number];

/** How the assay of a row is written: its key and edition. */
export function assayName({ key, edition }: Pick<Assay, "key" | "edition">): string {
  return `${key} ${edition}`;
}

/**
 * Works out what a row says. Soft checks on the device look at the last results that are at hand; the server looks at
 * all, and what it asked for stays asked.
 *
 * @param recent the person with this code; null while unknown
 * @param above measurements of the same person in rows above
 */
export function rowView(
  row: StackRow,
  carried: Carried,
  recent: Recent | null,
  above: readonly Measurement[],
  judging: Judging,
): RowView {
  const { kind } = judging;
  const assay = kind === "viral-load" ? (judging.assays.find((one) => assayName(one) === carried.assay) ?? null) : null;
  const state = stateOf(row.state);
  const reading = readRow({ kind, state, print: row.result, chosen: row.chosen, assay });
  const typed = DATE_FIELDS.map((field) => [field, readTypedDate(carried[field], judging.today)] as const);
  const dates = Object.fromEntries(
    typed.map(([field, one]) => [field, one.kind === "day" ? one.day : null]),
  ) as Readonly<Record<DateField, string | null>>;
  const speaks = (field: DateField) => !isEmptyRow(row) || row.own[field] !== undefined;
  const unclear = typed.flatMap(([field, one]) =>
    one.kind === "unclear" && speaks(field) ? [problem(field, "date-unclear")] : [],
  );
  const timepointCode = row.timepointCode ?? (recent?.window?.open ? recent.window.code : "");
  const missing = missingProblems(row, reading, dates.collectedOn, kind, carried, assay);
  const measurement =
    reading.kind === "read" && missing.length === 0 && unclear.length === 0
      ? measurementOf(row, reading.reading, carried, assay, dates, kind)
      : null;
  const against = { ...judging, assay, recent, above, timepointCode };
  const judged = measurement === null ? { problems: [], checks: [] } : judge(measurement, against);
  const said = row.answer?.kind === "refused" ? row.answer.issues : [];
  const problems = unique(
    [...unclear, ...missing, ...judged.problems, ...said],
    ({ field, rule }) => `${field} ${rule}`,
  );
  const asked = row.answer?.kind === "needs-reason" ? row.answer.checks : [];
  const checks = unique([...judged.checks, ...asked], ({ check }) => check);
  const reasoned = checks.every(({ check }) => (row.reasons[check] ?? "").trim().length >= LEAST_REASON);
  return {
    ...{ reading, carried, assay, dates, measurement, problems, checks },
    timepointCode: timepointCode === "" ? null : timepointCode,
    category: measurement?.kind === "viral-load" ? categorise(measurement.result, judging.rule, assay) : null,
    ready: measurement !== null && problems.length === 0 && reasoned && row.answer?.kind !== "conflict",
  };
}

/** A reason of fewer characters says nothing; the server thinks so, too. */
const LEAST_REASON = 3;

function stateOf(text: string): ResultState | "" {
  return RESULT_STATES.find((state) => state === text) ?? "";
}

function problem(field: string, rule: string, values: Spoken["values"] = {}): Spoken {
  return { field, rule, values };
}

function unique<T>(list: readonly T[], keyOf: (one: T) => string): readonly T[] {
  const seen = new Map<string, T>();
  for (const one of list) if (!seen.has(keyOf(one))) seen.set(keyOf(one), one);
  return [...seen.values()];
}

/** What has to be there before anything can be judged. A row that only has its code is not wrong yet. */
function missingProblems(
  row: StackRow,
  reading: RowReading,
  collectedOn: string | null,
  kind: LabKind,
  carried: Carried,
  assay: Assay | null,
): readonly Spoken[] {
  if (reading.kind === "nothing") return [];
  const problems: Spoken[] = [];
  if (reading.kind === "number-needed") problems.push(problem("result", "number-needed"));
  if (reading.kind === "unparsed") problems.push(problem("result", `unparsed-${reading.reason}`));
  if (reading.kind === "differs") problems.push(problem("state", "state-differs", { printed: reading.printed }));
  if (collectedOn === null && carried.collectedOn.trim() === "")
    problems.push(problem("collectedOn", "collected-needed"));
  if (kind === "viral-load" && carried.specimen === "" && assay === null) {
    problems.push(problem("specimen", "specimen-needed"));
  }
  if (reading.kind === "read") {
    const { state, value } = reading.reading;
    if ((state === "rejected" || state === "failed") && row.noResultCode === "") {
      problems.push(problem("noResultCode", "code-needed"));
    }
    const limits = assay === null ? null : assayLimits(assay);
    const limit = state === "below-quantification" ? limits?.lower : state === "above-upper" ? limits?.upper : 0;
    if (value === null && kind === "viral-load" && (limit ?? null) === null)
      problems.push(problem("result", "limit-needed"));
  }
  return problems;
}

function measurementOf(
  row: StackRow,
  { state, comparator, value, unit }: Reading,
  carried: Carried,
  assay: Assay | null,
  dates: RowView["dates"],
  kind: LabKind,
): Measurement | null {
  const print = row.result.trim();
  const shared = { ...dates, asPrinted: print === "" ? null : print };
  const code = state === "rejected" ? { rejectionCode: row.noResultCode } : { failureCode: row.noResultCode };
  const ofState =
    state === "rejected" || state === "failed"
      ? code
      : state === "pending" || state === "not-detected"
        ? {}
        : { value, comparator, ...(kind === "viral-load" && { unit }) };
  if (kind !== "viral-load") {
    const parsed = quantitySchema.safeParse({ kind, state, ...shared, ...ofState });
    return parsed.success ? { kind, result: parsed.data } : null;
  }
  const limits = assay === null ? { lower: null, upper: null, detection: null } : assayLimits(assay);
  const parsed = viralLoadSchema.safeParse({
    ...{ state, ...shared, ...ofState },
    specimen: carried.specimen || assay?.specimen,
    assay: assay === null ? null : { key: assay.key, edition: assay.edition },
    reason: carried.testReason || "not-stated",
    lowerLimitCopiesPerMl: limits.lower,
    upperLimitCopiesPerMl: limits.upper,
    detectionLimitCopiesPerMl: limits.detection,
  });
  return parsed.success ? { kind, result: parsed.data } : null;
}

interface Against extends Judging {
  readonly assay: Assay | null;
  readonly recent: Recent | null;
  readonly above: readonly Measurement[];
  readonly timepointCode: string;
}

function judge(measurement: Measurement, against: Against): Pick<RowView, "problems" | "checks"> {
  const { today, assay, recent, above, timepointCode, about } = against;
  const window = recent?.window?.code === timepointCode ? recent.window : null;
  const stored = (recent?.results[against.kind] ?? []).filter(
    (one) => one.resultId !== about && standsBeside(one, measurement),
  );
  const earlier = [
    ...stored.map(({ resultId, measurement: one }) => ({ id: resultId, one })),
    ...above.map((one, place) => ({ id: `above-${place}`, one })),
  ];
  const rest = { today, replacesId: null };
  if (measurement.kind === "viral-load") {
    const loads = earlier.flatMap(({ id, one }): { id: string; measurement: ViralLoad }[] =>
      one.kind === "viral-load" ? [{ id, measurement: one.result }] : [],
    );
    const treatmentStartedOn = recent?.treatmentStartedOn ?? null;
    return {
      problems: viralLoadProblems(measurement.result, { ...rest, assay, earlier: loads }).map(atCell),
      checks: viralLoadWarnings(measurement.result, { ...rest, assay, earlier: loads, treatmentStartedOn, window }),
    };
  }
  const quantities = earlier.flatMap(({ id, one }): { id: string; quantity: LabQuantity }[] =>
    one.kind === "viral-load" ? [] : [{ id, quantity: one.result }],
  );
  return {
    problems: quantityProblems(measurement.result, { ...rest, earlier: quantities }).map(atCell),
    checks: quantityWarnings(measurement.result, { window }),
  };
}

/** A specimen without a result stands in nobody's way, and one that was pending is answered by this result. */
function standsBeside({ measurement: { result: one } }: ResultView, { result }: Measurement): boolean {
  if (one.state === "rejected" || one.state === "failed") return false;
  return one.state !== "pending" || one.collectedOn !== result.collectedOn;
}

/** The number and its unit are typed in one cell. */
export function atCell(one: EntryProblem): Spoken {
  return one.field === "value" || one.field === "unit" ? { ...one, field: "result" } : one;
}
