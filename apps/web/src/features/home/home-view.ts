import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";

/** What the start page shows, as the home procedure answers. */
export type Home = inferRouterOutputs<AppRouter>["home"]["read"];
export type DueList = NonNullable<Home["due"]>["open"];
export type DueWork = DueList["first"][number];
