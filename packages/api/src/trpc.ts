import type { Failure } from "@alongside/domain/failure/failure";
import type { Context } from "@alongside/services/context";
import { invalidInput } from "@alongside/services/parse-input";
import { unavailableFailure } from "@alongside/services/unavailable-failure";
import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import { ZodError } from "zod";
import { asTransportError, FailureError } from "./failure-error";

const t = initTRPC.context<Context>().create({
  transformer: superjson,
  errorFormatter({ shape, error, ctx }) {
    const { stack: _stack, ...data } = shape.data;
    return { ...shape, message: "", data: { ...data, failure: toFailure(error.cause, error.code, ctx?.requestId) } };
  },
});

export const router = t.router;
/** Every procedure. What the database could not do just now says so, and that it may be tried again. */
export const procedure = t.procedure.use(async ({ next }) => {
  const answer = await next();
  if (answer.ok) return answer;
  const failure = unavailableFailure(answer.error.cause);
  if (failure === null) return answer;
  throw asTransportError(failure, answer.error.cause);
});

/** Only a FailureError explains itself. Anything else says that it was unforeseen, and nothing more. */
function toFailure(cause: unknown, code: string, requestId: string | undefined): Failure {
  if (cause instanceof FailureError) return cause.failure;
  if (cause instanceof ZodError) return invalidInput(cause);
  if (code === "BAD_REQUEST") return { code: "invalid", reason: "input.invalid" };
  if (code === "NOT_FOUND") return { code: "not-found", reason: "procedure.unknown" };
  return { code: "unexpected", reason: "unexpected", params: { requestId: requestId ?? "" } };
}
