import type { Failure, FailureCode, Result } from "@alongside/domain/failure/failure";
import { TRPCError } from "@trpc/server";

/** Carries a failure value across the transport, where only exceptions travel. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.reason);
    this.failure = failure;
  }
}

/** The one place where failures become transport codes. */
const TRPC_CODES = {
  "signed-out": "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  "not-found": "NOT_FOUND",
  invalid: "BAD_REQUEST",
  conflict: "CONFLICT",
  duplicate: "CONFLICT",
  rule: "UNPROCESSABLE_CONTENT",
  "too-many": "TOO_MANY_REQUESTS",
  "unreadable-file": "BAD_REQUEST",
  unexpected: "INTERNAL_SERVER_ERROR",
} as const satisfies Record<FailureCode, TRPCError["code"]>;

/** The value of a result, or its failure thrown as the transport expects it. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new TRPCError({ code: TRPC_CODES[result.failure.code], cause: new FailureError(result.failure) });
}
