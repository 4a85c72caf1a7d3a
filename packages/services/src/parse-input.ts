import { type Failure, fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";

/** Parses a verb's input at its entry; what breaks the schema comes back as issues that name field and rule. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) return { ok: false, failure: invalidInput(parsed.error) };
  const path = unstorableText(parsed.data);
  if (path === null) return ok(parsed.data);
  return fail("invalid", "input.invalid", { issues: [{ path: path.join("."), rule: "text.unstorable" }] });
}

/** Where a text stands that no database takes: one with a null character or half a surrogate pair; null when there is none. */
function unstorableText(value: unknown): readonly string[] | null {
  if (typeof value === "string") return value.includes("\0") || !isWellFormed(value) ? [] : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const path = unstorableText(key) === null ? unstorableText(inner) : [];
    if (path !== null) return [key, ...path];
  }
  return null;
}

/** False when half a surrogate pair stands alone. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
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
