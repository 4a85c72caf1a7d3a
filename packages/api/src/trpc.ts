import type { Failure } from "@alongside/domain/failure/failure";
import type { Context } from "@alongside/services/context";
import { invalidInput } from "@alongside/services/parse-input";
import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import { ZodError } from "zod";
import { FailureError } from "./failure-error";

const t = initTRPC.context<Context>().create({
  transformer: superjson,
  errorFormatter({ shape, error, ctx }) {
    const { stack: _stack, ...data } = shape.data;
    return { ...shape, message: "", data: { ...data, failure: toFailure(error.cause, error.code, ctx?.requestId) } };
  },
});

export const router = t.router;
export const procedure = t.procedure;

/** Only a FailureError explains itself. Anything else says that it was unforeseen, and nothing more. */
function toFailure(cause: unknown, code: string, requestId: string | undefined): Failure {
  if (cause instanceof FailureError) return cause.failure;
  if (cause instanceof ZodError) return invalidInput(cause);
  if (code === "BAD_REQUEST") return { code: "invalid", reason: "input.invalid" };
  if (code === "NOT_FOUND") return { code: "not-found", reason: "procedure.unknown" };
  return { code: "unexpected", reason: "unexpected", params: { requestId: requestId ?? "" } };
}
