import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyManifests, makeFixtureTree, stubLibrary } from "./fixture-tree";
import { CIRCLE, INNOCENT, STUBBED_LIBRARIES, TARGETS, VIOLATIONS } from "./import-rules.fixture";
import { REPOSITORY_ROOT } from "./repository-root";

interface Reported {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

const tree = makeFixtureTree();
const reported = new Map<string, readonly string[]>();
const configuration: { readonly forbidden: readonly { readonly name: string; readonly comment: string }[] } =
  createRequire(import.meta.url)(path.join(REPOSITORY_ROOT, ".dependency-cruiser.cjs"));

beforeAll(() => {
  copyManifests(tree);
  tree.copy("tooling/checks/cruiser.tsconfig.json");
  for (const library of STUBBED_LIBRARIES) stubLibrary(tree, library);
  for (const [file, source] of [...Object.entries(TARGETS), ...Object.entries(INNOCENT)]) tree.write(file, source);
  for (const { path: file, source } of [...VIOLATIONS, CIRCLE]) tree.write(file, source);
  const run = spawnSync(
    process.execPath,
    [
      path.join(REPOSITORY_ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
      ...[
        "packages",
        "apps",
        "--config",
        path.join(REPOSITORY_ROOT, ".dependency-cruiser.cjs"),
        "--output-type",
        "json",
      ],
    ],
    { cwd: tree.root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  const report: Reported = JSON.parse(run.stdout);
  for (const { from, rule } of report.summary.violations) {
    reported.set(from, [...(reported.get(from) ?? []), rule.name]);
  }
}, 30_000);
afterAll(() => tree.remove());

describe("import rules", () => {
  it.each(VIOLATIONS)("$rule fires", ({ rule, path: file }) => {
    expect(reported.get(file) ?? []).toContain(rule);
  });

  it("proves every rule there is", () => {
    const proven = VIOLATIONS.map(({ rule }) => rule);
    expect(configuration.forbidden.map(({ name }) => name).toSorted()).toEqual(proven.toSorted());
  });

  it.each([...Object.keys(INNOCENT), ...Object.keys(TARGETS)])("leaves %s alone", (file) => {
    expect(reported.get(file) ?? []).toEqual([]);
  });

  it("says in each message where the code belongs", () => {
    for (const { name, comment } of configuration.forbidden) expect(comment.length, name).toBeGreaterThan(40);
  });
});
