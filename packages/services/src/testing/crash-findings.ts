import { NO_PROOF, verifyTrail } from "@alongside/db/audit/verify-trail";
import { verifyCells } from "@alongside/db/change-statistic/verify";
import type { Db } from "@alongside/db/client";
import { verifyStandings } from "@alongside/db/lab-standing/rebuild";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { scoreAnswers } from "@alongside/domain/instruments/score";
import { canonicalHash } from "../canonical-hash";
import { DEFAULT_SETTINGS } from "../laboratory-settings/settings";
import { dueOn } from "../worklist/standing-sql";
import type { CrashLedger } from "./crash-clients";

/** What the database holds that it should not, or lacks; all zero when every promise was kept. */
export interface CrashFindings {
  readonly lost: number;
  readonly duplicates: number;
  readonly halfWritten: number;
  /** One line for each, with ids. */
  readonly details: readonly string[];
}

/**
 * Compares what clients were promised with what the database holds, as the owner of its tables: every acknowledged write
 * is there once, as it was sent, with its scores and its one audit event, nothing else is, the chains of events hold, and sums
 * and standings are what computing them anew gives.
 */
export async function findCrashDamage(owner: Db, programmeId: string, ledger: CrashLedger): Promise<CrashFindings> {
  const lost: string[] = [];
  const duplicates: string[] = [];
  const half: string[] = ledger.refused.map((why) => `refused: ${why}`);
  const assessments = await owner.assessment.findMany({ where: { programmeId } });
  const results = await owner.labResult.findMany({ where: { programmeId } });
  const scores = await owner.score.groupBy({ by: ["assessmentId"], where: { programmeId }, _count: true });
  const events = await owner.auditEvent.findMany({ where: { programmeId }, select: { action: true, detail: true } });

  const stored = new Map(assessments.map((row) => [row.id, row]));
  const measured = new Map(results.map((row) => [row.id, row]));
  const promised = new Set<string>();
  for (const { kind, input } of ledger.acknowledged) {
    if (kind === "assessment") {
      promised.add(input.assessmentId);
      const row = stored.get(input.assessmentId);
      if (row === undefined) lost.push(`assessment ${input.assessmentId}`);
      else if (canonicalHash(row.answers) !== canonicalHash(input.answers)) half.push(`answers of ${row.id} differ`);
    } else {
      for (const { resultId, measurement } of input.rows) {
        promised.add(resultId);
        const row = measured.get(resultId);
        if (row === undefined) lost.push(`result ${resultId}`);
        else if (row.value !== measurement.value) half.push(`value of ${resultId} differs`);
      }
    }
  }
  for (const { id } of [...assessments, ...results]) if (!promised.has(id)) duplicates.push(`${id} was not promised`);
  duplicates.push(...repeated(assessments.map((row) => `${row.participantId} ${row.timepointId} ${row.instrument}`)));
  duplicates.push(
    ...repeated(results.map((row) => `${row.participantId} ${row.kind} ${row.collectedOn.toISOString()}`)),
  );

  const scored = new Map(scores.map(({ assessmentId, _count }) => [assessmentId, _count]));
  for (const { id, instrument: code, answers } of assessments) {
    const instrument = findInstrument(code);
    const expected = instrument && isAnswers(answers) ? Object.keys(scoreAnswers(instrument, answers)).length : 0;
    if (scored.get(id) !== expected) half.push(`${id} has ${scored.get(id) ?? 0} of ${expected} scores`);
  }
  half.push(...withoutOneEvent(events, "assessment.save", "assessmentId", [...stored.keys()]));
  half.push(...withoutOneEvent(events, "lab-result.save", "resultId", [...measured.keys()]));
  half.push(...(await verifyCells(owner, programmeId)).map((cell) => `sums of ${JSON.stringify(cell)}`));
  const standings = await verifyStandings(owner, programmeId, dueOn(DEFAULT_SETTINGS));
  const trail = await verifyTrail(owner, programmeId, NO_PROOF);
  half.push(...trail.findings.map(({ fault, place, subjectId }) => `trail of ${subjectId} at ${place}: ${fault}`));
  half.push(...standings.map((participantId) => `standing of ${participantId}`));
  const details = [...lost.map((what) => `lost: ${what}`), ...duplicates, ...half];
  return { lost: lost.length, duplicates: duplicates.length, halfWritten: half.length, details };
}

type StoredEvent = { readonly action: string; readonly detail: unknown };
type Answers = Parameters<typeof scoreAnswers>[1];

function isAnswers(value: unknown): value is Answers {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What occurs more than once. */
function repeated(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size).map((name) => `twice: ${name}`);
}

/** Ids that do not have exactly one audit event, and events about none of them. */
function withoutOneEvent(events: readonly StoredEvent[], action: string, key: string, ids: readonly string[]) {
  const count = new Map(ids.map((id) => [id, 0]));
  const astray: string[] = [];
  for (const event of events) {
    if (event.action !== action || typeof event.detail !== "object" || event.detail === null) continue;
    const id = String(Reflect.get(event.detail, key));
    const before = count.get(id);
    if (before === undefined) astray.push(`${action} of ${id}, which is not there`);
    else count.set(id, before + 1);
  }
  const wrong = [...count].filter(([, n]) => n !== 1).map(([id, n]) => `${id} has ${n} events ${action}`);
  return [...wrong, ...astray];
}
