import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { nodeComplaint } from "../first.cjs";

test.each(["20.19.0", "20.20.2", "22.12.0", "22.23.3", "24.0.0", "26.1.0"])("Node %s will do", (version) => {
  expect(nodeComplaint(version)).toBe("");
});

test.each(["0.12.18", "8.17.0", "10.19.0", "18.20.4", "20.18.3", "22.11.0"])("Node %s is too old", (version) => {
  const complaint = nodeComplaint(version);
  expect(complaint).toContain("20.19 or newer of an even (long-term) line");
  expect(complaint).toContain("too old");
  expect(complaint).toContain(version);
  expect(complaint).toContain("https://nodejs.org");
});

test.each(["21.7.3", "23.11.0"])("Node %s is newer than 20.19, and told that its line is the trouble", (version) => {
  const complaint = nodeComplaint(version);
  expect(complaint).toContain("20.19 or newer of an even (long-term) line");
  expect(complaint).toContain(`${version}, of a short-lived line`);
  expect(complaint).not.toContain("too old");
});

test("the first file keeps to syntax that every Node can parse", () => {
  const source = readFileSync(path.join(import.meta.dirname, "../first.cjs"), "utf8");
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").replaceAll(/"(?:\\.|[^"\\])*"/g, '""');
  expect(code).not.toMatch(/=>|`|\b(?:const|let|class|async|await|import|export)\b|\?\.|\?\?|\.\.\./);
});
