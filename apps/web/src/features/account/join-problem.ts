import { type PasswordProblem, readPasswordProblem } from "./password-problem";

/** Why the page of an invitation is shown again. */
export type JoinProblem = PasswordProblem | "name";

/** Reads the problem from the address; anything unknown is null. */
export function readJoinProblem(text: unknown): JoinProblem | null {
  return text === "name" ? "name" : readPasswordProblem(text);
}
