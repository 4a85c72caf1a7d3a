import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";

/** Which characteristics the programme records, and what is recorded of one person. */
export type WhoTheyAre = NonNullable<inferRouterOutputs<AppRouter>["participant"]["read"]["who"]>;
