import { createServer, type Socket } from "node:net";
import { expect, test } from "vitest";
import { tryServer } from "./try-server";

/** A listener on a free port of this machine, for as long as `work` takes. */
async function withListener<T>(onConnection: (socket: Socket) => void, work: (port: number) => Promise<T>): Promise<T> {
  const sockets: Socket[] = [];
  const listener = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => {});
    onConnection(socket);
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const address = listener.address();
  try {
    return await work(typeof address === "object" && address !== null ? address.port : 0);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => listener.close(resolve));
  }
}

const urlAt = (port: number) => `postgresql://user:hidden@127.0.0.1:${port}/alongside`;

test("a server that takes the connection and never answers is given up", async () => {
  const reason = await withListener(
    () => {},
    (port) => tryServer(urlAt(port), 1_000),
  );
  expect(reason).toBe("it did not answer within 1 s");
});

test("a port where nobody listens is refused, and the password is not told", async () => {
  const free = await withListener(
    () => {},
    async (port) => port,
  );
  const reason = await tryServer(urlAt(free), 10_000);
  expect(reason).toContain("ECONNREFUSED");
  expect(reason).not.toContain("hidden");
});

test("a program that is not a database and hangs up is no server", async () => {
  const reason = await withListener(
    (socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"),
    (port) => tryServer(urlAt(port), 10_000),
  );
  expect(reason).toMatch(/\S/);
});
