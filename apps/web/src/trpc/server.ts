import "server-only";
import { appRouter } from "@alongside/api/router";
import { createRequestContext } from "@alongside/api/serve";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { cache } from "react";
import { pageActor } from "@/server/actor";
import { runtime } from "@/server/runtime";
import { makeQueryClient } from "./query-client";

const pageContext = cache(async () => createRequestContext(runtime().api, await pageActor()));

/** Calls procedures from a server component, as the signed-in person: `(await serverApi()).session.read()`. */
export const serverApi = cache(async () => appRouter.createCaller(await pageContext()));

/** The query client of the page being rendered, for `prefetchQuery` and `dehydrate`. */
export const pageQueryClient = cache(makeQueryClient);

/** Query options for prefetching on the server what a client component will ask for. */
export const apiOptions = createTRPCOptionsProxy({ ctx: pageContext, router: appRouter, queryClient: pageQueryClient });
