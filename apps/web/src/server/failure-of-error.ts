import { explainedFailure } from "@alongside/api/failure-error";
import type { Failure } from "@alongside/domain/failure/failure";
import type { TRPCError } from "@trpc/server";

/** The failure inside what a procedure threw on the server; null when it does not explain itself. */
export function failureOfError(error: TRPCError): Failure | null {
  return explainedFailure(error.cause);
}
