/** Why a form of the second step is shown again. */
export type SecondStepProblem =
  | { readonly kind: "wrong-code" | "wrong-password" | "not-possible" | "elsewhere" }
  | { readonly kind: "too-many"; readonly seconds: number };

const LONGEST_WAIT_SECONDS = 24 * 60 * 60;

/** Reads the problem from the address; anything unknown is null. */
export function readSecondStepProblem(problem: unknown, seconds: unknown): SecondStepProblem | null {
  switch (problem) {
    case "wrong-code":
    case "wrong-password":
    case "not-possible":
    case "elsewhere":
      return { kind: problem };
    case "too-many": {
      const wait = typeof seconds === "string" && /^\d{1,5}$/.test(seconds) ? Number(seconds) : 0;
      return { kind: "too-many", seconds: Math.min(Math.max(wait, 1), LONGEST_WAIT_SECONDS) };
    }
    default:
      return null;
  }
}
