import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyPlan, openRepository } from "./apply-plan";
import { KINDS } from "./kinds";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const PACKAGES = ["domain", "statistics", "analysis", "interchange", "db", "auth", "services", "api", "ui"];
const NAMES: Readonly<Record<string, readonly string[]>> = {
  instrument: ["made-up-scale"],
  codebook: ["made-up-framework"],
  statistic: ["made-up/estimate-of-nothing"],
  question: ["made-up-question"],
  assay: ["made-up-assay"],
  chart: ["made-up-chart"],
  procedure: ["site/make-up", "made-up-entity/list", "made-up-thing/remove"],
  format: ["made-up-format"],
  language: ["eo"],
  decision: ["made-up-decision"],
};

const temporary = mkdtempSync(path.join(tmpdir(), "alongside-generators-"));
const made = new Map<string, readonly string[]>();
const bin = (name: string): string => path.join(ROOT, "node_modules/.bin", name);

function run(program: string, ...rest: readonly string[]): { code: number | null; output: string } {
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" };
  const { status, stdout, stderr } = spawnSync(bin(program), rest, { cwd: temporary, encoding: "utf8", env });
  return { code: status, output: `${stdout}${stderr}` };
}

beforeAll(() => {
  for (const name of PACKAGES) {
    for (const part of ["src", "package.json"]) {
      cpSync(path.join(ROOT, "packages", name, part), path.join(temporary, "packages", name, part), {
        recursive: true,
      });
    }
    const modules = path.join(ROOT, "packages", name, "node_modules");
    if (existsSync(modules)) symlinkSync(modules, path.join(temporary, "packages", name, "node_modules"));
  }
  for (const part of ["apps/web/src/messages", "apps/web/src/i18n", "docs/decisions", "biome.json", ".gitignore"]) {
    cpSync(path.join(ROOT, part), path.join(temporary, part), { recursive: true });
  }
  for (const { kind, plan } of KINDS) {
    const touched = (NAMES[kind] ?? []).flatMap((name) => applyPlan(plan(name, openRepository(temporary)), temporary));
    made.set(kind, touched);
  }
  const all = [...new Set([...made.values()].flat())];
  const sources = all.filter((file) => /\.tsx?$/.test(file));
  const paths = Object.fromEntries(
    PACKAGES.map((name) => [`@alongside/${name}/*`, [`./packages/${name}/src/*.ts`, `./packages/${name}/src/*.tsx`]]),
  );
  mkdirSync(path.join(temporary, "node_modules"), { recursive: true });
  const base = JSON.parse(readFileSync(path.join(ROOT, "tooling/typescript/base.json"), "utf8"));
  const react = JSON.parse(readFileSync(path.join(ROOT, "tooling/typescript/react.json"), "utf8"));
  const types = { types: ["node"], typeRoots: [path.join(ROOT, "node_modules/@types")], paths };
  const compilerOptions = { ...base.compilerOptions, ...react.compilerOptions, ...types };
  writeFileSync(path.join(temporary, "tsconfig.json"), JSON.stringify({ compilerOptions, files: sources }));
  run("biome", "check", "--write", ...all);
}, 60_000);
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

describe("generators", () => {
  it("are all in the menu, and all tried here", () => {
    const files = readdirSync(path.join(import.meta.dirname, "kinds")).map((file) => file.replace(/\.ts$/, ""));
    expect(KINDS.map(({ kind }) => kind).toSorted()).toEqual(files.toSorted());
    expect(Object.keys(NAMES).toSorted()).toEqual(files.toSorted());
  });

  it.each(KINDS)("$kind takes its own example as a name, and no other spelling", ({ pattern, example }) => {
    expect(example).toMatch(pattern);
    for (const name of ["", "Upper Case", "../escape", "a/b/c", "under_score"]) expect(name).not.toMatch(pattern);
  });

  it("make files that compile", () => {
    const { output } = run("tsc", "--noEmit", "--pretty", "false");
    const ours = new Set([...made.values()].flat());
    expect(output.split("\n").filter((line) => ours.has(line.split("(")[0] ?? ""))).toEqual([]);
  }, 60_000);

  it("make files that the formatter and linter accept", () => {
    const files = [...new Set([...made.values()].flat())].filter((file) => /\.(tsx?|json)$/.test(file));
    const { code, output } = run("biome", "ci", "--colors=off", ...files);
    expect(code, output).toBe(0);
  });

  it.each(KINDS.filter(({ kind }) => kind !== "decision"))(
    "$kind leaves TODOs, which the checks refuse",
    ({ kind }) => {
      const texts = (made.get(kind) ?? []).map((file) => readFileSync(path.join(temporary, file), "utf8"));
      expect(texts.join("\n")).toMatch(/\bTODO\b/);
    },
  );

  it("make tests that fail until they are filled in", () => {
    const tests = [...made.values()].flat().filter((file) => file.endsWith(".test.ts") && !file.includes(".property."));
    expect(tests.length).toBeGreaterThanOrEqual(4);
    const report = path.join(temporary, "report.json");
    run("vitest", "run", "--root", temporary, "--reporter=json", `--outputFile=${report}`, ...tests);
    const { testResults }: { testResults: { name: string; assertionResults: { status: string }[] }[] } = JSON.parse(
      readFileSync(report, "utf8"),
    );
    expect(testResults).toHaveLength(tests.length);
    for (const { name, assertionResults } of testResults) {
      expect(
        assertionResults.map(({ status }) => status),
        name,
      ).toContain("failed");
    }
  }, 60_000);

  it("refuse to write over what is there, and change nothing", () => {
    const repository = openRepository(temporary);
    const chart = KINDS.find(({ kind }) => kind === "chart");
    expect(() =>
      applyPlan(chart?.plan("made-up-chart", repository) ?? { files: [], edits: [], next: [] }, temporary),
    ).toThrow("Already there");
  });
});
