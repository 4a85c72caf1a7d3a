import { withoutProgramme } from "@alongside/db/scope/without-programme";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { parseInput } from "../parse-input";

export const setLanguageInput = z.object({ language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/) });

/**
 * Remembers in which language a person wants to be addressed. Their own display preference, so it needs no programme and
 * leaves no trace in an audit.
 */
export async function setLanguage(context: Context, input: z.input<typeof setLanguageInput>): Promise<Result<null>> {
  const parsed = parseInput(setLanguageInput, input);
  if (!parsed.ok) return parsed;
  const { actor } = context;
  if (actor === null) return fail("signed-out", "session.none");
  await withoutProgramme(context.database).user.update({
    where: { id: actor.userId },
    data: { language: parsed.value.language },
  });
  return ok(null);
}
