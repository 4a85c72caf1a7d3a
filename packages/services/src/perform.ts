import type { Tx } from "@alongside/db/client";
import { isUniqueRefusal } from "@alongside/db/errors";
import { type Failure, fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import { authorise, type Scope } from "./access/authorise";
import type { Verb } from "./access/matrix";
import { type AuditDetail, writeAuditEvent } from "./audit/write-audit-event";
import type { Context } from "./context";
import { parseInput } from "./parse-input";

/** What a change reports: on whom it acted, what to write in the audit trail, and what to answer. */
export interface Done<T> {
  readonly subjectId: string;
  /** Null for a repeated request: nothing changed, so there is nothing to write down. */
  readonly detail: AuditDetail | null;
  readonly value: T;
}

export type Act<S extends z.ZodType, V extends Verb, T> = (
  tx: Tx,
  scope: Scope<V>,
  input: z.output<S>,
) => Promise<Result<Done<T>>>;

/**
 * The fixed order of a change: parse, scope, transact, audit, return. A failure undoes everything; something that is
 * there already comes back as `duplicate`.
 */
export async function perform<S extends z.ZodType<{ programmeId: string }>, V extends Verb, T>(
  context: Context,
  verb: V,
  schema: S,
  input: unknown,
  act: Act<S, V, T>,
): Promise<Result<T>> {
  const parsed = parseInput(schema, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, verb, parsed.value.programmeId);
  if (!scope.ok) return scope;
  try {
    return await scope.value.db.$transaction(async (tx) => {
      const done = await act(tx, scope.value, parsed.value);
      if (!done.ok) throw new RolledBack(done.failure);
      const { subjectId, detail, value } = done.value;
      if (detail !== null) await writeAuditEvent(tx, context, scope.value, subjectId, detail);
      return ok(value);
    });
  } catch (error) {
    if (error instanceof RolledBack) return { ok: false, failure: error.failure };
    if (isUniqueRefusal(error)) return fail("duplicate", `${verb}.taken`);
    throw error;
  }
}

/** Undoes a transaction whose act answered with a failure; never leaves this file. */
class RolledBack extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.reason);
    this.failure = failure;
  }
}
