import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";

/** An access of a few hours, as whoever judges it sees it. */
export type OpeningView = inferRouterOutputs<AppRouter>["breakGlass"]["list"][number];
