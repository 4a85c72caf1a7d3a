import { describe, expect, it } from "vitest";
import { treeOf } from "../source-tree";
import { checkCatalog } from "./catalog";

const workspace = (entry: string): string =>
  `packages:\n  - apps/*\ncatalog:\n  zod: 4.6.7\n  ${entry}\n\noverrides:\n  a: ^1\n`;

describe("catalog", () => {
  it.each(["dependencies", "devDependencies", "optionalDependencies"])("refuses a version in %s", (group) => {
    const manifest = JSON.stringify({ [group]: { zod: "^4.0.0" } });
    const findings = checkCatalog(treeOf({ "packages/domain/package.json": manifest }));
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('zod says "^4.0.0"')]);
  });

  it("accepts catalog and workspace", () => {
    const manifest = JSON.stringify({ dependencies: { zod: "catalog:", "@alongside/domain": "workspace:*" } });
    expect(checkCatalog(treeOf({ "packages/db/package.json": manifest }))).toEqual([]);
  });

  it.each(["react: ^19.0.0", "react: latest", "react: 19"])("refuses the inexact %s", (entry) => {
    const findings = checkCatalog(treeOf({ "pnpm-workspace.yaml": workspace(entry) }));
    expect(findings.map(({ line }) => line)).toEqual([5]);
  });

  it.each(["react: 19.3.1", '"@a/b": 18.4.0-beta.17'])("accepts the exact %s", (entry) => {
    expect(checkCatalog(treeOf({ "pnpm-workspace.yaml": workspace(entry) }))).toEqual([]);
  });
});
