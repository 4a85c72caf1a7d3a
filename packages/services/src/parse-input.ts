import { type Failure, ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";

/** Parses a verb's input at its entry; what breaks the schema comes back as issues that name field and rule. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(input);
  return parsed.success ? ok(parsed.data) : { ok: false, failure: invalidInput(parsed.error) };
}

/** How our own rules are named; the schema library's own messages are sentences. */
const OWN_RULE = /^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$/;

/** What broke the schema, field by field: a rule of ours by its name, any other by the schema library's code. */
export function invalidInput(error: Pick<z.ZodError, "issues">): Failure {
  const issues = error.issues.map(({ path, code, message }) => ({
    path: path.join("."),
    rule: OWN_RULE.test(message) ? message : code,
  }));
  return { code: "invalid", reason: "input.invalid", issues };
}
