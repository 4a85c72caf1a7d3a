import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { ROOT } from "@alongside/bootstrap-tooling/settings";
import type { Figure } from "./figure";

const CASES = 100_000;
const API = path.join(ROOT, "packages", "api");

/**
 * A hundred thousand spoilt calls of all procedures on a database of their own (packages/api/src/fuzz.db-test.ts), of
 * which the tests try some thousands. Takes minutes, so it runs only when asked for by name. Throws when one of them
 * ends in an unforeseen error, hangs, or leaves something half done.
 */
export async function fuzzBench(): Promise<readonly Figure[]> {
  const vitest = path.join(
    path.dirname(createRequire(path.join(API, "package.json")).resolve("vitest/package.json")),
    "vitest.mjs",
  );
  const began = performance.now();
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [vitest, "run", "--project", "db", "src/fuzz.db-test.ts"], {
      cwd: API,
      env: { ...process.env, ALONGSIDE_FUZZ_CASES: String(CASES) },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", reject).on("close", resolve);
  });
  if (code !== 0) throw new Error("A spoilt call was not answered as it should be; see above.");
  const perCall = (performance.now() - began) / CASES;
  return [
    { bench: "fuzz", what: "spoilt calls, all answered or refused in words", value: CASES, unit: "" },
    { bench: "fuzz", what: "mean time of a call, with a look at every table after it", value: perCall, unit: "ms" },
  ];
}
