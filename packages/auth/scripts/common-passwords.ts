import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { dictionary } from "@zxcvbn-ts/language-common";

/**
 * Writes `src/password/common-passwords.ts`: what leaked and guessed passwords of at least eight characters hash to. Hashes,
 * because many of the words are ugly, and five bytes of each, because that is short and mistakes one in millions.
 */
const SHORTEST = 8;
const BYTES = 5;

const words = new Set(
  dictionary["passwords-common"]
    .map((word) => String(word).normalize("NFKC").toLowerCase())
    .filter((word) => word.length >= SHORTEST),
);
const hashes = [...words]
  .map((word) => createHash("sha256").update(word).digest().subarray(0, BYTES))
  .sort(Buffer.compare);
const text = `/**
 * The first ${BYTES} bytes of the SHA-256 of ${words.size} common passwords of ${SHORTEST} characters or more, in order. From the list
 * "passwords-common" of @zxcvbn-ts/language-common 4.1.3 (MIT licence, https://github.com/zxcvbn-ts/zxcvbn), which ranks
 * passwords found in published leaks. Made by \`pnpm --filter @alongside/auth common-passwords\`; not edited by hand.
 */
export const COMMON_PASSWORD_HASHES =
  "${Buffer.concat(hashes).toString("base64")}";
`;
writeFileSync(new URL("../src/password/common-passwords.ts", import.meta.url), text);
