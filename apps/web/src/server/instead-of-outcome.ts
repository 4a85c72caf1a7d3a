import { FailureError } from "@alongside/api/failure-error";
import { TRPCError } from "@trpc/server";

/** Why an outcome is not shown, where that is an answer and no breakdown. */
export type InsteadOfOutcome =
  /** Too few people have both scores; it opens from so many on. */
  | { readonly smallest: number }
  /** Too few people tell it from what was released before. */
  | { readonly waiting: "waiting" | "tooClose"; readonly fewest: number }
  /** Single sites were asked for, and the person's role has one view of all their sites. */
  | { readonly wholeProgrammeOnly: true }
  /** Of data that were frozen, and not open to the person, or not any more. */
  | { readonly frozen: "notReleased" | "fewerPeople" }
  /** Of cohorts that somebody defined, and not open to the person, or not of a snapshot. */
  | { readonly defined: "peopleHidden" | "armsOnly" }
  /** It is not there, or not theirs. */
  | "not-found";

/** What a page says instead of an outcome; null for an error it cannot explain. */
export function insteadOfOutcome(error: unknown): InsteadOfOutcome | null {
  if (!(error instanceof TRPCError)) return null;
  const failure = error.cause instanceof FailureError ? error.cause.failure : null;
  if (failure?.reason === "outcome.too-few") return { smallest: Number(failure.params?.smallest) };
  const release = notReleased(error);
  if (release !== null) return release;
  if (failure?.reason === "snapshot.not-released") return { frozen: "notReleased" };
  if (failure?.reason === "snapshot.fewer-people") return { frozen: "fewerPeople" };
  if (failure?.reason === "cohort-definition.people-hidden") return { defined: "peopleHidden" };
  if (failure?.reason === "snapshot.arms-only") return { defined: "armsOnly" };
  if (failure?.reason === "change.one-view") return { wholeProgrammeOnly: true };
  return ["NOT_FOUND", "BAD_REQUEST", "FORBIDDEN"].includes(error.code) ? "not-found" : null;
}

/** Why figures are not released at this moment; null for any other error. */
export function notReleased(error: unknown) {
  const failure = error instanceof TRPCError && error.cause instanceof FailureError ? error.cause.failure : null;
  const fewest = Number(failure?.params?.smallest);
  if (failure?.reason === "release.waiting") return { waiting: "waiting", fewest } as const;
  const isClose = ["release.too-close", "cohort-definition.too-close"].includes(failure?.reason ?? "");
  if (isClose) return { waiting: "tooClose", fewest } as const;
  return null;
}
