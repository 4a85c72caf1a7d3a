import type { AppRouter } from "@alongside/api/router";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

type Report = NonNullable<inferRouterOutputs<AppRouter>["studyImport"]["read"]["report"]>;
type Mapping = inferRouterInputs<AppRouter>["studyImport"]["check"]["mapping"];

/** Something wrong with a file, at its place. */
export type Problem = Report["problems"][number];
/** The first problems, and how many there are in all. */
export type Problems = Pick<Report, "problems" | "problemCounts">;

/** How bytes become cells. */
export interface Reading {
  readonly encoding: NonNullable<Mapping["encoding"]>;
  readonly delimiter: NonNullable<Mapping["delimiter"]>;
}
