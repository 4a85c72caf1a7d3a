import type { Tx } from "@alongside/db/client";
import { type SqlFragment, sql } from "@alongside/db/sql";
import { findAssay } from "@alongside/domain/viral-load/assay-register";
import { type CategoryVerdict, categorise } from "@alongside/domain/viral-load/categorise";
import { programmeAssays } from "../assay/programme-assays";
import { measurementOf, RESULT_JSON, type StoredResult } from "../lab-result/stored-result";
import { currentSettings } from "../laboratory-settings/read";
import { ruleOf } from "../laboratory-settings/rule-of";

/** A viral load in force, and what the programme's rule makes of it. */
export interface JudgedResult {
  readonly collectedOn: string;
  readonly verdict: CategoryVerdict;
}

/** The result with an id, when it is a viral load in force of that person. */
export async function judgeResult(
  tx: Tx,
  programmeId: string,
  participantId: string,
  resultId: string,
): Promise<JudgedResult | "none" | "other-kind"> {
  const found = await firstResult(tx, participantId, sql`r.id = ${resultId}::uuid`);
  if (found === undefined) return "none";
  return (await judge(tx, programmeId, found)) ?? "other-kind";
}

/** The newest viral load that says something, collected in these days, both included; null when there is none. */
export async function judgeNewest(
  tx: Tx,
  programmeId: string,
  participantId: string,
  days: { readonly from: string; readonly until: string },
): Promise<JudgedResult | null> {
  const found = await firstResult(
    tx,
    participantId,
    sql`r.kind = 'viral-load' AND r.state NOT IN ('rejected', 'failed', 'pending')
        AND r.collected_on BETWEEN ${days.from}::date AND ${days.until}::date`,
  );
  return found === undefined ? null : judge(tx, programmeId, found);
}

async function firstResult(tx: Tx, participantId: string, which: SqlFragment): Promise<StoredResult | undefined> {
  const [row] = await tx.$queryRaw<{ result: StoredResult }[]>(sql`
    SELECT ${RESULT_JSON} AS result FROM lab_result r
     WHERE r.participant_id = ${participantId}::uuid AND r.current AND ${which}
     ORDER BY r.collected_on DESC, r.entered_at DESC, r.id DESC LIMIT 1`);
  return row?.result;
}

async function judge(tx: Tx, programmeId: string, stored: StoredResult): Promise<JudgedResult | null> {
  const measurement = measurementOf(stored);
  if (measurement.kind !== "viral-load") return null;
  const { assay, collectedOn } = measurement.result;
  const [settings, assays] = [await currentSettings(tx, programmeId), await programmeAssays(tx, programmeId)];
  const profile = assay && findAssay(assays, assay.key, assay.edition);
  return { collectedOn, verdict: categorise(measurement.result, ruleOf(settings), profile) };
}
