import type { UnlockProblem } from "./unlock-form";

/** Reads from an address why the PIN or password is asked for once more; anything unknown is null. */
export function readUnlockProblem(query: Readonly<Record<string, unknown>>): UnlockProblem | null {
  const { problem } = query;
  if (problem === "elsewhere" || problem === "unreachable") return problem;
  return typeof problem === "string" && /^[1-9]$/.test(problem) ? { left: Number(problem) } : null;
}
