import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";

type Answers = inferRouterOutputs<AppRouter>["snapshot"];

export type ListedSnapshot = Answers["list"][number];
export type ReadSnapshot = Answers["read"];
export type ComparedSnapshots = Answers["compare"];
