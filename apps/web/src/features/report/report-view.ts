import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";

/** A report as the procedure answers it, with what else could be chosen. */
export type ReportView = inferRouterOutputs<AppRouter>["report"]["make"];
