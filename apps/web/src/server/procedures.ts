import "server-only";
import { appRouter } from "@alongside/api/router";
import { createRequestContext } from "@alongside/api/serve";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { LARGEST_BATCH } from "@/trpc/largest-batch";
import { actorOf } from "./actor";
import { logUnexpected } from "./log";
import { runtime } from "./runtime";
import { isSameOrigin } from "./same-origin";

/** Where procedures are called. */
export const PROCEDURES_PATH = "/api/trpc";

/** Answers one request to the procedures, whichever server received it. */
export async function answerProcedures(request: Request): Promise<Response> {
  if (request.method !== "GET" && !isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  return fetchRequestHandler({
    endpoint: PROCEDURES_PATH,
    req: request,
    maxBatchSize: LARGEST_BATCH,
    // Reads come by POST, so that what is asked for stands in no address. What changes something is never answered to GET.
    allowMethodOverride: true,
    router: appRouter,
    createContext: async () => createRequestContext(runtime().api, await actorOf(request.headers.get("cookie"))),
    onError({ error, path, ctx }) {
      if (error.code === "INTERNAL_SERVER_ERROR" || error.code === "SERVICE_UNAVAILABLE")
        logUnexpected(
          path ?? "unknown procedure",
          error.cause?.cause ?? error.cause ?? error,
          ctx?.requestId ?? "none",
        );
    },
    responseMeta: () => ({ headers: { "cache-control": "no-store" } }),
  });
}
