"use client";

import type { AppRouter } from "@alongside/api/router";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpLink, splitLink, type TRPCLink } from "@trpc/client";
import { tap } from "@trpc/server/observable";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import superjson from "superjson";
import { failureOf } from "./failure-of";
import { LARGEST_BATCH } from "./largest-batch";
import { makeQueryClient } from "./query-client";

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

/** Query and mutation options of every procedure: `useQuery(useTRPC().session.read.queryOptions())`. */
export const useApi = useTRPC;
/** The plain client, for calls outside a query. */
export const useApiClient = useTRPCClient;

let browserQueryClient: QueryClient | undefined;

function queryClient(): QueryClient {
  if (typeof window === "undefined") return makeQueryClient();
  browserQueryClient ??= makeQueryClient();
  return browserQueryClient;
}

/** The event of the window when the server has refused something because the session is locked or handed over. */
export const HELD_EVENT = "session-held";

/** Tells whoever covers the page that the session is held, whichever call was told so. */
const noticeHeld: TRPCLink<AppRouter> =
  () =>
  ({ next, op }) =>
    next(op).pipe(
      tap({
        error: (error) => {
          const reason = failureOf(error)?.reason;
          if (reason === "session.locked" || reason === "session.handed-over") dispatchEvent(new Event(HELD_EVENT));
        },
      }),
    );

function makeClient() {
  const shared = {
    url: typeof window === "undefined" ? "http://localhost/api/trpc" : "/api/trpc",
    transformer: superjson,
  };
  return createTRPCClient<AppRouter>({
    links: [
      noticeHeld,
      // Reads travel together; every write is a request of its own, so that one slow save holds up nothing else.
      splitLink({
        condition: (op) => op.type === "mutation",
        true: httpLink(shared),
        // By POST: an address with what was asked would stay in logs of the network.
        false: httpBatchLink({ ...shared, methodOverride: "POST", maxItems: LARGEST_BATCH }),
      }),
    ],
  });
}

/** Puts the data layer above the signed-in screens. */
export function ApiProvider({ children }: { readonly children: ReactNode }): React.JSX.Element {
  const [client] = useState(makeClient);
  const queries = queryClient();
  return (
    <QueryClientProvider client={queries}>
      <TRPCProvider trpcClient={client} queryClient={queries}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
