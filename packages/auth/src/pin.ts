import type { Db } from "@alongside/db/client";
import { hashPassword, verifyPassword } from "better-auth/crypto";

/** Whether this is the PIN that the person has set. */
export async function isPin(db: Db, userId: string, pin: string): Promise<boolean> {
  const setting = await db.deviceSetting.findUnique({ where: { userId }, select: { pinHash: true } });
  if (setting?.pinHash == null) return false;
  return verifyPassword({ hash: setting.pinHash, password: pin });
}

/** Sets how a person's sessions lock. @param pin null takes it away; absent leaves it as it is */
export async function setPin(
  db: Db,
  userId: string,
  { pin, idleMinutes }: { readonly pin?: string | null; readonly idleMinutes: number },
): Promise<void> {
  const pinHash = typeof pin === "string" ? await hashPassword(pin) : pin;
  const data = { idleMinutes, ...(pinHash !== undefined && { pinHash }) };
  await db.deviceSetting.upsert({ where: { userId }, create: { userId, ...data }, update: data });
}
