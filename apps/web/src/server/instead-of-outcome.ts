import { FailureError } from "@alongside/api/failure-error";
import { TRPCError } from "@trpc/server";

/** Why an outcome is not shown, where that is an answer and no breakdown. */
export type InsteadOfOutcome =
  /** Too few people have both scores; it opens from so many on. */
  | { readonly smallest: number }
  /** Single sites were asked for, and the person's role has one view of all their sites. */
  | { readonly wholeProgrammeOnly: true }
  /** It is not there, or not theirs. */
  | "not-found";

/** What a page says instead of an outcome; null for an error it cannot explain. */
export function insteadOfOutcome(error: unknown): InsteadOfOutcome | null {
  if (!(error instanceof TRPCError)) return null;
  const failure = error.cause instanceof FailureError ? error.cause.failure : null;
  if (failure?.reason === "outcome.too-few") return { smallest: Number(failure.params?.smallest) };
  if (failure?.reason === "change.one-view") return { wholeProgrammeOnly: true };
  return ["NOT_FOUND", "BAD_REQUEST", "FORBIDDEN"].includes(error.code) ? "not-found" : null;
}
