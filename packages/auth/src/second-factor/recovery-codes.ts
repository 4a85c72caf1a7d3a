import { createHmac, randomInt } from "node:crypto";
import type { Db, Tx } from "@alongside/db/client";

const COUNT = 10;
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** Codes are long and random, so a keyed hash is enough: there is nothing to guess them by. */
function hashOf(secret: string, userId: string, code: string): string {
  return createHmac("sha256", secret).update(`recovery-code:${userId}:${code}`).digest("base64url");
}

/** Makes ten codes in place of any before, each good for one sign-in. Returned once; only their hashes are kept. */
export async function renewRecoveryCodes(tx: Tx, secret: string, userId: string): Promise<readonly string[]> {
  const codes = Array.from({ length: COUNT }, draw);
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, hash: hashOf(secret, userId, plain(code)) })),
  });
  return codes;
}

/** Whether this was one of the person's codes; it is none any more then. */
export async function takeRecoveryCode(db: Db | Tx, secret: string, userId: string, code: string): Promise<boolean> {
  const taken = await db.recoveryCode.deleteMany({ where: { userId, hash: hashOf(secret, userId, plain(code)) } });
  return taken.count === 1;
}

/** Three groups of four, about 59 bits. */
function draw(): string {
  const letter = () => LETTERS[randomInt(LETTERS.length)];
  return Array.from({ length: GROUPS }, () => Array.from({ length: GROUP_LENGTH }, letter).join("")).join("-");
}

/** As it is hashed, however it was typed. */
function plain(code: string): string {
  return code.toLowerCase().replace(/[^a-z0-9]/g, "");
}
