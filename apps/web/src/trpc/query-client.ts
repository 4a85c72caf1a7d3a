import { defaultShouldDehydrateQuery, QueryClient } from "@tanstack/react-query";
import superjson from "superjson";
import { failureOf } from "./failure-of";

/** One query client: per request on the server, one for the life of the tab in the browser. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Without a connection a call fails and says so; otherwise it would wait without a word, and go out by itself later.
      mutations: { networkMode: "always" },
      queries: {
        networkMode: "always",
        refetchOnReconnect: true,
        // Above zero, or the browser asks again for what the server has just rendered.
        staleTime: 30_000,
        // A failure that explains itself will not go away by asking again; a broken connection may.
        retry: (attempts, error) => failureOf(error) === null && attempts < 2,
      },
      dehydrate: {
        serializeData: superjson.serialize,
        shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) || query.state.status === "pending",
      },
      hydrate: { deserializeData: superjson.deserialize },
    },
  });
}
