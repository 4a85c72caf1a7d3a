import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { REPOSITORY_ROOT } from "./repository-root";

/** A throw-away workspace for proving that a guardrail fires. Paths are relative to its root. */
export interface FixtureTree {
  readonly root: string;
  readonly write: (relativePath: string, content: string) => void;
  readonly copy: (relativePath: string) => void;
  readonly remove: () => void;
}

/** Makes an empty folder under the system's temporary folder. The caller removes it. */
export function makeFixtureTree(): FixtureTree {
  const root = mkdtempSync(path.join(tmpdir(), "alongside-guardrail-"));
  const write = (relativePath: string, content: string): void => {
    const target = path.join(root, relativePath);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  };
  return {
    root,
    write,
    copy: (relativePath) => {
      const target = path.join(root, relativePath);
      mkdirSync(path.dirname(target), { recursive: true });
      cpSync(path.join(REPOSITORY_ROOT, relativePath), target, { recursive: true });
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Copies every workspace manifest, so that exports maps and declared dependencies are the real ones, and links them. */
export function copyManifests(tree: FixtureTree): void {
  for (const group of ["apps", "packages", "tooling"]) {
    for (const name of readdirSync(path.join(REPOSITORY_ROOT, group))) {
      tree.copy(`${group}/${name}/package.json`);
      if (name !== "typescript" || group !== "tooling") tree.copy(`${group}/${name}/turbo.json`);
      if (group !== "packages") continue;
      mkdirSync(path.join(tree.root, "node_modules/@alongside"), { recursive: true });
      symlinkSync(path.join(tree.root, group, name), path.join(tree.root, "node_modules/@alongside", name));
    }
  }
}

/** Puts a one-line stand-in for a library where an import of it resolves. `entry` may be a subpath such as next/headers. */
export function stubLibrary(tree: FixtureTree, entry: string): void {
  const segments = entry.split("/");
  const name = segments.slice(0, entry.startsWith("@") ? 2 : 1).join("/");
  const rest = segments.slice(entry.startsWith("@") ? 2 : 1).join("/");
  tree.write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
  tree.write(`node_modules/${name}/${rest === "" ? "index" : rest}.js`, "export const stub = 1;\n");
}
