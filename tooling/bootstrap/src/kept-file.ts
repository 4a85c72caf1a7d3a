import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { BootError } from "./boot-failure";

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/**
 * What a file keeps, readable by its owner alone, made once. Two starts at the same moment agree, because the file appears
 * whole or not at all. Throws `secret-unusable` when it cannot be read or written, or holds something else.
 */
export function keepInFile(file: string, make: () => string, isUsable: (content: string) => boolean): string {
  const read = (): string => {
    const content = readFileSync(file, "utf8").trim();
    if (!isUsable(content)) throw new BootError({ code: "secret-unusable", file });
    return content;
  };
  try {
    return read();
  } catch (error) {
    if (error instanceof BootError) throw error;
    if (!isMissing(error)) throw new BootError({ code: "secret-unusable", file });
  }
  const draft = `${file}.${process.pid}-${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${make()}\n`, { mode: 0o600 });
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
