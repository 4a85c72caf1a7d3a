import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";

/** A report as the procedure answers it, with what else could be chosen. */
export type ReportView = inferRouterOutputs<AppRouter>["report"]["make"];
/** A report that is asked for again by itself. */
export type ScheduleView = inferRouterOutputs<AppRouter>["report"]["schedules"][number];
/** A report that somebody asked to publish, as it is listed. */
export type PublishedView = inferRouterOutputs<AppRouter>["report"]["list"][number];
