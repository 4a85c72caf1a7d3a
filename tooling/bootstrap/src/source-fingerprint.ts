import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Folders and files whose content decides what `next build` makes. */
const SOURCES = ["apps/web", "packages", "tooling/typescript", "package.json", "pnpm-lock.yaml", "turbo.json"] as const;
const SKIPPED_FOLDERS = new Set([
  ...["node_modules", ".next", ".turbo", "generated", "migrations", "seed", "studies", "fixtures", "reference"],
  ...["e2e", "dist", "coverage", "test-results", "playwright-report"],
]);
const SKIPPED_FILES =
  /(\.(test|property\.test|db-test)\.tsx?|\.fixtures\.json|\.tsbuildinfo|\.md|\.R)$|^next-env\.d\.ts$/;

function* files(at: string): Generator<string> {
  const entries = readdirSync(at, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const child = path.join(at, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDERS.has(entry.name)) yield* files(child);
    } else if (entry.isFile() && !SKIPPED_FILES.test(entry.name)) {
      yield child;
    }
  }
}

/** One hash over every source file that the built application is made of; tests and documents do not count. */
export function sourceFingerprint(root: string): string {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    const at = path.join(root, source);
    if (!existsSync(at)) continue;
    const list = path.extname(source) === "" ? files(at) : [at];
    for (const file of list)
      hash
        .update(`${path.relative(root, file)}\n`)
        .update(readFileSync(file))
        .update("\n");
  }
  return hash.digest("hex");
}
