import { ROLES } from "@alongside/domain/access/role";
import { ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { authorise } from "./authorise";
import { ACCESS_MATRIX, type Reach, VERBS } from "./matrix";

export const readAccessInput = z.object({ programmeId: z.uuid() });

/** Who may do what, as the table that decides it: one row per verb, one reach per role (null: not at all). */
export async function readAccess(context: Context, input: z.input<typeof readAccessInput>) {
  const parsed = parseInput(readAccessInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "access.read", parsed.value.programmeId);
  if (!scope.ok) return scope;
  return ok(
    VERBS.map((verb) => {
      const row: Readonly<Partial<Record<(typeof ROLES)[number], Reach>>> = ACCESS_MATRIX[verb];
      return { verb, reach: ROLES.map((role) => ({ role, reach: row[role] ?? null })) };
    }),
  );
}
