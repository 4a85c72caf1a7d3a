import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeFixtureTree } from "./fixture-tree";
import { REPOSITORY_ROOT } from "./repository-root";

const tree = makeFixtureTree();
afterAll(() => tree.remove());

/** Runs the tests of the throw-away workspace as `pnpm verify` runs ours, and gives each one's state by its name. */
function runTests(): Readonly<Record<string, string>> {
  tree.copy("vitest.verify.config.ts");
  symlinkSync(path.join(REPOSITORY_ROOT, "node_modules"), path.join(tree.root, "node_modules"));
  const run = spawnSync(
    path.join(REPOSITORY_ROOT, "node_modules/.bin/vitest"),
    ["run", "--config=vitest.verify.config.ts", "--reporter=json"],
    { cwd: tree.root, encoding: "utf8" },
  );
  const report: {
    readonly testResults: readonly {
      readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
    }[];
  } = JSON.parse(run.stdout);
  return Object.fromEntries(
    report.testResults.flatMap(({ assertionResults }) => assertionResults.map(({ title, status }) => [title, status])),
  );
}

describe("the settings of the tests", () => {
  it("fail a test that asserts nothing, in packages, screens and tools", () => {
    const places = ["packages/domain/src/here", "apps/web/src/here", "tooling/checks/src/here"];
    for (const place of places) {
      tree.write(
        `${place}.test.ts`,
        `import { expect, it } from "vitest";\nit("${place} silent", () => {});\nit("${place} sound", () => expect(1 + 1).toBe(2));\n`,
      );
    }
    const expected = places.flatMap((place) => [
      [`${place} silent`, "failed"],
      [`${place} sound`, "passed"],
    ]);
    expect(runTests()).toEqual(Object.fromEntries(expected));
  });
});
