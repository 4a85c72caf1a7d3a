import "server-only";
import { appRouter } from "@alongside/api/router";
import { createRequestContext } from "@alongside/api/serve";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { actorOf } from "./actor";
import { logUnexpected } from "./log";
import { runtime } from "./runtime";

/** Where procedures are called. */
export const PROCEDURES_PATH = "/api/trpc";

/** Answers one request to the procedures, whichever server received it. */
export function answerProcedures(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: PROCEDURES_PATH,
    req: request,
    router: appRouter,
    createContext: async () => createRequestContext(runtime().api, await actorOf(request.headers.get("cookie"))),
    onError({ error, path, ctx }) {
      if (error.code === "INTERNAL_SERVER_ERROR")
        logUnexpected(path ?? "unknown procedure", error.cause ?? error, ctx?.requestId ?? "none");
    },
    responseMeta: () => ({ headers: { "cache-control": "no-store" } }),
  });
}
