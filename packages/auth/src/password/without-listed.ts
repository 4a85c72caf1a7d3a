import { createHash } from "node:crypto";
import { COMMON_PASSWORD_HASHES } from "./common-passwords";

const BYTES = 5;
const SHORTEST = 8;
/** Hardly any listed password is longer; looking for longer ones would only take time. */
const LONGEST = 24;

let known: ReadonlySet<string> | undefined;

function hashes(): ReadonlySet<string> {
  if (known) return known;
  const all = Buffer.from(COMMON_PASSWORD_HASHES, "base64");
  const set = new Set<string>();
  for (let at = 0; at < all.length; at += BYTES) set.add(all.toString("latin1", at, at + BYTES));
  known = set;
  return set;
}

/** Whether a text, in lower case, is one of the listed passwords. */
function isListed(text: string): boolean {
  return hashes().has(createHash("sha256").update(text).digest().toString("latin1", 0, BYTES));
}

/**
 * A text, in lower case, without the listed passwords inside it; the longest is taken first. Empty when it is nothing else.
 */
export function withoutListed(text: string): string {
  for (let length = Math.min(LONGEST, text.length); length >= SHORTEST; length -= 1) {
    for (let at = 0; at + length <= text.length; at += 1) {
      const part = text.slice(at, at + length);
      if (isListed(part)) return `${withoutListed(text.slice(0, at))}${withoutListed(text.slice(at + length))}`;
    }
  }
  return text;
}
