import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { BootError } from "./boot-failure";

/** As long as the sign-in library asks for. */
const MINIMUM_LENGTH = 32;

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/**
 * The secret that signs session cookies: kept in `<folder>/secret`, readable by its owner alone, made once. Two starts
 * at the same moment agree, because the file appears whole or not at all. Throws `secret-unusable`.
 */
export function keepSecret(folder: string): string {
  const file = path.join(folder, "secret");
  const read = (): string => {
    const secret = readFileSync(file, "utf8").trim();
    if (secret.length < MINIMUM_LENGTH) throw new BootError({ code: "secret-unusable", file });
    return secret;
  };
  try {
    return read();
  } catch (error) {
    if (error instanceof BootError) throw error;
    if (!isMissing(error)) throw new BootError({ code: "secret-unusable", file });
  }
  const draft = `${file}.${process.pid}-${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) {
      throw new BootError({ code: "secret-unusable", file });
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return read();
}
