import { spawnSync } from "node:child_process";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyManifests, makeFixtureTree } from "./fixture-tree";
import { LINT_CYCLE, LINT_INNOCENT, LINT_VIOLATIONS } from "./lint-rules.fixture";
import { REPOSITORY_ROOT } from "./repository-root";

interface LintReport {
  readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: string } }[];
}

const tree = makeFixtureTree();
const reported = new Map<string, readonly string[]>();

beforeAll(() => {
  copyManifests(tree);
  for (const file of ["biome.json", ".gitignore", "package.json"]) tree.copy(file);
  for (const [file, source] of Object.entries(LINT_INNOCENT)) tree.write(file, source);
  for (const { path: file, source } of [...LINT_VIOLATIONS, LINT_CYCLE]) tree.write(file, source);
  const run = spawnSync(
    path.join(REPOSITORY_ROOT, "node_modules/.bin/biome"),
    ["ci", "--colors=off", "--reporter=json", "--max-diagnostics=none", "packages", "apps", "tooling"],
    { cwd: tree.root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  const report: LintReport = JSON.parse(run.stdout);
  for (const { category, location } of report.diagnostics) {
    const file = path.isAbsolute(location.path) ? path.relative(tree.root, location.path) : location.path;
    reported.set(file, [...(reported.get(file) ?? []), category]);
  }
}, 30_000);
afterAll(() => tree.remove());

describe("lint rules", () => {
  it.each(LINT_VIOLATIONS)("$rule fires", ({ rule, path: file }) => {
    expect(reported.get(file) ?? []).toContain(rule);
  });

  it.each(Object.keys(LINT_INNOCENT))("leaves %s alone", (file) => {
    expect(reported.get(file) ?? []).toEqual([]);
  });
});
