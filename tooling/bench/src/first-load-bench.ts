import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { ROOT } from "@alongside/bootstrap-tooling/settings";
import type { BenchApp } from "./bench-app";
import type { Figure } from "./figure";

const SCRIPT = path.join(ROOT, "apps", "web", "scripts", "first-load-size.ts");
const PAGES = [
  { what: "sign-in", path: "/sign-in", signedIn: false, atMost: 175 },
  { what: "Collect", path: "/p/demo/collect", signedIn: true, atMost: 220 },
] as const;

/** Gzipped JavaScript that a page's HTML names, in kB of 1000 bytes. */
export async function firstLoadBench(app: BenchApp): Promise<readonly Figure[]> {
  return Promise.all(
    PAGES.map(async ({ what, path: page, signedIn, atMost }): Promise<Figure> => {
      const url = new URL(page, app.address).href;
      const args = ["--import", "tsx", SCRIPT, url, ...(signedIn ? [app.headers.cookie ?? ""] : [])];
      const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
      const { scriptBytes } = JSON.parse(stdout);
      const aim = { comparison: "at-most", value: atMost } as const;
      return { bench: "js", what: `first load of ${what}`, value: Number(scriptBytes) / 1000, unit: "kB", aim };
    }),
  );
}
