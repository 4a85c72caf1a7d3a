import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "../../..");
const own = path.join(import.meta.dirname, "..");
const folder = mkdtempSync(path.join(tmpdir(), "oracle-"));
const name = "paired_t__anorexia_cbt.json";

function oracle(...options: string[]): { readonly code: number | null; readonly out: string } {
  const tsx = path.join(root, "node_modules/.bin/tsx");
  const { status, stdout } = spawnSync(tsx, [path.join(own, "src/oracle.ts"), ...options], { encoding: "utf8" });
  return { code: status, out: stdout };
}

afterAll(() => rmSync(folder, { recursive: true }));

describe("pnpm oracle", () => {
  cpSync(path.join(own, "data"), path.join(folder, "data"), { recursive: true });
  const original = readFileSync(path.join(own, "cases", name), "utf8");

  it("ends with 0 when every case passes", () => {
    writeFileSync(path.join(folder, name), original);
    const { code, out } = oracle(folder);
    expect(out).toContain("total 1 of 1 passed");
    expect(out).toContain("pass  ci95/0");
    expect(code).toBe(0);
  });

  it("ends with 1 when a number is wrong, and shows which", () => {
    writeFileSync(path.join(folder, name), original.replace('"n": 29', '"n": 30'));
    const { code, out } = oracle(folder, "--quiet");
    expect(out).toContain("FAIL  n  expected 30  got 29");
    expect(out).not.toContain("ci95");
    expect(code).toBe(1);
  });

  it("ends with 1 when a case is unsupported", () => {
    writeFileSync(path.join(folder, name), original.replace("ptest(", "unknown.test("));
    const { code, out } = oracle(folder, "--json");
    expect(JSON.parse(out)).toMatchObject([{ outcome: { kind: "unsupported", missing: "unknown.test" } }]);
    expect(code).toBe(1);
  });

  it("ends with 1 when a file is no case, and runs the others", () => {
    writeFileSync(path.join(folder, name), original);
    writeFileSync(path.join(folder, "broken.json"), '{"name": ');
    const { code, out } = oracle(folder);
    rmSync(path.join(folder, "broken.json"));
    expect(out).toContain("ERROR        broken.json: Not a case");
    expect(out).toContain("total 1 of 2 passed, 1 in error");
    expect(code).toBe(1);
  });

  it("ends with 2 when there is nothing to run", () => {
    expect(oracle(folder, "--family", "none").code).toBe(2);
    expect(oracle(path.join(folder, "nowhere")).code).toBe(2);
    expect(oracle().code).toBe(2);
  });
});
