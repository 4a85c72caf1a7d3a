import { BootError } from "./boot-failure";

/** Host and port of a PostgreSQL address. Throws `database-url-invalid`. */
export function databaseHost(url: string): string {
  try {
    const parsed = new URL(url);
    if (!/^postgres(ql)?:$/.test(parsed.protocol)) throw new BootError({ code: "database-url-invalid" });
    return parsed.host === "" ? "localhost" : parsed.host;
  } catch {
    throw new BootError({ code: "database-url-invalid" });
  }
}
