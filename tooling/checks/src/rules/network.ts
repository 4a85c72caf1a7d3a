/**
 * What opens a connection: requests of the browser and of Node, sockets, and the libraries that wrap them. Importing only
 * the types of a Node module opens nothing.
 */
export const NETWORK = new RegExp(
  [
    String.raw`\bfetch\(`,
    String.raw`\bnew (WebSocket|WebTransport|EventSource|XMLHttpRequest|RTCPeerConnection)\b`,
    String.raw`\bsendBeacon\b`,
    String.raw`^(?!\s*import type\b).*["']node:(https?|http2|net|tls|dgram|dns)(/promises)?["']`,
    String.raw`^(?!\s*import type\b).*\b(from|import|require)\b\s*\(?\s*["'](https?|http2|net|tls|dgram|dns)["']`,
    String.raw`\b(from|import|require)\b\s*\(?\s*["'](undici|axios|got|ky|node-fetch|ws|socket\.io(-client)?|nodemailer)["']`,
    String.raw`\b(httpLink|httpBatchLink|httpBatchStreamLink|httpSubscriptionLink|wsLink)\(`,
  ].join("|"),
);

/** The files that may, each for one reason. A folder of tests or tools is listed file by file like everything else. */
const FILES: readonly string[] = [
  // The browser's three ways to its own server.
  "apps/web/src/trpc/client.tsx",
  "apps/web/src/features/study-import/upload-file.ts",
  "apps/web/src/features/account/passkey-call.ts",
  // Taking back a phone that was handed over, without losing what is on the page.
  "apps/web/src/features/handover/take-back.ts",
  // Its way of saying goodbye to it without waiting.
  "apps/web/src/features/quick-exit/leave-quickly.ts",
  // The server itself, and reading an address somebody sent.
  "apps/web/server.mjs",
  "packages/auth/src/client-address.ts",
  // Finding a free port for the embedded database and for the app, and asking whether the app answers.
  "packages/db/src/embedded/server-process.ts",
  "tooling/bootstrap/src/free-port.ts",
  "tooling/bootstrap/src/web-server.ts",
  // Measurements of the running app.
  "apps/web/scripts/first-load-size.ts",
  "tooling/bench/src/bench-app.ts",
  "tooling/bench/src/change-bench.ts",
  "tooling/bench/src/cohorts-bench.ts",
  "tooling/bench/src/export-bench.ts",
  "tooling/bench/src/crowd-bench.ts",
  "tooling/bench/src/http-load.ts",
  "tooling/bench/src/import-bench.ts",
  "tooling/bench/src/laboratory-import-bench.ts",
  "tooling/bench/src/responsive-bench.ts",
  "tooling/bench/src/worklist-bench.ts",
  // Asks the running app in ways that no page can.
  "apps/web/e2e/specs/procedures.spec.ts",
  // Clients of the running app while it is killed.
  "tooling/crash/src/crash.ts",
  "tooling/crash/src/send-write.ts",
  // Tests that need a real socket.
  "apps/web/e2e/specs/import.spec.ts",
  "apps/web/e2e/specs/outcome.spec.ts",
  "apps/web/src/server/read-request.test.ts",
  "apps/web/src/server/stamp-client-address.test.ts",
  "packages/db/src/embedded/start-embedded.db-test.ts",
  "packages/db/src/migrate/try-server.test.ts",
  "tooling/bootstrap/src/free-port.test.ts",
  "tooling/bootstrap/src/open-database.test.ts",
];

/** Matches exactly the paths that may use the network. */
export const NETWORK_FILES = new RegExp(`^(${FILES.map((file) => file.replaceAll(".", "\\.")).join("|")})$`);
