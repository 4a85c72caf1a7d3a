// @ts-check
// The server of `npm start`: calls of procedures are answered directly, everything else by Next. Why, and what it gains:
// docs/decisions/0008-serving-trpc.md. In development `next dev` does both.
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import next from "next";

/** Time for requests under way once the server is told to end. */
const GRACE_MS = 8_000;

const { values } = parseArgs({
  options: { port: { type: "string", default: "3000" }, hostname: { type: "string", default: "127.0.0.1" } },
});
const port = Number(values.port);
const hostname = values.hostname;

const app = next({ dev: false, dir: import.meta.dirname, hostname, port });
await app.prepare();
const answerWithNext = app.getRequestHandler();

/**
 * What src/instrumentation.ts leaves behind when Next has run it, a moment after `prepare`. Until then Next answers.
 * @returns {import("./src/server/direct-procedures").AnswerDirectly | undefined}
 */
function directly() {
  return Reflect.get(globalThis, "alongsideAnswerDirectly");
}

/** @returns {import("./src/server/turn-away").TurnAway | undefined} */
function turnAway() {
  return Reflect.get(globalThis, "alongsideTurnAway");
}

/** What this site is asked with. TRACE would repeat a request with its cookies, and nothing here answers the others. */
const METHODS = new Set(["GET", "HEAD", "POST"]);

/**
 * What every answer carries, whoever writes it.
 * @returns {((url?: string) => Readonly<Record<string, string>>) | undefined}
 */
function standingHeaders() {
  return Reflect.get(globalThis, "alongsideHeaders");
}

/**
 * Over TLS, which cookies of a request count.
 * @returns {((header?: string) => string | undefined) | undefined}
 */
function countedCookies() {
  return Reflect.get(globalThis, "alongsideCookies");
}

/** Forms are some hundred bytes. Study files have a limit of their own, in their route. */
const LARGEST_FORM_BYTES = 64 * 1024;
const FILES_PATH = "/api/study-import";

/**
 * A body that is longer than any form, or does not say how long it is, is refused before anything reads it.
 * @param {import("node:http").IncomingMessage} request
 */
function bodyIsTooLarge(request) {
  if (request.url?.startsWith(FILES_PATH)) return false;
  if (request.headers["transfer-encoding"] !== undefined) return true;
  return Number(request.headers["content-length"] ?? 0) > LARGEST_FORM_BYTES;
}

/** False where an address is not even text, such as half a character in percent signs. @param {string | undefined} url */
function isReadable(url) {
  try {
    return decodeURI(url ?? "/") !== "";
  } catch {
    return false;
  }
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function answer(request, response) {
  for (const [name, value] of Object.entries(standingHeaders()?.(request.url) ?? {})) response.setHeader(name, value);
  if (!METHODS.has(request.method ?? "")) {
    response.writeHead(405, { allow: [...METHODS].join(", "), connection: "close" }).end();
    return;
  }
  if (!isReadable(request.url)) {
    response.writeHead(400, { connection: "close" }).end();
    return;
  }
  const counted = countedCookies();
  if (counted) request.headers.cookie = counted(request.headers.cookie);
  if (await turnAway()?.(request, response)) return;
  if (directly()?.(request, response)) return;
  if (bodyIsTooLarge(request)) response.writeHead(413, { connection: "close" }).end();
  else await answerWithNext(request, response);
}

const server = createServer((request, response) => {
  answer(request, response).catch(() => response.destroy());
});
// Longer than any proxy or browser keeps a connection that rests (nginx 60 s): the side that closes must not be this one,
// or a request that is just on its way meets a closed door.
server.keepAliveTimeout = 75_000;
server.headersTimeout = 80_000;
server.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
server.listen(port, hostname);

function end() {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), GRACE_MS).unref();
}
process.once("SIGTERM", end).once("SIGINT", end);
