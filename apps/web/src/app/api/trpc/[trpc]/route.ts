import { appRouter } from "@alongside/api/router";
import { createRequestContext } from "@alongside/api/serve";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { actorOf } from "@/server/actor";
import { logUnexpected } from "@/server/log";
import { runtime } from "@/server/runtime";

async function handle(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
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

export { handle as GET, handle as POST };
