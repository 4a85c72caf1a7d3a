import { BootError } from "./boot-failure";

/** A server on this machine, or behind a socket of it: nobody listens on the way. */
function isLocal(host: string): boolean {
  return (
    host === "" || host.startsWith("/") || ["localhost", "[::1]", "::1"].includes(host) || /^127(\.\d+){3}$/.test(host)
  );
}

/** What the database driver takes for an encrypted connection whose certificate it checks. */
const CHECKED = new Set(["require", "verify-ca", "verify-full"]);

/**
 * Where people's data are real, they travel encrypted: from browsers to the address that people type, and from here to a
 * database on another machine. The latter may be switched off in so many words (`sslmode=disable`), for a line of one's own.
 * Throws `address-without-tls` or `database-without-tls`.
 *
 * @param baseUrl the address people type
 * @param listensOn where the server listens; another machine that reaches it there needs an address with TLS
 * @param databaseUrls by the variable that named them
 */
export function checkTransport(
  baseUrl: string | undefined,
  listensOn: string,
  databaseUrls: Readonly<Record<string, string | null | undefined>>,
): void {
  const address = URL.canParse(baseUrl ?? "") ? new URL(baseUrl ?? "") : null;
  if (address?.protocol === "http:" && !isLocal(address.hostname)) {
    throw new BootError({ code: "address-without-tls", host: address.host });
  }
  if (!isLocal(listensOn) && address?.protocol !== "https:") {
    throw new BootError({ code: "listens-without-tls", host: listensOn });
  }
  for (const [variable, url] of Object.entries(databaseUrls)) {
    if (!url) continue;
    const { hostname, searchParams } = new URL(url);
    const mode = searchParams.get("sslmode") ?? "";
    if (isLocal(searchParams.get("host") ?? hostname) || mode === "disable" || CHECKED.has(mode)) continue;
    throw new BootError({ code: "database-without-tls", variable });
  }
}
