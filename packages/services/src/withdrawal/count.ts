import { type ControlMethod, controlTable } from "@alongside/analysis/disclosure-control/control-table";
import type { ControlledCell } from "@alongside/analysis/disclosure-control/linked-table";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise, coversSite, mayAt } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";

/**
 * How people stepped back, as the participant flow counts them. `contact`: nobody calls; everything counts. `collection`: nothing more
 * is collected; what was collected counts. `left-out`: what was collected is in no figure, also of those who are to be erased.
 * `erased`: nothing of them is left.
 */
export const STEPPED_BACK_GROUPS = ["contact", "collection", "left-out", "erased"] as const;
export type SteppedBackGroup = (typeof STEPPED_BACK_GROUPS)[number];

/** Numbers of people by how they stepped back, as they may be shown. */
export interface SteppedBack {
  readonly method: ControlMethod | "exact";
  /** Without `erased` where not the whole programme is in view: what remains of somebody erased has no site. */
  readonly groups: readonly { readonly group: SteppedBackGroup; readonly people: ControlledCell }[];
}

export const countWithdrawalsInput = z.object({ programmeId: z.uuid() });

/**
 * Counts who stepped back, and how far, at all of the person's sites together. Exact for those who may list these people.
 * Everybody else reads numbers rounded to 5, each by itself and without a total, because one person who steps back moves two
 * numbers by one.
 */
export async function countWithdrawals(
  context: Context,
  input: z.input<typeof countWithdrawalsInput>,
): Promise<Result<SteppedBack>> {
  const parsed = parseInput(countWithdrawalsInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "change.read", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const { db, programmeId } = scope.value;
  const select = { suppressionThreshold: true, sites: { select: { id: true } } };
  const programme = await db.programme.findUnique({ where: { id: programmeId }, select });
  if (programme === null) return fail("not-found", "programme.none");
  const sites = programme.sites.filter(({ id }) => coversSite(scope.value, id));
  const isWhole = sites.length === programme.sites.length;
  const rows = await db.withdrawal.groupBy({
    by: ["level", "leavesOut"],
    where: { programmeId, current: true, participant: { siteId: { in: sites.map(({ id }) => id) } } },
    _count: { participantId: true },
  });
  const counts = new Map<SteppedBackGroup, number>();
  for (const { level, leavesOut, _count } of rows) {
    const group = groupOf(level, leavesOut);
    if (group !== null) counts.set(group, (counts.get(group) ?? 0) + _count.participantId);
  }
  if (isWhole) counts.set("erased", await db.erasure.count({ where: { programmeId } }));
  const groups = STEPPED_BACK_GROUPS.filter((group) => group !== "erased" || isWhole);
  const isListed = sites.every(({ id }) => mayAt(context, "participant.list", programmeId, id));
  const table = { sizes: [groups.length], counts: groups.map((group) => counts.get(group) ?? 0) };
  const threshold = isListed ? 1 : programme.suppressionThreshold;
  const cells = controlTable(table, threshold, "round-to-5").margins.at(-1)?.cells ?? [];
  return ok({
    method: isListed ? "exact" : "round-to-5",
    groups: groups.map((group, at) => ({ group, people: cells[at] ?? { kind: "not-shown" } })),
  });
}

function groupOf(level: string, leavesOut: boolean): SteppedBackGroup | null {
  if (level === "erase" || leavesOut) return "left-out";
  if (level === "use") return "collection";
  return level === "contact" ? "contact" : null;
}
