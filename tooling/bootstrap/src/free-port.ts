import net from "node:net";
import { BootError } from "./boot-failure";

/** How many ports are tried from the first one upwards. */
const TRIES = 50;

/** Reads PORT; 3000 when unset. Throws `port-invalid`. */
export function parsePort(given: string | undefined): number {
  if (given === undefined || given.trim() === "") return 3000;
  const port = Number(given);
  if (!/^\d+$/.test(given.trim()) || port < 1 || port > 65_535) throw new BootError({ code: "port-invalid", given });
  return port;
}

function tryListen(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error) => resolve("code" in error ? String(error.code) : "unknown"));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve("")));
  });
}

/**
 * Can a server listen there? `localhost` may mean either loopback address, so both must be free; a machine without
 * IPv6 has only one.
 */
export async function portState(port: number, host: string): Promise<"free" | "taken" | "not-allowed"> {
  const addresses = host === "127.0.0.1" ? ["127.0.0.1", "::1"] : [host];
  for (const address of addresses) {
    const problem = await tryListen(address, port);
    if (problem === "EADDRINUSE") return "taken";
    if (problem === "EACCES") return "not-allowed";
  }
  return "free";
}

/**
 * The first free port from `first` upwards.
 * Throws `ports-taken`, or `port-not-allowed` when the operating system keeps `first` for itself.
 */
export async function pickPort(first: number, host: string): Promise<number> {
  const last = Math.min(first + TRIES - 1, 65_535);
  for (let port = first; port <= last; port += 1) {
    const state = await portState(port, host);
    if (state === "free") return port;
    if (state === "not-allowed") throw new BootError({ code: "port-not-allowed", port });
  }
  throw new BootError({ code: "ports-taken", first, last });
}
