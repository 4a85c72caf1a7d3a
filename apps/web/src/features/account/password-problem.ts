/** What can be wrong with a change of password: the reasons of the service, and a repetition that differs. */
export const PASSWORD_PROBLEMS = [
  "wrong",
  "unchanged",
  "too-short",
  "too-long",
  "too-common",
  "repeats-itself",
  "contains-email",
  "contains-programme",
  "repeated-differently",
  "elsewhere",
] as const;
export type PasswordProblem = (typeof PASSWORD_PROBLEMS)[number];

/** Reads the problem from the address or a reason ("password.too-short"); anything unknown is null. */
export function readPasswordProblem(text: unknown): PasswordProblem | null {
  if (typeof text !== "string") return null;
  const name = text.replace(/^password\./, "");
  return PASSWORD_PROBLEMS.find((problem) => problem === name) ?? null;
}
