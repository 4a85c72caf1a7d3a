import { createHash } from "node:crypto";
import { findAssay } from "@alongside/domain/viral-load/assay-register";
import type { LaboratoryRow } from "@alongside/interchange/formats/laboratory-file/laboratory-row";
import { canonicalText } from "../canonical-hash";
import type { LabRow } from "../lab-result/input";
import { type AcceptedRow, judgeRow } from "../lab-result/judge-row";
import type { LabProgramme } from "../lab-result/lab-programme";
import { type LabMeasurement, parseMeasurement } from "../lab-result/measurement";
import type { LabPerson } from "../lab-result/read-people";
import { measurementOf, type StoredResult } from "../lab-result/stored-result";
import { carryOver } from "./carry-over";
import { type Essence, essenceOf } from "./essence";
import type { FileClaims, ResultPlace } from "./file-claims";
import { findStanding } from "./find-standing";
import { type ImportOutcome, type ImportRowRule, LABORATORY_FILE } from "./import-words";

/** What the rows of one file are judged by. */
export interface FileJudging {
  readonly corrects: boolean;
  readonly programme: LabProgramme;
  readonly claims: FileClaims;
}

/** A row whose result is to be stored. */
export interface AcceptedFileRow {
  readonly row: LabRow;
  readonly judged: AcceptedRow;
}

/** What became of a row. */
export interface FileRowOutcome {
  readonly outcome: ImportOutcome;
  readonly field: string | null;
  readonly rule: string | null;
  readonly values: Readonly<Record<string, string | number>>;
  readonly accepted: AcceptedFileRow | null;
}

/** Whom a row is about, and how what is stored about them is found. */
export interface JudgedPerson {
  readonly person: LabPerson;
  /** What a result of a kind and day is judged by; `ResultsByDay` leaves out what makes no difference. */
  readonly results: { readonly near: (kind: string, day: string) => readonly StoredResult[] };
}

/** A row that holds a measurement, and the person it is about. */
export interface MeasuredRow {
  readonly content: Extract<LaboratoryRow["content"], { readonly kind: "measurement" }>;
  readonly siteId: string | null;
  readonly participantId: string;
  /** By `resultIdOf`. */
  readonly resultId: string;
}

/**
 * The id under which a row of a laboratory's file is stored. It follows from what the row says, so that the same row of
 * any file of the laboratory finds itself again.
 */
export function resultIdOf(
  laboratoryId: string,
  { participantId, content }: Pick<MeasuredRow, "participantId" | "content">,
): string {
  const { asPrinted: _printed, ...measurement } = content.measurement;
  const said = canonicalText({ laboratoryId, participantId, kind: content.labKind, measurement });
  const hash = createHash("sha256").update(said).digest("hex");
  // RFC 9562, version 8: an id made by a rule of one's own.
  const variant = "89ab"[Number.parseInt(hash.charAt(16), 16) % 4] ?? "8";
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/**
 * Decides about one row from what is stored and what stands above it in the file. What is new goes through the rules of
 * a typed row; a soft check does not stop it, but is recorded with the laboratory's file as the reason, and a second person
 * looks at it whatever the policy is.
 *
 * @param known whether a result is stored under the row's id, and counts
 */
export function judgeFileRow(
  measured: MeasuredRow,
  about: JudgedPerson | undefined,
  known: "current" | "superseded" | null,
  judging: FileJudging,
): FileRowOutcome {
  const { content, siteId, participantId, resultId } = measured;
  if (about === undefined) return without("refused", "participant", "participant.none");
  const { person, results } = about;
  if (siteId !== null && siteId !== person.siteId) return without("refused", "site", "at-another-site");
  const { labKind: kind, measurement } = content;
  const row: LabRow = { resultId, participantId, kind, measurement, timepointCode: null, reasons: {} };
  const parsed = parseMeasurement(kind, measurement);
  if (!parsed.success) return judged(row, person, judging, null);

  const place = placeOf(participantId, parsed.data);
  const essence = essenceOf(parsed.data);
  const above = judging.claims.find(place, essence);
  if (above !== null) return above === "same" ? without("same") : without("conflict", null, "twice-in-file");
  const beside = { ...person, results: results.near(place.kind, place.collectedOn) };
  const decided = againstStored(row, beside, known, place, essence, judging);
  if (decided.outcome !== "refused" && decided.outcome !== "conflict") judging.claims.add(place, essence);
  return decided;
}

function againstStored(
  row: LabRow,
  person: LabPerson,
  known: "current" | "superseded" | null,
  place: ResultPlace,
  essence: Essence,
  judging: FileJudging,
): FileRowOutcome {
  if (known === "current") return without("same");
  const standing = findStanding(person.results, place, essence);
  if (standing.kind === "same") return without("same");
  if (known === "superseded") return without("conflict", null, "superseded");
  if (standing.kind === "none") return judged(row, person, judging, null);
  if (standing.kind === "several") {
    const stored = standing.results.map((one) => named(one, judging.programme)).join(" · ");
    return { ...without("conflict", "assay", "several-that-day"), values: { stored } };
  }
  const { result, difference } = standing;
  if (!judging.corrects) {
    const { field, stored, file } = difference;
    return { ...without("conflict", field, "differs"), values: { stored, file } };
  }
  const measurement = carryOver(row.measurement, measurementOf(result));
  return judged({ ...row, measurement }, person, judging, result);
}

/** A stored result as somebody finds it again: its print or number, and the assay it is by. */
function named({ asPrinted, value, state, assayKey, assayEdition }: StoredResult, { assays }: LabProgramme): string {
  const assay = assayEdition === null ? undefined : findAssay(assays, assayKey, assayEdition);
  const said = asPrinted ?? value ?? state;
  return assay === undefined ? said : `${said} (${assay.platform})`;
}

function judged(
  row: LabRow,
  person: LabPerson,
  { programme }: FileJudging,
  standing: StoredResult | null,
): FileRowOutcome {
  const correction = standing === null ? null : { replaces: standing.resultId, reason: LABORATORY_FILE };
  const outcome = judgeRow(row, person, programme, correction, LABORATORY_FILE);
  if (outcome.outcome === "accepted") {
    const accepted = { row, judged: withSecondPerson(outcome) };
    return { outcome: standing === null ? "new" : "changed", field: null, rule: null, values: {}, accepted };
  }
  const [issue] = outcome.outcome === "refused" ? outcome.issues : [];
  const { field, rule, values } = issue ?? { field: null, rule: outcome.outcome, values: {} };
  return { outcome: "refused", field, rule, values, accepted: null };
}

/** Nobody has given a reason of their own for what a soft check found, so somebody looks at it. */
function withSecondPerson(accepted: AcceptedRow): AcceptedRow {
  return accepted.checks.length === 0 ? accepted : { ...accepted, verification: "awaiting" };
}

function placeOf(participantId: string, measurement: LabMeasurement): ResultPlace {
  const { kind } = measurement;
  const { collectedOn, state } = measurement.result;
  const assayKey = measurement.kind === "viral-load" ? (measurement.result.assay?.key ?? "") : "";
  return { participantId, kind, collectedOn, assayKey, state };
}

function without(
  outcome: ImportOutcome,
  field: string | null = null,
  rule: ImportRowRule | null = null,
): FileRowOutcome & { readonly rule: ImportRowRule | null } {
  return { outcome, field, rule, values: {}, accepted: null };
}
