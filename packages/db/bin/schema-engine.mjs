#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which is downloaded from outside the package registry. It speaks the
// engine's protocol (JSON-RPC, one message a line, over stdin and stdout) and answers with the WASM build of the same
// engine. prisma.config.ts points the Prisma command line here.
import { createInterface } from "node:readline";
import { runDatabaseCommand } from "./schema-engine/database-command.mjs";

/** The commit in the version of @prisma/schema-engine-wasm; the command line only prints it. */
const ENGINE_COMMIT = "0edf323efd1d98336f3f0a68684b56f689b900d3";
/** Methods whose name in the WASM build differs from the protocol's. */
const RENAMED = { getDatabaseVersion: "version" };
/** JSON-RPC code the native engine uses for errors with a Prisma error code. */
const KNOWN_ERROR = 4466;

function parseArguments(args) {
  const options = { datamodels: [], datasource: undefined, version: false, rest: [] };
  for (let at = 0; at < args.length; at++) {
    switch (args[at]) {
      case "--datamodels":
        options.datamodels.push(args[++at]);
        break;
      case "--datasource":
        options.datasource = JSON.parse(args[++at]);
        break;
      case "--enabled-preview-features":
      case "--extension-types":
        at++;
        break;
      case "--version":
      case "-V":
        options.version = true;
        break;
      default:
        options.rest.push(args[at]);
    }
  }
  return options;
}

function writeLog(level, fields) {
  process.stderr.write(`${JSON.stringify({ level, target: "schema_engine::logger", fields })}\n`);
}

function serve(options, url) {
  let engine;
  let nextPrintId = 1_000_000;
  const awaitingPrint = new Map();
  const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

  // `migrate diff` expects its text as a request from engine to command line, answered before the result arrives.
  const print = (content) =>
    new Promise((resolve) => {
      const id = nextPrintId++;
      awaitingPrint.set(id, resolve);
      send({ id, method: "print", params: { content } });
    });

  async function answer(request) {
    const { openEngine } = await import("./schema-engine/wasm-engine.mjs");
    engine ??= await openEngine({
      url,
      datamodels: options.datamodels,
      log: (text) => writeLog("INFO", { message: String(text) }),
    });
    const method = RENAMED[request.method] ?? request.method;
    if (typeof engine[method] !== "function") throw new Error(`the WASM engine has no method ${request.method}`);
    const result = await engine[method](request.params);
    if (method === "diff" && typeof result?.stdout === "string") await print(result.stdout);
    return result ?? null;
  }

  async function respond(request) {
    try {
      send({ id: request.id, result: await answer(request) });
    } catch (error) {
      const message = error.message || String(error);
      const data = { is_panic: false, message, meta: error.meta ?? null, error_code: error.code ?? null };
      send({ id: request.id, error: { code: KNOWN_ERROR, message, data } });
    }
  }

  let queue = Promise.resolve();
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  lines.on("line", (line) => {
    if (line.trim() === "") return;
    const message = JSON.parse(line);
    if (message.method === undefined) {
      awaitingPrint.get(message.id)?.();
      awaitingPrint.delete(message.id);
      return;
    }
    queue = queue.then(() => respond(message));
  });
  lines.on("close", () => queue.finally(() => process.exit(0)));
}

const options = parseArguments(process.argv.slice(2));
const url = options.datasource?.url ?? process.env.DATABASE_URL ?? "postgresql://app:app@127.0.0.1:5432/app";
if (options.version) {
  console.log(`schema-engine-cli ${ENGINE_COMMIT}`);
} else if (options.rest[0] === "cli") {
  const failure = await runDatabaseCommand(options.rest.at(-1), url);
  if (failure) {
    // The command line discards the first line of what it reads here.
    process.stderr.write("\n");
    writeLog("ERROR", { message: failure.message, error_code: failure.code });
    process.exitCode = 1;
  }
} else {
  serve(options, url);
}
