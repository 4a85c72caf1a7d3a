import type { Db, Tx } from "@alongside/db/client";
import { hashPassword, verifyPassword } from "better-auth/crypto";

/** Whether this is the person's password. */
export async function isPassword(db: Db | Tx, userId: string, password: string): Promise<boolean> {
  const account = await db.account.findFirst({
    where: { userId, providerId: "credential" },
    select: { password: true },
  });
  if (account?.password == null) return false;
  return verifyPassword({ hash: account.password, password });
}

/**
 * Sets a password and ends the person's sessions, except the one named.
 *
 * @param chosenByOther true when an administrator chose it, so that it must be changed at the next sign-in
 */
export async function setPassword(
  tx: Tx,
  userId: string,
  password: string,
  options: { readonly chosenByOther: boolean; readonly keepSessionId?: string },
): Promise<void> {
  await tx.account.updateMany({
    where: { userId, providerId: "credential" },
    data: { password: await hashPassword(password) },
  });
  await tx.user.update({ where: { id: userId }, data: { mustChangePassword: options.chosenByOther } });
  await tx.session.deleteMany({
    where: { userId, ...(options.keepSessionId && { id: { not: options.keepSessionId } }) },
  });
}
