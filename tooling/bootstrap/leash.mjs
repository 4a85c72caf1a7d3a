// Loaded into the web server with `node --import`. Its standard input is a pipe from the process that started it; when
// that process dies, however it dies, the pipe closes and the server ends too instead of holding the port for ever.
// Threads of the server load this too, and their standard input is closed from the start: they are not on the leash.
import { isMainThread } from "node:worker_threads";

const GRACE_MS = 5_000;

function holdLeash() {
  process.stdin
    .on("error", () => {})
    .on("close", () => {
      process.kill(process.pid, "SIGTERM");
      setTimeout(() => process.exit(1), GRACE_MS).unref();
    });
  process.stdin.resume();
  // The pipe alone must not keep the process alive.
  if ("unref" in process.stdin && typeof process.stdin.unref === "function") process.stdin.unref();
}

if (isMainThread) holdLeash();
