/** Why the sign-in page is shown again. */
export type SignInProblem =
  | { readonly kind: "wrong" | "disabled" | "elsewhere" | "signed-out" | "account-ready" | "ended" }
  | { readonly kind: "too-many"; readonly seconds: number };

const LONGEST_WAIT_SECONDS = 24 * 60 * 60;

/** Reads the problem from the address. Whatever anybody puts there, only known problems and sane numbers come out. */
export function readProblem(problem: unknown, seconds: unknown): SignInProblem | null {
  switch (problem) {
    case "wrong":
    case "disabled":
    case "elsewhere":
    case "signed-out":
    case "account-ready":
    case "ended":
      return { kind: problem };
    case "too-many": {
      const wait = typeof seconds === "string" && /^\d{1,5}$/.test(seconds) ? Number(seconds) : 0;
      return { kind: "too-many", seconds: Math.min(Math.max(wait, 1), LONGEST_WAIT_SECONDS) };
    }
    default:
      return null;
  }
}
