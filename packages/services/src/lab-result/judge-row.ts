import { collectsOn } from "@alongside/domain/consent/withdrawal";
import { type Assay, assayLimits } from "@alongside/domain/viral-load/assay";
import { findAssay } from "@alongside/domain/viral-load/assay-register";
import { categorise } from "@alongside/domain/viral-load/categorise";
import { canonicalHash } from "../canonical-hash";
import { invalidInput } from "../parse-input";
import { checkMeasurement, windowOf } from "./check-measurement";
import { type MeasurementColumns, measurementColumns } from "./columns";
import type { LabRow } from "./input";
import type { LabProgramme } from "./lab-programme";
import { type LabMeasurement, parseMeasurement } from "./measurement";
import type { LabPerson } from "./read-people";
import type { RowIssue, RowOutcome } from "./row-outcome";
import { type PassedCheck, resultView, type StoredResult } from "./stored-result";

/** A row that may be written, and what with. */
export interface AcceptedRow {
  readonly outcome: "accepted";
  readonly columns: MeasurementColumns;
  readonly checks: readonly PassedCheck[];
  readonly contentHash: string;
  readonly verification: "not-needed" | "awaiting";
  /** The row it stands in for: the one it corrects, or the pending one that it answers. */
  readonly replaces: { readonly resultId: string; readonly reason: string } | null;
}
export type JudgedRow = AcceptedRow | RowOutcome;

/** Written as the reason when a result arrives for a specimen that was recorded as pending. */
export const RESULT_ARRIVED = "result-arrived";

/** What a row corrects, and why. */
export interface Correction {
  readonly replaces: string;
  readonly reason: string;
}

/**
 * Decides about one row from what is stored: pure, so that a grid, a correction and a file are judged alike.
 * @param person undefined when the scope has no such person
 * @param passedBecause the reason under which every soft check without one of its own is passed; null: it is asked for
 */
export function judgeRow(
  row: LabRow,
  person: LabPerson | undefined,
  programme: LabProgramme,
  correction: Correction | null = null,
  passedBecause: string | null = null,
): JudgedRow {
  const { resultId } = row;
  const refuse = (issues: readonly RowIssue[]): RowOutcome => ({ resultId, outcome: "refused", issues });
  if (person === undefined) return refuse([issue("participantId", "participant.none")]);
  const parsed = parseMeasurement(row.kind, row.measurement);
  if (!parsed.success) return refuse(schemaIssues(parsed.error));
  const sent = parsed.data;

  const contentHash = rowHash(row.participantId, sent, correction);
  const same = person.sameIds.find((stored) => stored.resultId === resultId);
  if (same !== undefined) {
    if (same.contentHash === contentHash) return { resultId, outcome: "same" };
    return { resultId, outcome: "conflict", stored: resultView(same) };
  }

  if (!collectsOn(person.withdrawal ?? null, sent.result.collectedOn))
    return refuse([issue("participantId", "participant.withdrawn")]);
  const standing = correction && person.results.find((stored) => stored.resultId === correction.replaces);
  if (standing === undefined) return refuse([issue("replaces", "lab-result.not-current")]);
  if (standing !== null && standing.kind !== row.kind) return refuse([issue("kind", "lab-result.other-kind")]);
  const assay = assayOf(sent, programme);
  if (assay === null) return refuse([issue("assay", "assay.none")]);
  const measurement = withLimitsOf(assay, sent);
  const columns = measurementColumns(measurement, assay);
  const answered = standing === null ? pendingFor(columns, person.results) : undefined;
  const others = person.results.filter(({ resultId: id }) => id !== standing?.resultId && id !== answered?.resultId);
  const about = { ...person, results: others };

  const { timepointCode } = row;
  const window = timepointCode === null ? null : windowOf(timepointCode, person, programme);
  if (timepointCode !== null && window === null) return refuse([issue("timepointCode", "timepoint.none")]);
  const isReadByFile = passedBecause !== null;
  const against = { person: about, today: programme.today, assay: assay ?? null, window, isReadByFile };
  const { problems, warnings } = checkMeasurement(measurement, against);
  if (problems.length > 0) return refuse(problems);
  const reasonFor = (check: string): string | null => row.reasons[check] ?? passedBecause;
  const open = warnings.filter(({ check }) => reasonFor(check) === null);
  if (open.length > 0) return { resultId, outcome: "needs-reason", checks: open };

  const checks = warnings.map(({ check }) => ({ check, reason: reasonFor(check) ?? "" }));
  const isWatched = standing !== null && standing.verification !== "not-needed" && isPolicy(programme);
  const verification = isWatched || needsSecondPerson(measurement, checks, programme) ? "awaiting" : "not-needed";
  const replaces =
    correction !== null
      ? { resultId: correction.replaces, reason: correction.reason }
      : answered && { resultId: answered.resultId, reason: RESULT_ARRIVED };
  return { outcome: "accepted", columns, checks, contentHash, verification, replaces: replaces ?? null };
}

