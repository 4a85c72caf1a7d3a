import { readFileSync } from "node:fs";
import path from "node:path";

function readVersion(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, "../../../../package.json"), "utf8"),
  );
  const version =
    typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : undefined;
  return typeof version === "string" ? version : "unknown";
}

/** The version of the program, as its manifest says. Only valid for code that runs from the source tree. */
export const PROGRAM_VERSION = readVersion();
