import type { Pipeline } from "@alongside/db/pipeline/pipeline";
import { sql } from "@alongside/db/sql";
import { type LabPeople, readPeople } from "../lab-result/read-people";

/** People asked for in one statement; shorter lists are filled up, so that its text, and its plan, stay the same. */
export const MOST_PEOPLE = 500;
const FEW_PEOPLE = 50;

/** Finds people by their codes, each asked for once. */
export class CodeBook {
  readonly #ids = new Map<string, string | null>();
  readonly #pipeline: Pipeline;
  readonly #programmeId: string;

  constructor(pipeline: Pipeline, programmeId: string) {
    this.#pipeline = pipeline;
    this.#programmeId = programmeId;
  }

  /** Looks up the codes that are not known yet. */
  async learn(codes: Iterable<string>): Promise<void> {
    const asked = [...new Set(codes)].filter((code) => !this.#ids.has(code));
    if (asked.length === 0) return;
    const claims = JSON.stringify(asked.map((code) => `${this.#programmeId}:${code}`));
    const [rows = []] = await this.#pipeline.ask([
      sql`SELECT c.claim, c.participant_id AS "participantId"
            FROM json_array_elements_text(${claims}::json) AS asked(claim) JOIN participant_code c USING (claim)`,
    ]);
    const prefix = this.#programmeId.length + 1;
    for (const code of asked) this.#ids.set(code, null);
    for (const row of rows as readonly { readonly claim: string; readonly participantId: string }[]) {
      this.#ids.set(row.claim.slice(prefix), row.participantId);
    }
  }

  /** The person with a code that was looked up; null when there is none. */
  idOf(code: string): string | null {
    return this.#ids.get(code) ?? null;
  }

  /** Everybody found so far. */
  get everybody(): readonly string[] {
    return [...this.#ids.values()].filter((id) => id !== null);
  }
}

/** The people with these ids and all their results in force; at most `MOST_PEOPLE`, at least one. */
export function readSome(pipeline: Pipeline, programmeId: string, ids: readonly string[]): Promise<LabPeople | null> {
  const length = ids.length > FEW_PEOPLE ? MOST_PEOPLE : FEW_PEOPLE;
  const filled = Array.from({ length }, (_, index) => ids[index] ?? ids[0] ?? "");
  return readPeople(pipeline, { programmeId, participantIds: filled, resultIds: [] });
}

/** Which of these results are stored, and whether they count. */
export async function readKnown(
  pipeline: Pipeline,
  keys: readonly { readonly participantId: string; readonly id: string }[],
): Promise<ReadonlyMap<string, "current" | "superseded">> {
  const [rows = []] = await pipeline.ask([
    sql`SELECT r.id, r.current
          FROM json_to_recordset(${JSON.stringify(keys)}::json) AS k("participantId" uuid, id uuid)
          JOIN lab_result r ON r.participant_id = k."participantId" AND r.id = k.id`,
  ]);
  const known = rows as readonly { readonly id: string; readonly current: boolean }[];
  return new Map(known.map(({ id, current }) => [id, current ? "current" : "superseded"]));
}

/**
 * Locks everybody a file is about at once and in the order of their ids, so that nobody who saves a grid meanwhile and
 * this import wait for each other; with a share of the programme's row, which keeps its settings.
 */
export async function lockEverybody(pipeline: Pipeline, programmeId: string, ids: readonly string[]): Promise<void> {
  await pipeline.ask([
    sql`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR KEY SHARE`,
    sql`SELECT count(*) FROM (
          SELECT 1 FROM participant
           WHERE participant_id IN (SELECT value::uuid FROM json_array_elements_text(${JSON.stringify(ids)}::json))
             AND programme_id = ${programmeId}::uuid
           ORDER BY participant_id FOR UPDATE) AS locked`,
  ]);
}
