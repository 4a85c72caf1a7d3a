import { joinSql, sql } from "@alongside/db/sql";
import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { listRows } from "./list-query";
import { readListScope } from "./read-programme";
import { WORKLISTS, type Worklist } from "./worklist-names";

export const countWorklistsInput = z.object({ programmeId: z.uuid(), siteId: z.uuid().optional() });

export type WorklistCounts = Readonly<Record<Worklist, number>>;

/** How much is on every list, in one statement and so at one moment. */
export async function countWorklists(
  context: Context,
  input: z.input<typeof countWorklistsInput>,
): Promise<Result<WorklistCounts>> {
  const parsed = parseInput(countWorklistsInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "worklist.read", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const of = await readListScope(context, scope.value, parsed.value.siteId ?? null);
  if (!of.ok) return of;
  const counts = WORKLISTS.map(
    (list) => sql`SELECT ${list} AS list, count(*)::int AS n FROM (${listRows(list, of.value)}) AS r`,
  );
  const rows = await context.db.$queryRaw<{ list: Worklist; n: number }[]>(joinSql(counts, " UNION ALL "));
  const found = new Map(rows.map(({ list, n }) => [list, n]));
  const of0 = (list: Worklist) => found.get(list) ?? 0;
  return ok({
    due: of0("due"),
    overdue: of0("overdue"),
    "awaiting-verification": of0("awaiting-verification"),
    queried: of0("queried"),
    unsuppressed: of0("unsuppressed"),
    rejected: of0("rejected"),
    counselling: of0("counselling"),
  });
}
