import type { Tx } from "@alongside/db/client";
import { hashPassword } from "better-auth/crypto";

export interface NewAccount {
  readonly userId: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** True when somebody else chose the password. */
  readonly mustChangePassword: boolean;
}

/**
 * Makes a person who can sign in with email and password. The address is stored in lower case, as sign-in compares it.
 * Runs inside the caller's transaction; a taken address surfaces as the database's unique violation.
 */
export async function createAccount(tx: Tx, account: NewAccount): Promise<void> {
  const password = await hashPassword(account.password);
  await tx.user.create({
    data: {
      id: account.userId,
      name: account.name,
      email: account.email.toLowerCase(),
      emailVerified: true,
      mustChangePassword: account.mustChangePassword,
      accounts: {
        create: { id: account.accountId, accountId: account.userId, providerId: "credential", password },
      },
    },
  });
}
