import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { listMutants } from "./list-mutants";

const folder = mkdtempSync(path.join(tmpdir(), "mutants-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the mutants of a folder", () => {
  it("are the same at each look, and none is in a test", async () => {
    writeFileSync(path.join(folder, "sum.ts"), "export const sum = (a: number, b: number): number => a + b;\n");
    writeFileSync(path.join(folder, "sum.test.ts"), "export const tested = 1 + 1;\n");
    const found = (await listMutants(folder)).map(({ fileName, mutatorName, replacement, location }) => {
      return { file: path.basename(fileName), mutatorName, replacement, start: location.start };
    });
    expect(found).toEqual([
      { file: "sum.ts", mutatorName: "ArrowFunction", replacement: "() => undefined", start: { line: 0, column: 19 } },
      { file: "sum.ts", mutatorName: "ArithmeticOperator", replacement: "a - b", start: { line: 0, column: 53 } },
    ]);
  });
});
