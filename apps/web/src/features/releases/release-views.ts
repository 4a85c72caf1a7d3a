import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>["release"];

export type ReleaseView = Outputs["list"]["releases"][number];
export type PreviewView = Outputs["preview"];
