import { spawnSync } from "node:child_process";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { copyManifests, type FixtureTree, makeFixtureTree } from "./fixture-tree";
import { REPOSITORY_ROOT } from "./repository-root";

const made: FixtureTree[] = [];

/** A workspace with the real manifests and settings and no source. */
function makeWorkspace(): FixtureTree {
  const tree = makeFixtureTree();
  made.push(tree);
  copyManifests(tree);
  for (const file of ["package.json", "pnpm-workspace.yaml", "pnpm-lock.yaml", "turbo.json", "knip.json"])
    tree.copy(file);
  tree.copy("tooling/typescript/turbo.json");
  return tree;
}

function run(tree: FixtureTree, program: string, ...rest: readonly string[]): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(path.join(REPOSITORY_ROOT, "node_modules/.bin", program), rest, {
    cwd: tree.root,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
  });
  return { code: status, output: `${stdout}${stderr}` };
}

afterEach(() => {
  for (const tree of made.splice(0)) tree.remove();
});

describe("turbo boundaries", () => {
  it("passes on the real manifests", () => {
    expect(run(makeWorkspace(), "turbo", "boundaries")).toMatchObject({ code: 0 });
  });

  it("refuses a pure package that depends on one with data", () => {
    const tree = makeWorkspace();
    const manifest = { name: "@alongside/statistics", dependencies: { "@alongside/db": "workspace:*" } };
    tree.write("packages/statistics/package.json", JSON.stringify(manifest));
    const { code, output } = run(tree, "turbo", "boundaries");
    expect(code).toBe(1);
    expect(output).toContain("without any tag listed in allowlist");
  });

  it("refuses an import that the manifest does not declare", () => {
    const tree = makeWorkspace();
    tree.write("packages/domain/src/undeclared.ts", 'import "@alongside/statistics/mean";\n');
    const { code, output } = run(tree, "turbo", "boundaries");
    expect(code).toBe(1);
    expect(output).toContain("cannot import package `@alongside/statistics`");
  });

  it("refuses a relative path into another package", () => {
    const tree = makeWorkspace();
    tree.write("packages/statistics/src/mean.ts", "export const mean = 1;\n");
    tree.write("packages/analysis/src/reach.ts", 'import "../../statistics/src/mean";\n');
    const { code, output } = run(tree, "turbo", "boundaries");
    expect(code).toBe(1);
    expect(output).toContain("leaves the package");
  });
});

describe("knip", () => {
  it("reports an export nobody uses, a file nobody imports and a dependency nobody needs", () => {
    const tree = makeWorkspace();
    tree.write("packages/domain/src/score.ts", "export const used = 1;\nexport const forgotten = 2;\n");
    tree.write("packages/domain/src/score.test.ts", 'import { used } from "./score";\nused;\n');
    tree.write("apps/web/src/features/change/orphan.ts", "export const orphan = 1;\n");
    const { code, output } = run(tree, "knip", "--no-progress", "--no-config-hints");
    expect(code).toBe(1);
    expect(output).toMatch(/Unused exports[\s\S]*forgotten/);
    expect(output).not.toMatch(/^used /m);
    expect(output).toMatch(/Unused files[\s\S]*orphan\.ts/);
    expect(output).toMatch(/Unused dependencies[\s\S]*superjson\s+packages\/api/);
  });
});

describe("sherif", () => {
  it("passes on the real manifests", () => {
    expect(run(makeWorkspace(), "sherif", "--fail-on-warnings")).toMatchObject({ code: 0 });
  });

  it("refuses two versions of one dependency", () => {
    const tree = makeWorkspace();
    for (const [name, version] of [
      ["domain", "4.0.0"],
      ["api", "4.1.0"],
    ] as const) {
      const manifest = { name: `@alongside/${name}`, private: true, dependencies: { zod: version } };
      tree.write(`packages/${name}/package.json`, JSON.stringify(manifest));
    }
    const { code, output } = run(tree, "sherif", "--fail-on-warnings");
    expect(code).toBe(1);
    expect(output).toContain("multiple-dependency-versions");
  });
});
