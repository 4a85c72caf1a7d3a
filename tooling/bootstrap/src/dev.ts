import { generateClient } from "./build-app";
import { runMode } from "./run-mode";
import { serve } from "./serve";

/** `npm run dev`: the same database and demonstration, with hot reload instead of a build. */
export function main(startedAt: number): Promise<void> {
  return runMode(() => serve("dev", startedAt, generateClient));
}
