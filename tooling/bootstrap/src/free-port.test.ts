import net from "node:net";
import { afterEach, expect, test } from "vitest";
import { BootError } from "./boot-failure";
import { parsePort, pickPort, portState } from "./free-port";

const servers: net.Server[] = [];

function occupy(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once("error", reject);
    servers.push(server);
    server.listen({ host, port }, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}

afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

test("PORT unset or empty means 3000", () => {
  expect(parsePort(undefined)).toBe(3000);
  expect(parsePort(" ")).toBe(3000);
  expect(parsePort("8080")).toBe(8080);
});

test.each(["0", "65536", "-1", "3000.5", "abc", "0x10", "1e3"])("PORT %s is refused", (given) => {
  expect(() => parsePort(given)).toThrow(BootError);
});

test("a taken port is passed over for the next free one", async () => {
  const taken = await occupy("127.0.0.1", 0);
  expect(await portState(taken, "127.0.0.1")).toBe("taken");
  expect(await pickPort(taken, "127.0.0.1")).toBeGreaterThan(taken);
});

test("a program that listens on every address counts as taking the port", async () => {
  const taken = await occupy("0.0.0.0", 0);
  expect(await portState(taken, "127.0.0.1")).toBe("taken");
});

test("when the last port there is is taken, the failure names the range", async () => {
  await occupy("127.0.0.1", 65_535).catch(() => 0);
  await expect(pickPort(65_535, "127.0.0.1")).rejects.toMatchObject({
    failure: { code: "ports-taken", first: 65_535, last: 65_535 },
  });
});
