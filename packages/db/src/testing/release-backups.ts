import { readdirSync } from "node:fs";
import path from "node:path";

const RELEASES = path.resolve(import.meta.dirname, "../../releases");

/** Opens every backup in packages/db/releases. Public on purpose: they hold simulated people only. */
export const RELEASE_PASSPHRASE = "simulated people only";

/** A backup of each version that was released, oldest first, as that version's own program made it. */
export function releaseBackups(): readonly { readonly version: string; readonly file: string }[] {
  const inOrder = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });
  return readdirSync(RELEASES)
    .sort(inOrder)
    .map((folder) => {
      return { version: folder.replaceAll("-", "."), file: path.join(RELEASES, folder, "simulated.backup.age") };
    });
}
