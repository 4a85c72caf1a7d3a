import type { Db } from "@alongside/db/client";
import type { Actor } from "@alongside/domain/access/actor";
import type { Failure } from "@alongside/domain/failure/failure";
import { contextFor } from "@alongside/services/testing/test-context";
import { TRPCError } from "@trpc/server";
import { FailureError } from "../failure-error";
import { appRouter } from "../router";

/** What a call was answered. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: Pick<Failure, "code" | "reason"> };

/** Calls a procedure by its path, as somebody or nobody. An error that does not explain itself is thrown. */
export async function ask(db: Db, path: string, actor: Actor | null, input: unknown): Promise<Answer> {
  const caller: unknown = appRouter.createCaller(contextFor(db, actor));
  const [entity = "", name = ""] = path.split(".");
  const procedure: unknown = Reflect.get(Reflect.get(caller as object, entity) as object, name);
  try {
    return { ok: true, value: await (procedure as (input: unknown) => Promise<unknown>)(input) };
  } catch (error) {
    if (!(error instanceof TRPCError) || !(error.cause instanceof FailureError)) throw error;
    return { ok: false, failure: error.cause.failure };
  }
}
