import { buildApp } from "./build-app";
import { runMode } from "./run-mode";
import { serve } from "./serve";

/** `npm start`: builds when needed, opens the database, serves. @param startedAt when the command began */
export function main(startedAt: number): Promise<void> {
  return runMode(() => serve("start", startedAt, buildApp));
}
