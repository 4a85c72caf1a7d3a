import type { Database, Db } from "../client";
import { WHOLE } from "./whole";

/**
 * The database outside any programme, for the few things that have none: signing in, one's own session and account, the
 * first programme of an installation. Behind the policies it shows nothing that belongs to a programme. Which files may
 * use it is a rule of `.dependency-cruiser.cjs`.
 */
export function withoutProgramme(database: Database): Db {
  return database[WHOLE]();
}
