import { ROLES } from "@alongside/domain/access/role";
import { z } from "zod";

export const roleFields = {
  role: z.enum(ROLES),
  /** Null: the whole programme. */
  siteId: z.uuid().nullable(),
} as const;

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const GROUP_LENGTH = 5;

/** A password for one sign-in, easy to read out: four groups of five, about 99 bits. */
export function oneTimePassword(randomBytes: (count: number) => Uint8Array): string {
  const groups: string[] = [];
  while (groups.length < GROUPS) groups.push(drawLetters(randomBytes, GROUP_LENGTH));
  return groups.join("-");
}

/** Draws without bias: bytes past the last whole multiple of the alphabet are thrown away. */
function drawLetters(randomBytes: (count: number) => Uint8Array, count: number): string {
  const limit = 256 - (256 % LETTERS.length);
  let text = "";
  while (text.length < count) {
    for (const byte of randomBytes(count)) {
      if (byte < limit && text.length < count) text += LETTERS[byte % LETTERS.length];
    }
  }
  return text;
}
