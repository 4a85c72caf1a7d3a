import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Plan, Repository } from "./plan";

/** The tree under `root`, for plans to look at. */
export function openRepository(root: string): Repository {
  return {
    exists: (relativePath) => existsSync(path.join(root, relativePath)),
    read: (relativePath) => readFileSync(path.join(root, relativePath), "utf8"),
    list: (folder) => readdirSync(path.join(root, folder)),
  };
}

/**
 * Carries a plan out and returns the paths touched. All or nothing: it throws before writing when a file is there already
 * or an edit does not find its place.
 */
export function applyPlan(plan: Plan, root: string): readonly string[] {
  const repository = openRepository(root);
  const taken = plan.files.filter(({ path: file }) => repository.exists(file));
  if (taken.length > 0) throw new Error(`Already there: ${taken.map(({ path: file }) => file).join(", ")}`);
  const edited = plan.edits.map(({ path: file, edit }) => ({ path: file, content: edit(repository.read(file)) }));
  for (const { path: file, content } of [...plan.files, ...edited]) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  }
  return [...plan.files, ...edited].map(({ path: file }) => file);
}
