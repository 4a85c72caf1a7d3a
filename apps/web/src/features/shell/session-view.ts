import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";

/** The signed-in person, as the session procedure answers. */
export type Session = inferRouterOutputs<AppRouter>["session"]["read"];
export type Programme = Session["programmes"][number];
