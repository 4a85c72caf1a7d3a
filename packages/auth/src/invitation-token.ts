import { createHash } from "node:crypto";

/** Bytes drawn by chance. */
const INVITATION_BYTES = 32;

/**
 * What stands in the link of an invitation: the programme, because an invitation can be looked for only inside one, and
 * 256 bits that nobody can guess. Only the hash is stored.
 */
export function drawInvitation(
  programmeId: string,
  randomBytes: (count: number) => Uint8Array,
): { readonly token: string; readonly hash: string } {
  const named = Buffer.from(programmeId.replaceAll("-", ""), "hex");
  const token = Buffer.concat([named, randomBytes(INVITATION_BYTES)]).toString("base64url");
  return { token, hash: invitationHash(token) };
}

/** What is stored of it. */
export function invitationHash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** The programme a token names; null for anything that is no token. */
export function programmeOfToken(token: string): string | null {
  const bytes = /^[\w-]{64}$/.test(token) ? Buffer.from(token, "base64url") : Buffer.alloc(0);
  if (bytes.length !== 16 + INVITATION_BYTES) return null;
  const hex = bytes.toString("hex", 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
