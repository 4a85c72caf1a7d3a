import { randomBytes } from "node:crypto";
import path from "node:path";
import { keepInFile } from "./kept-file";

/** As long as the sign-in library asks for. */
const MINIMUM_LENGTH = 32;

/** The secret that signs session cookies, kept in `<folder>/secret`. Throws `secret-unusable`. */
export function keepSecret(folder: string): string {
  const make = () => randomBytes(32).toString("base64url");
  return keepInFile(path.join(folder, "secret"), make, (secret) => secret.length >= MINIMUM_LENGTH);
}

/** Whether somebody else's words may sign sessions: as long as is asked for, and not one or two letters over and over. */
export function isSecret(text: string): boolean {
  return text.length >= MINIMUM_LENGTH && new Set(text).size >= 8;
}
