import { BootError } from "./boot-failure";

const DEFAULT_PORT = "5432";

/** Host and port of a PostgreSQL address, without user and password. Throws `database-url-invalid`. */
export function databaseHost(url: string): string {
  try {
    const parsed = new URL(url);
    if (!/^postgres(ql)?:$/.test(parsed.protocol)) throw new BootError({ code: "database-url-invalid" });
    const named = parsed.searchParams.get("host") || parsed.hostname || "localhost";
    return `${named}:${parsed.port || DEFAULT_PORT}`;
  } catch {
    throw new BootError({ code: "database-url-invalid" });
  }
}
