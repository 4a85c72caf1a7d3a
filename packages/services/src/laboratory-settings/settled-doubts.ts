import { sql } from "@alongside/db/sql";
import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";

export const settledDoubtsInput = z.object({ programmeId: z.uuid() });

/** Results that were queried and then confirmed as they were entered. */
export interface SettledDoubts {
  readonly settled: number;
  /** Of these: confirmed by who had queried them. */
  readonly alone: number;
}

/** How often a doubt ended without a correction, and how often nobody else looked: for deciding who settles doubts. */
export async function countSettledDoubts(
  context: Context,
  input: z.input<typeof settledDoubtsInput>,
): Promise<Result<SettledDoubts>> {
  const parsed = parseInput(settledDoubtsInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "laboratory-settings.read", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const [row] = await scope.value.db.$queryRaw<SettledDoubts[]>(sql`
    SELECT count(*)::int AS settled, count(*) FILTER (WHERE d.alone)::int AS alone
      FROM (SELECT bool_or(v.decided_by_id = q.decided_by_id) AS alone
              FROM lab_verification q
              JOIN lab_verification v ON v.participant_id = q.participant_id AND v.result_id = q.result_id
             WHERE q.programme_id = ${scope.value.programmeId}::uuid AND q.decision = 'queried'
               AND v.decision = 'verified'
             GROUP BY q.participant_id, q.result_id) AS d`);
  if (row === undefined) throw new Error("A count has one row");
  return ok(row);
}