/** SHA-256 over everything in a row that means something; two rows are the same exactly when they say the same. */
function rowHash(participantId: string, measurement: LabMeasurement, correction: Correction | null): string {
  return canonicalHash({ participantId, ...measurement, correction });
}

/** The limits are those of the assay's edition, whatever came with the result: estimates are made with them. */
function withLimitsOf(assay: Assay | undefined, measurement: LabMeasurement): LabMeasurement {
  if (measurement.kind !== "viral-load") return measurement;
  const { lower, upper, detection } = assay === undefined ? NO_LIMITS : assayLimits(assay);
  const limits = { lowerLimitCopiesPerMl: lower, upperLimitCopiesPerMl: upper, detectionLimitCopiesPerMl: detection };
  return { ...measurement, result: { ...measurement.result, ...limits } };
}

const NO_LIMITS = { lower: null, upper: null, detection: null };

/** The assay a measurement names; undefined when it names none, null when there is no such edition. */
function assayOf(measurement: LabMeasurement, { assays }: LabProgramme) {
  if (measurement.kind !== "viral-load" || measurement.result.assay === null) return undefined;
  const { key, edition } = measurement.result.assay;
  return findAssay(assays, key, edition) ?? null;
}

/** The specimen recorded as pending that this result answers: of the same kind, day and assay. */
function pendingFor(columns: MeasurementColumns, results: readonly StoredResult[]): StoredResult | undefined {
  if (columns.state === "pending") return undefined;
  return results.find(
    (stored) =>
      stored.state === "pending" &&
      stored.kind === columns.kind &&
      stored.collectedOn === columns.collectedOn &&
      (stored.assayKey === columns.assayKey || stored.assayKey === ""),
  );
}

function withoutResult(state: string): boolean {
  return state === "rejected" || state === "failed";
}

/**
 * Whether a second person looks at anything here. What they looked at, or were to look at, is theirs in every later
 * version, also one without a result: or who entered it could take it from them by correcting it.
 */
function isPolicy({ settings }: LabProgramme): boolean {
  return settings.doubleEntry || settings.verification !== "none";
}

function needsSecondPerson(
  measurement: LabMeasurement,
  checks: readonly PassedCheck[],
  { settings, rule, assays }: LabProgramme,
): boolean {
  const { state } = measurement.result;
  if (withoutResult(state) || state === "pending") return false;
  if (settings.doubleEntry || settings.verification === "all") return true;
  if (settings.verification === "none") return false;
  if (checks.length > 0) return true;
  if (measurement.kind !== "viral-load") return false;
  const { assay } = measurement.result;
  const verdict = categorise(measurement.result, rule, assay && findAssay(assays, assay.key, assay.edition));
  return verdict.kind === "category" && verdict.category === "unsuppressed";
}

function issue(field: string, rule: string, values: RowIssue["values"] = {}): RowIssue {
  return { field, rule, values };
}

function schemaIssues(error: Parameters<typeof invalidInput>[0]): readonly RowIssue[] {
  const { issues } = invalidInput(error);
  return (issues ?? []).map(({ path, rule }) => issue(path.replace(/^result\./, ""), rule));
}
