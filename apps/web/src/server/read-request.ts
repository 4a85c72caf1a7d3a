import type { IncomingMessage } from "node:http";

/** The largest call: an assessment is some kilobytes, a wording pack some hundred. Files have a route of their own. */
const LARGEST_BYTES = 4 * 1024 * 1024;
/** A body longer than that is still read to its end, and thrown away, so that its sender hears the answer; up to here. */
const DISCARDED_BYTES = 64 * 1024 * 1024;

/**
 * A request as the Fetch standard knows it, with its whole body read. Only the path and query of its address mean
 * anything: host and scheme are what the client claims.
 *
 * @returns "too-large" when the body is longer than any call may be
 */
export async function readRequest(message: IncomingMessage): Promise<Request | "too-large"> {
  const method = message.method ?? "GET";
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  const url = new URL(`http://localhost${message.url?.startsWith("/") ? message.url : "/"}`);
  if (method === "GET" || method === "HEAD") return new Request(url, { method, headers });
  if (Number(message.headers["content-length"] ?? 0) > DISCARDED_BYTES) return "too-large";
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message) {
    length += chunk.length;
    if (length > DISCARDED_BYTES) return "too-large";
    if (length <= LARGEST_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (length > LARGEST_BYTES) return "too-large";
  return new Request(url, { method, headers, body: Buffer.concat(chunks) });
}
