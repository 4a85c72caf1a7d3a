import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";

/** Parses a verb's input at its entry; what breaks the schema comes back as issues that name field and rule. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  return fail("invalid", "input.invalid", {
    issues: parsed.error.issues.map((issue) => ({ path: issue.path.join("."), rule: issue.message || issue.code })),
  });
}
