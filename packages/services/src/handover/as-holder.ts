import type { HandedForm } from "@alongside/domain/access/hold";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { Context } from "../context";

/** The context in which the one handed form is served, and which form that is. */
export interface Holder {
  readonly context: Context;
  readonly form: HandedForm;
  readonly done: boolean;
}

/**
 * Whoever handed the phone over, as far as the one form needs them. Only for the two use-cases of this folder, which take
 * everything but the answers from what the server kept.
 */
export function asHolder(context: Context): Result<Holder> {
  const { held, actor } = context;
  if (held === null)
    return actor === null ? fail("signed-out", "session.none") : fail("rule", "session.not-handed-over");
  if (held.hold.kind !== "handed-over") return fail("signed-out", "session.locked");
  const { form, done } = held.hold;
  return ok({ context: { ...context, actor: { ...held, hold: null }, held: null }, form, done });
}
