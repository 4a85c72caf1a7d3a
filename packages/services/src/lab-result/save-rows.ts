import type { Pipeline } from "@alongside/db/pipeline/pipeline";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { coversSite, type Scope } from "../access/authorise";
import { auditInserts } from "../audit/write-audit-event";
import type { Context } from "../context";
import type { LabRow } from "./input";
import { type ResultRow, writeResults } from "./insert-results";
import { type AcceptedRow, type Correction, judgeRow } from "./judge-row";
import { type LabProgramme, labProgramme } from "./lab-programme";
import { type LabPeople, type LabPerson, lockAndReadPeople } from "./read-people";
import type { RowOutcome } from "./row-outcome";
import type { StoredResult } from "./stored-result";
import type { LabEntry } from "./stored-words";

/** Rows that are saved together. */
export interface RowsToSave {
  readonly programmeId: string;
  readonly saveId: string;
  readonly entry: LabEntry;
  readonly rows: readonly LabRow[];
  readonly correction?: Correction;
  readonly importId?: string;
}

/**
 * Judges rows one after the other, each seeing those accepted before it, and stores the accepted ones with their trace in
 * the transaction given. A row that cannot be stored is left out and says why; the others do not feel it. The caller has
 * the scope; people outside it are answered as if they were not there.
 *
 * @returns the outcomes in the order of the rows; `not-found` when none of the people is in the scope
 */
export async function saveRows(
  pipeline: Pipeline,
  context: Context,
  scope: Scope,
  given: RowsToSave,
): Promise<Result<readonly RowOutcome[]>> {
  const found = await lockAndReadPeople(pipeline, {
    programmeId: given.programmeId,
    participantIds: [...new Set(given.rows.map(({ participantId }) => participantId))],
    resultIds: given.rows.map(({ resultId }) => resultId),
  });
  const people = inScope(found, scope);
  if (found === null || people.size === 0) return fail("not-found", "participant.none");

  const programme = labProgramme(found.programme, context.now());
  const { outcomes, rows } = judgeAll(context, scope, given, people, programme);
  const written = rows.length === 0 ? [] : writeResults(rows, programme.settings);
  await pipeline.finish([...written, ...trail(context, scope, given, rows)]);
  return ok(outcomes);
}

/** The people of a reading whom the scope covers. */
export function inScope(found: LabPeople | null, scope: Scope): Map<string, LabPerson> {
  return new Map([...(found?.people ?? [])].filter(([, { siteId }]) => coversSite(scope, siteId)));
}

function judgeAll(
  context: Context,
  scope: Scope,
  given: RowsToSave,
  people: Map<string, LabPerson>,
  programme: LabProgramme,
) {
  const rows: ResultRow[] = [];
  const outcomes = given.rows.map((row): RowOutcome => {
    const person = people.get(row.participantId);
    const judged = judgeRow(row, person, programme, given.correction ?? null);
    if (judged.outcome !== "accepted" || person === undefined) return judged as RowOutcome;
    const stored = resultRow(context, scope, given, row, judged);
    rows.push(stored);
    people.set(row.participantId, withRow(person, stored));
    return { resultId: row.resultId, outcome: "saved", verification: judged.verification };
  });
  return { outcomes, rows };
}

/** An accepted row as it is stored. */
export function resultRow(
  context: Context,
  scope: Scope,
  given: RowsToSave,
  row: LabRow,
  accepted: AcceptedRow,
): ResultRow {
  const { columns, checks, contentHash, verification, replaces } = accepted;
  return {
    participantId: row.participantId,
    id: row.resultId,
    programmeId: given.programmeId,
    ...columns,
    checks,
    entry: given.entry,
    saveId: given.saveId,
    importId: given.importId ?? null,
    enteredById: scope.actorId,
    enteredAt: context.now(),
    contentHash,
    replacesId: replaces?.resultId ?? null,
    reason: replaces?.reason ?? null,
    verification,
  };
}

/** A row as it will be found once it is stored. */
export function storedOf(row: ResultRow): StoredResult {
  const { id, importId: _import, derivation: _derivation, enteredAt, ...rest } = row;
  return { ...rest, resultId: id, enteredAt: enteredAt.toISOString(), current: true, undoneAt: null };
}

/** The person as the next row of the same save finds them. */
export function withRow(person: LabPerson, row: ResultRow): LabPerson {
  const stored = storedOf(row);
  const results = [stored, ...person.results.filter(({ resultId }) => resultId !== row.replacesId)];
  return { ...person, results, sameIds: [...person.sameIds, stored] };
}

/** One event for every person: what was entered, never what it says. */
function trail(context: Context, scope: Scope, given: RowsToSave, rows: readonly ResultRow[]) {
  const events = rows.map(({ participantId, id, kind, verification, replacesId, reason, checks }) => ({
    subjectId: participantId,
    detail: {
      ...{ resultId: id, kind, entry: given.entry, saveId: given.saveId, verification },
      ...(checks.length > 0 && { checks: checks.map(({ check }) => check) }),
      ...(given.importId !== undefined && { importId: given.importId }),
      ...(replacesId !== null && { replaces: replacesId, reason }),
    },
  }));
  return auditInserts(context, scope, events);
}
