import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { BootError } from "./boot-failure";

export interface DataFolderQuestion {
  readonly root: string;
  /** ALONGSIDE_DATA_DIR. */
  readonly chosen: string | undefined;
  readonly production: boolean;
  /** Does a database server hold the data? Then the folder keeps only the session secret and logs. */
  readonly server: boolean;
  /** Is the session secret given in the environment? */
  readonly secretGiven: boolean;
}

/** Did the operator say that this is production? */
export function isProduction(env: Readonly<Record<string, string | undefined>>): boolean {
  return env.NODE_ENV === "production" || env.ALONGSIDE_PRODUCTION === "1";
}

/**
 * Where the data lives. A chosen folder always counts, relative to the checkout. Without a choice it is `.data` in the
 * checkout, except in production, where data inside the source tree would vanish with the next deployment: throws
 * `data-folder-not-chosen` there, unless neither data nor secret need a folder.
 */
export function resolveDataFolder(question: DataFolderQuestion): string {
  if (question.chosen !== undefined && question.chosen.trim() !== "")
    return path.resolve(question.root, question.chosen);
  if (question.production && !(question.server && question.secretGiven)) {
    throw new BootError({ code: "data-folder-not-chosen", suggestion: "/var/lib/alongside" });
  }
  return path.join(question.root, ".data");
}

/** Makes a folder and its parents one by one; Node's own recursive way never returns under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another start may have made it in the same moment.
    if (!existsSync(folder)) throw error;
  }
}

/** Makes the folder and proves that it can be written. Throws `data-folder-unwritable`. */
export function openDataFolder(folder: string): void {
  const probe = path.join(folder, `.probe-${process.pid}`);
  try {
    makeFolder(folder);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BootError({ code: "data-folder-unwritable", folder, reason });
  }
}
