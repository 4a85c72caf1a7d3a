import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { type ListScope, listCounts } from "./list-query";
import { readListScope } from "./read-programme";
import type { Worklist } from "./worklist-names";

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
  return ok(await countLists(of.value));
}

/** The same for a scope that is at hand. */
export async function countLists(of: ListScope): Promise<WorklistCounts> {
  const rows = await of.scope.db.$queryRaw<{ list: Worklist; n: number }[]>(listCounts(of));
  const found = new Map(rows.map(({ list, n }) => [list, n]));
  const on = (list: Worklist) => found.get(list) ?? 0;
  return {
    due: on("due"),
    overdue: on("overdue"),
    "awaiting-verification": on("awaiting-verification"),
    queried: on("queried"),
    unsuppressed: on("unsuppressed"),
    rejected: on("rejected"),
    counselling: on("counselling"),
  };
}
