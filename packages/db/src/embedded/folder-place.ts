import { realpathSync } from "node:fs";
import path from "node:path";

/** The only folder of the checkout that may hold data: git ignores it. */
export const LOCAL_DATA_FOLDER = ".data";

/** A path without symbolic links, as far as it exists. */
function realPath(target: string): string {
  try {
    return realpathSync.native(target);
  } catch {
    const parent = path.dirname(target);
    return parent === target ? target : path.join(realPath(parent), path.basename(target));
  }
}

function contains(folder: string, inner: string): boolean {
  const way = path.relative(folder, inner);
  return way === "" || !(way === ".." || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
}

/**
 * May data be kept in that folder? Not in the checkout, through whatever links one gets there: it would vanish with the
 * next deployment, and `git add` would publish records and the secret that signs sessions. Outside production `.data`,
 * which git ignores, is allowed.
 * @param root the folder of the checkout
 * @param folder absolute; need not exist yet
 */
export function mayHoldData(root: string, folder: string, production: boolean): boolean {
  const tree = realPath(root);
  const place = realPath(folder);
  if (!contains(tree, place)) return true;
  return !production && contains(path.join(tree, LOCAL_DATA_FOLDER), place);
}
