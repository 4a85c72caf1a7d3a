import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";

/** How the backups stand, as the procedure answers. */
export type Backups = inferRouterOutputs<AppRouter>["backup"]["read"];

/** Failures that a backup can end with and that are said in words of their own. */
const SAID = ["damaged", "file-unusable", "database-unusable"] as const;

/** The key under which a failure is said. */
export function failureKey(code: string): (typeof SAID)[number] | "unexpected" {
  return SAID.find((said) => said === code) ?? "unexpected";
}
