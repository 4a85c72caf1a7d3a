import "server-only";
import type { Result } from "@alongside/domain/failure/failure";
import { TRPCError } from "@trpc/server";
import { failureOf } from "@/trpc/failure-of";

/**
 * Awaits a procedure called on the server and gives back its failure as a value, for screens that show it in place.
 * Anything unforeseen goes on being thrown.
 */
export async function failureFromCall<T>(call: Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : null;
    const failure = failureOf({ data: cause });
    if (failure === null || failure.code === "unexpected") throw error;
    return { ok: false, failure };
  }
}
