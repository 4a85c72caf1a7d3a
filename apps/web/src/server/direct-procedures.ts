import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { answerProcedures, PROCEDURES_PATH } from "./procedures";
import { readRequest } from "./read-request";
import { SECURITY_HEADERS } from "./security-headers";

/** Answers a request if it is for the procedures. False when it is not: then nothing has been done with it. */
export type AnswerDirectly = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Smaller answers fit in one packet anyway. */
const COMPRESSED_FROM_BYTES = 1400;
const compress = promisify(gzip);

/**
 * Answers calls of procedures without the web framework, whose own share of such a request is more than that of
 * everything else (docs/decisions/0008-serving-trpc.md). For the server in server.mjs.
 */
export const answerDirectly: AnswerDirectly = (request, response) => {
  if (!request.url?.startsWith(`${PROCEDURES_PATH}/`)) return false;
  // What the procedures throw is answered inside; what is left is a connection that broke.
  answer(request, response).catch(() => response.destroy());
  return true;
};

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const read = await readRequest(request);
  for (const { key, value } of SECURITY_HEADERS) response.setHeader(key, value);
  if (read === "too-large") {
    response.writeHead(413, { connection: "close" }).end();
    return;
  }
  const answered = await answerProcedures(read);
  const body = Buffer.from(await answered.arrayBuffer());
  for (const [name, value] of answered.headers) response.setHeader(name, value);
  response.appendHeader("vary", "accept-encoding");
  response.statusCode = answered.status;
  const small = body.length < COMPRESSED_FROM_BYTES;
  const sent = small || !acceptsGzip(request) ? body : await compress(body);
  if (sent !== body) response.setHeader("content-encoding", "gzip");
  response.setHeader("content-length", sent.length);
  response.end(request.method === "HEAD" ? undefined : sent);
}

function acceptsGzip(request: IncomingMessage): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(request.headers["accept-encoding"] ?? ""));
}
