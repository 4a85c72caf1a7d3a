import type { Failure, FailureCode, Result } from "@alongside/domain/failure/failure";
import { invalidInput } from "@alongside/services/parse-input";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { ZodError } from "zod";

/** Carries a failure value across the transport, where only exceptions travel. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.reason, options);
    this.failure = failure;
  }
}

/** The failure that a procedure's exception explains itself with, also of input that broke its schema; null of any other. */
export function explainedFailure(cause: unknown): Failure | null {
  if (cause instanceof FailureError) return cause.failure;
  return cause instanceof ZodError ? invalidInput(cause) : null;
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
  unavailable: "SERVICE_UNAVAILABLE",
  unexpected: "INTERNAL_SERVER_ERROR",
} as const satisfies Record<FailureCode, TRPCError["code"]>;

/** The value of a result, or its failure thrown as the transport expects it. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw asTransportError(result.failure);
}

/** The HTTP status of a failure, for the few requests that are no procedures. */
export function httpStatusOf(failure: Failure): number {
  return getHTTPStatusCodeFromError(asTransportError(failure));
}

/** A failure as the transport throws it. `cause` is what made it fail, for the log. */
export function asTransportError(failure: Failure, cause?: unknown): TRPCError {
  return new TRPCError({ code: TRPC_CODES[failure.code], cause: new FailureError(failure, { cause }) });
}
