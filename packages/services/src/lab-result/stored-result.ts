import { type SqlFragment, sql } from "@alongside/db/sql";
import type { LabKind } from "@alongside/domain/laboratory/kinds";
import { labKindOf } from "./lab-kind";
import { type LabMeasurement, parseMeasurement } from "./measurement";
import type { LabEntry, Verification } from "./stored-words";

/** A soft check that fired, and why the result was entered all the same. */
export interface PassedCheck {
  readonly check: string;
  readonly reason: string;
}

/** What a row of `lab_result` says, whether it is written or read. Dates as "YYYY-MM-DD". */
export interface RecordedResult {
  readonly participantId: string;
  readonly kind: string;
  readonly state: string;
  readonly comparator: string | null;
  readonly value: string | null;
  readonly unit: string | null;
  readonly copiesPerMl: number | null;
  readonly quantity: number | null;
  readonly lowerLimit: number | null;
  readonly upperLimit: number | null;
  readonly detectionLimit: number | null;
  readonly specimen: string | null;
  /** Empty: not stated. */
  readonly assayKey: string;
  readonly assayEdition: string | null;
  readonly reasonForTest: string | null;
  readonly rejectionCode: string | null;
  readonly failureCode: string | null;
  readonly collectedOn: string;
  readonly receivedOn: string | null;
  readonly testedOn: string | null;
  readonly returnedOn: string | null;
  readonly asPrinted: string | null;
  readonly checks: readonly PassedCheck[];
  readonly entry: LabEntry;
  readonly saveId: string;
  readonly enteredById: string | null;
  readonly contentHash: string;
  readonly replacesId: string | null;
  readonly reason: string | null;
  readonly verification: Verification;
}

/** A result as the database gives it: `RESULT_JSON`. Instants as ISO text. */
export interface StoredResult extends RecordedResult {
  readonly resultId: string;
  readonly enteredAt: string;
  readonly current: boolean;
  readonly undoneAt: string | null;
}

/** One row of `lab_result AS r` as a `StoredResult`. */
export const RESULT_JSON: SqlFragment = sql`jsonb_build_object(
  'resultId', r.id, 'participantId', r.participant_id, 'kind', r.kind, 'state', r.state, 'comparator', r.comparator,
  'value', r.value, 'unit', r.unit, 'copiesPerMl', r.copies_per_ml, 'quantity', r.quantity,
  'lowerLimit', r.lower_limit, 'upperLimit', r.upper_limit, 'detectionLimit', r.detection_limit,
  'specimen', r.specimen, 'assayKey', r.assay_key, 'assayEdition', r.assay_edition,
  'reasonForTest', r.reason_for_test, 'rejectionCode', r.rejection_code, 'failureCode', r.failure_code,
  'collectedOn', r.collected_on, 'receivedOn', r.received_on, 'testedOn', r.tested_on, 'returnedOn', r.returned_on,
  'asPrinted', r.as_printed, 'checks', r.checks, 'entry', r.entry, 'saveId', r.save_id,
  'enteredById', r.entered_by_id, 'enteredAt', to_char(r.entered_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'contentHash', r.content_hash, 'current', r.current, 'replacesId', r.replaces_id, 'reason', r.reason,
  'undoneAt', to_char(r.undone_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'verification', r.verification)`;

/** A person's earlier results are asked about for every new one of a file: each is read once. */
const MEASURED = new WeakMap<StoredResult, LabMeasurement>();

/** The measurement a stored result holds, as it was entered. Throws for a row that this program has not written. */
export function measurementOf(row: StoredResult): LabMeasurement {
  const known = MEASURED.get(row) ?? readMeasurement(row);
  MEASURED.set(row, known);
  return known;
}

function readMeasurement(row: StoredResult): LabMeasurement {
  const parsed = parseMeasurement(row.kind, { ...sharedFields(row), ...stateFields(row) });
  if (!parsed.success) throw new RangeError(`Result ${row.resultId} is none of this program's`);
  return parsed.data;
}

function sharedFields(row: StoredResult) {
  const { collectedOn, receivedOn, testedOn, returnedOn, asPrinted } = row;
  const dates = { collectedOn, receivedOn, testedOn, returnedOn, asPrinted };
  if (row.kind !== "viral-load") return dates;
  return {
    ...dates,
    specimen: row.specimen,
    assay: row.assayEdition === null ? null : { key: row.assayKey, edition: row.assayEdition },
    reason: row.reasonForTest,
    lowerLimitCopiesPerMl: row.lowerLimit,
    upperLimitCopiesPerMl: row.upperLimit,
    detectionLimitCopiesPerMl: row.detectionLimit,
  };
}

function stateFields({ kind, state, value, unit, comparator, rejectionCode, failureCode }: StoredResult) {
  switch (state) {
    case "quantified":
    case "below-quantification":
    case "above-upper":
      return { state, value, comparator, ...(kind === "viral-load" && { unit }) };
    case "rejected":
      return { state, rejectionCode };
    case "failed":
      return { state, failureCode };
    default:
      return { state };
  }
}

/** A result as screens are given it. */
export interface ResultView {
  readonly resultId: string;
  readonly kind: LabKind;
  readonly measurement: LabMeasurement;
  readonly checks: readonly PassedCheck[];
  readonly entry: LabEntry;
  readonly enteredAt: string;
  readonly enteredById: string | null;
  readonly current: boolean;
  readonly replacesId: string | null;
  readonly reason: string | null;
  readonly undoneAt: string | null;
  readonly verification: Verification;
}

/** A stored result as screens are given it. Throws for a row that this program has not written. */
export function resultView(row: StoredResult): ResultView {
  const { resultId, checks, entry, enteredAt, enteredById, current, replacesId, reason, undoneAt, verification } = row;
  const rest = { checks, entry, enteredAt, enteredById, current, replacesId, reason, undoneAt, verification };
  return { resultId, kind: labKindOf(row.kind), measurement: measurementOf(row), ...rest };
}
