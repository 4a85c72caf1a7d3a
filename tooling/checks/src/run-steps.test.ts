import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeFixtureTree } from "./fixture-tree";
import { runSteps } from "./run-steps";
import { readTestCounts } from "./test-counts";

const tree = makeFixtureTree();
afterAll(() => tree.remove());

const node = (name: string, script: string) => ({ name, command: [process.execPath, "-e", script] }) as const;

describe("run steps", () => {
  it("keeps the order of the steps, the outcome and the output of each", async () => {
    const announced: string[] = [];
    const results = await runSteps(
      [node("good", "console.log('fine')"), node("bad", "console.error('broken'); process.exit(3)")],
      { root: tmpdir(), lanes: 2, onResult: ({ name }) => announced.push(name) },
    );
    expect(results.map(({ name, passed, output }) => [name, passed, output.trim()])).toEqual([
      ["good", true, "fine"],
      ["bad", false, "broken"],
    ]);
    expect(announced.toSorted()).toEqual(["bad", "good"]);
  });

  it("turns a program that cannot start into a failed step", async () => {
    const step = { name: "gone", command: [path.join(tree.root, "no-such-program")] } as const;
    const results = await runSteps([step], { root: tmpdir(), lanes: 1, onResult: () => undefined });
    expect(results.map(({ passed }) => passed)).toEqual([false]);
  });
});

describe("test counts", () => {
  it("counts a file that could not be loaded as a failure", () => {
    const report = {
      numPassedTests: 4,
      numFailedTests: 1,
      numPendingTests: 0,
      testResults: [
        { status: "failed", assertionResults: [] },
        { status: "failed", assertionResults: [{}] },
        { status: "passed", assertionResults: [{}, {}, {}, {}] },
      ],
    };
    tree.write("report.json", JSON.stringify(report));
    expect(readTestCounts(path.join(tree.root, "report.json"))).toEqual({ passed: 4, failed: 2, skipped: 0 });
  });

  it("says so when there is no report", () => {
    expect(readTestCounts(path.join(tree.root, "gone.json"))).toBeUndefined();
  });
});
