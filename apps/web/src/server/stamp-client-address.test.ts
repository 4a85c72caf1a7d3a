import { createServer, get, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { CLIENT_ADDRESS_HEADER } from "@alongside/auth/client-address";
import { describe, expect, it } from "vitest";
import { stampClientAddress } from "./stamp-client-address";

/** The headers a server sees of one real request that sent these. */
async function received(sent: Readonly<Record<string, string>>): Promise<IncomingHttpHeaders> {
  const server = createServer((request, response) => response.end(JSON.stringify(request.headers)));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const text = await new Promise<string>((done, failed) => {
    const request = get({ host: "127.0.0.1", port, headers: sent, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => done(Buffer.concat(chunks).toString()));
    });
    request.on("error", failed);
  });
  await new Promise((done) => server.close(done));
  return JSON.parse(text) as IncomingHttpHeaders;
}

describe("stampClientAddress", () => {
  it("overwrites what a client says about its own address", async () => {
    stampClientAddress("");
    const headers = await received({ [CLIENT_ADDRESS_HEADER]: "198.51.100.1", "x-forwarded-for": "198.51.100.2" });
    expect(headers[CLIENT_ADDRESS_HEADER]).toBe("127.0.0.1");
  });
});
