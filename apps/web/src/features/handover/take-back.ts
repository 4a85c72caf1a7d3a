import type { UnlockProblem } from "../lock/unlock-form";
import { readUnlockProblem } from "../lock/unlock-problem";

/** Where staff go on with a phone that is theirs again, or why it is not. */
export type TakenBack = { readonly address: string } | { readonly problem: UnlockProblem };

/**
 * Takes a handed-over phone back without leaving the page, so that a wrong PIN does not cost the participant's answers.
 *
 * @param send sends a form to this site and follows where it leads
 */
export async function takeBack(
  secret: string,
  send = (form: URLSearchParams) => fetch("/locked/submit", { method: "POST", body: form }),
): Promise<TakenBack> {
  const answer = await send(new URLSearchParams({ secret })).catch(() => null);
  if (answer === null || !answer.ok) return { problem: "unreachable" };
  const { pathname, searchParams } = new URL(answer.url);
  if (pathname !== "/form") return { address: answer.url };
  return { problem: readUnlockProblem({ problem: searchParams.get("problem") }) ?? "unreachable" };
}
