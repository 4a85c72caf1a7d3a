import type { ServerAddresses, ServerRoles } from "@alongside/db/server/server-roles";
import { BootError } from "./boot-failure";

/** A server of the operator's, and whether people's real data are behind it. */
export interface ServerAccess extends ServerAddresses {
  readonly production: boolean;
}

/** As whom the application and its contact details get into a server's database, and what whoever starts it should know. */
export interface WayIn {
  readonly url: string;
  readonly vaultUrl: string | null;
  readonly notice: string | null;
}

/**
 * Takes the narrow roles that there are. Where there are none a trial goes on as the owner, and says so; throws
 * `database-role-missing` where data are real.
 * @param host of the server, without user and password
 */
export function wayIn(roles: ServerRoles, access: ServerAccess, host: string): WayIn {
  if (roles.kind === "separate") return { url: roles.url, vaultUrl: roles.vaultUrl, notice: null };
  const { reason } = roles;
  if (access.production) throw new BootError({ code: "database-role-missing", host, reason });
  const notice = `The database lets the application do anything, because ${reason}. Keep no real data in it.`;
  return { url: access.given, vaultUrl: access.vault, notice };
}
