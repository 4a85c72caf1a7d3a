import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";

type Answers = inferRouterOutputs<AppRouter>["cohortDefinition"];

export type Definitions = Answers["list"];
export type DefinedCohort = Definitions["definitions"][number];
export type CriteriaChoices = Definitions["choices"];
export type CountedCohorts = Answers["count"];
