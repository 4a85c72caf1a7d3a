import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The files a check looks at. `read` gives the text of one of `paths`; all paths are relative, with forward slashes. */
export interface SourceTree {
  readonly paths: readonly string[];
  readonly read: (relativePath: string) => string;
}

/** One thing wrong in one place. */
export interface Finding {
  readonly rule: string;
  readonly path: string;
  readonly line?: number;
  readonly message: string;
}

/** Never ours to check: installed, built or recorded by a tool. */
const OUTSIDE = new Set([
  ...["node_modules", ".git", ".next", ".next-bench", ".turbo", "dist", "coverage", ".data", "generated"],
  ...["test-results", "playwright-report"],
]);

/** Reads the tree under `root` lazily: names now, text when asked. */
export function readSourceTree(root: string): SourceTree {
  const paths = readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => !OUTSIDE.has(name))
    .flatMap((entry) => (entry.isDirectory() ? walk(root, entry.name) : [entry.name]));
  return { paths: paths.toSorted(), read: (relativePath) => readFileSync(path.join(root, relativePath), "utf8") };
}

function walk(root: string, folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (OUTSIDE.has(entry.name)) return [];
    const relativePath = `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(root, relativePath) : [relativePath];
  });
}

/** A tree made of the given texts, for tests. */
export function treeOf(files: Readonly<Record<string, string>>): SourceTree {
  return { paths: Object.keys(files).toSorted(), read: (relativePath) => files[relativePath] ?? "" };
}
