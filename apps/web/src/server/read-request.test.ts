import { once } from "node:events";
import { createServer, request } from "node:http";
import { afterAll, describe, expect, it } from "vitest";
import { readRequest } from "./read-request";

const server = createServer();

/** What `readRequest` makes of one request as it arrives over a socket. */
async function received(options: {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: readonly (string | Buffer)[];
}): Promise<Request | "too-large"> {
  if (!server.listening) await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const result = new Promise<Request | "too-large">((resolve, reject) => {
    server.once("request", (message, response) => {
      readRequest(message)
        .then(resolve, reject)
        .finally(() => response.end());
    });
  });
  const { method, path } = options;
  const sent = request({ port, method, path, headers: { ...options.headers }, agent: false });
  // The server may hang up on what is too large.
  sent.on("error", () => {});
  for (const piece of options.body ?? []) sent.write(piece);
  sent.end();
  const read = await result;
  sent.destroy();
  return read;
}

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("readRequest", () => {
  it("reads method, path, query, headers and a body that comes in pieces", async () => {
    const headers = { cookie: "a=1", "x-many": ["one", "two"] };
    const read = await received({ method: "POST", path: "/api/trpc/a.b?batch=1", headers, body: ['{"json"', ":1}"] });
    if (read === "too-large") throw new Error("too large");
    expect(read.method).toBe("POST");
    expect(new URL(read.url).pathname + new URL(read.url).search).toBe("/api/trpc/a.b?batch=1");
    expect(read.headers.get("cookie")).toBe("a=1");
    expect(read.headers.get("x-many")).toBe("one, two");
    expect(await read.json()).toEqual({ json: 1 });
  });

  it("lets no path lead to another host", async () => {
    const read = await received({ method: "GET", path: "//elsewhere.example/api/trpc/a" });
    expect(read === "too-large" ? read : new URL(read.url).host).toBe("localhost");
  });

  it("gives up on a body that says or shows that it is too long", async () => {
    const megabyte = Buffer.alloc(1024 * 1024);
    const headers = { "content-length": String(65 * megabyte.length) };
    expect(await received({ method: "POST", path: "/", headers, body: [] })).toBe("too-large");
    expect(await received({ method: "POST", path: "/", body: Array.from({ length: 5 }, () => megabyte) })).toBe(
      "too-large",
    );
  });
});
