import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LOCAL_DATA_FOLDER, mayHoldData } from "@alongside/db/embedded/folder-place";
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

const SUGGESTION = "/var/lib/alongside";

/**
 * Where the data lives: the chosen folder, relative to the checkout, or `.data` in the checkout. Throws
 * `data-folder-not-chosen` in production without a choice, and `data-folder-in-program` for a folder of the checkout:
 * any in production, and any but `.data` otherwise. Not asked when neither data nor secret need a folder.
 */
export function resolveDataFolder(question: DataFolderQuestion): string {
  const { root, production } = question;
  const chosen = question.chosen?.trim() || undefined;
  const folder = path.resolve(root, chosen ?? LOCAL_DATA_FOLDER);
  if (question.server && question.secretGiven) return folder;
  if (production && chosen === undefined) {
    throw new BootError({ code: "data-folder-not-chosen", suggestion: SUGGESTION });
  }
  if (!mayHoldData(root, folder, production)) {
    throw new BootError({ code: "data-folder-in-program", folder, root, production, suggestion: SUGGESTION });
  }
  return folder;
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
