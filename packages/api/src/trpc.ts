import type { Hold } from "@alongside/domain/access/hold";
import type { Failure } from "@alongside/domain/failure/failure";
import { traceHidden, traceRefusal } from "@alongside/services/audit/trace-refusal";
import type { Context } from "@alongside/services/context";
import { unavailableFailure } from "@alongside/services/unavailable-failure";
import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import { z } from "zod";
import { asTransportError, explainedFailure, FailureError } from "./failure-error";

const t = initTRPC.context<Context>().create({
  transformer: superjson,
  errorFormatter({ shape, error, ctx }) {
    const { stack: _stack, ...data } = shape.data;
    return { ...shape, message: "", data: { ...data, failure: toFailure(error.cause, error.code, ctx?.requestId) } };
  },
});

export const router = t.router;
/** What a session answers that is locked, or handed to a participant; nothing else. */
const WHILE_HELD = {
  locked: ["session.hold", "session.lock", "session.unlock"],
  "handed-over": ["session.hold", "session.lock", "session.unlock", "handover.form", "handover.submit"],
} as const satisfies Record<Hold["kind"], readonly string[]>;

/**
 * Every procedure. A held session is told so, where the use-case would only find nobody signed in. What the database could
 * not do just now says so, and that it may be tried again. Somebody who is told that they may not, or
 * that what lies outside their sites is not there, leaves a trace, before the answer goes out.
 */
export const procedure = t.procedure.use(async ({ next, ctx, path, getRawInput }) => {
  const held = ctx.held?.hold.kind;
  if (held !== undefined && !WHILE_HELD[held].some((open) => open === path)) {
    throw asTransportError({ code: "signed-out", reason: `session.${held}` });
  }
  const answer = await next();
  if (answer.ok) return answer;
  if (ctx.actor !== null) {
    const { programmeId = null, ...named } = namedIn(await getRawInput());
    const asked = { actor: ctx.actor, asked: path };
    if (isDenial(answer.error.cause)) await traceRefusal(ctx, { ...asked, programmeId });
    else if (isNowhere(answer.error.cause) && programmeId !== null) {
      await traceHidden(ctx, { ...asked, programmeId, named });
    }
  }
  const failure = unavailableFailure(answer.error.cause);
  if (failure === null) return answer;
  throw asTransportError(failure, answer.error.cause);
});

/** Whether somebody was told that their roles, or how they signed in, do not let them do this. */
function isDenial(cause: unknown): boolean {
  return cause instanceof FailureError && cause.failure.code === "forbidden";
}

/** Whether somebody was told that there is no such thing, which may lie outside their sites. */
function isNowhere(cause: unknown): boolean {
  return cause instanceof FailureError && cause.failure.code === "not-found";
}

const named = z.object({
  programmeId: z.uuid().optional().catch(undefined),
  participantId: z.uuid().optional().catch(undefined),
  siteId: z.uuid().optional().catch(undefined),
  code: z.string().max(40).optional().catch(undefined),
});

/** Programme, person and site that an input names, whatever else is in it. */
function namedIn(input: unknown): z.output<typeof named> {
  const parsed = named.safeParse(input);
  return parsed.success ? parsed.data : {};
}

/** Only a FailureError explains itself. Anything else says that it was unforeseen, and nothing more. */
function toFailure(cause: unknown, code: string, requestId: string | undefined): Failure {
  const explained = explainedFailure(cause);
  if (explained !== null) return explained;
  if (code === "BAD_REQUEST") return { code: "invalid", reason: "input.invalid" };
  if (code === "NOT_FOUND") return { code: "not-found", reason: "procedure.unknown" };
  return { code: "unexpected", reason: "unexpected", params: { requestId: requestId ?? "" } };
}
