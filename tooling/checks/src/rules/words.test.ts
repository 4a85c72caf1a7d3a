import { describe, expect, it } from "vitest";
import { treeOf } from "../source-tree";
import { checkWords, WORD_RULES } from "./words";

const PURE = "packages/statistics/src/mean.ts";
const SERVICE = "packages/services/src/assessment/save.ts";
const TEST = "packages/domain/src/score.test.ts";

/** Rule, the file it is broken in, the line that breaks it. */
const BREAKS: readonly (readonly [rule: string, path: string, text: string])[] = [
  ["rounding-at-display-only", SERVICE, "return mean.toFixed(2);"],
  ["rounding-at-display-only", "apps/web/src/features/change/table.tsx", "mean.toPrecision(3)"],
  ["environment-in-one-place", SERVICE, "const url = process.env.DATABASE_URL;"],
  ["clock-as-argument", PURE, "const now = new Date();"],
  ["clock-as-argument", PURE, "const now = Date.now();"],
  ["randomness-as-argument", PURE, "const draw = Math.random();"],
  ["no-set-config", "packages/db/src/scope.ts", "sql`select set_config('a', 'b', true)`"],
  ["no-join-strategy", SERVICE, 'relationLoadStrategy: "join",'],
  ["no-join-strategy", "packages/db/prisma/schema/main.prisma", '  previewFeatures = ["relationJoins"]'],
  ["no-database-enum", "packages/db/prisma/schema/people.prisma", "enum Role {"],
  ["no-database-enum", "packages/db/prisma/migrations/1_a/migration.sql", "CREATE TYPE \"Role\" AS ENUM ('a');"],
  ["no-typescript-enum", SERVICE, "export const enum Role {"],
  ["no-silenced-compiler", SERVICE, "// @ts-ignore"],
  ["no-skipped-test", TEST, 'it.skip("scores", () => {});'],
  ["no-skipped-test", TEST, 'describe.only("scores", () => {});'],
  ["no-tautology", TEST, "expect(true).toBe(true);"],
  ["no-tautology", TEST, 'expect("done").toBeTruthy();'],
  ["no-tautology", "apps/web/e2e/specs/collect.spec.ts", "expect(1).toBe(1);"],
  ["no-timed-test", "apps/web/e2e/specs/collect.spec.ts", "await page.waitForTimeout(500);"],
  ["no-timed-test", TEST, "await new Promise((resolve) => setTimeout(resolve, 10));"],
  ["nothing-half-made", "packages/statistics/src/mean.ts", "// TODO: the interval"],
  ["nothing-half-made", "apps/web/src/messages/fr.json", '  "save": "TODO Save"'],
  ["network-in-few-places", SERVICE, 'await fetch("http://127.0.0.1");'],
  ["network-in-few-places", SERVICE, 'import { request } from "node:https";'],
  ["network-in-few-places", SERVICE, 'import { connect } from "tls";'],
  ["network-in-few-places", "tooling/bench/src/save-bench.ts", 'const net = require("node:net");'],
  ["network-in-few-places", SERVICE, 'const { createSocket } = await import("node:dgram");'],
  ["network-in-few-places", "apps/web/src/features/change/table.tsx", "new WebSocket(address);"],
  ["network-in-few-places", "apps/web/src/features/change/table.tsx", "navigator.sendBeacon(address);"],
  ["network-in-few-places", SERVICE, 'import axios from "axios";'],
  ["network-in-few-places", "apps/web/src/features/change/link.ts", "httpBatchLink({ url });"],
  ["no-distinct-query", SERVICE, '    distinct: ["programmeId"],'],
  ["title-in-metadata", "apps/web/src/features/change/table.tsx", "document.title = name;"],
  ["translated-text", "packages/ui/src/charts/forest/forest.tsx", '<svg aria-label="Change" />'],
  ["translated-text", "packages/ui/src/charts/forest/forest.tsx", '<text>{"Change"}</text>'],
  ["translated-text", "apps/web/src/features/change/table.tsx", '<input placeholder="代码" />'],
  ["no-foreign-address", "apps/web/src/app/layout.tsx", '<link href="https://fonts.googleapis.com/css" />'],
];

/** Where the same words are at home. */
const FINE: readonly (readonly [path: string, text: string])[] = [
  ["packages/ui/src/number.tsx", "mean.toFixed(2)"],
  ["packages/interchange/src/formats/csv/write.ts", "mean.toFixed(2)"],
  ["apps/web/src/env.ts", "process.env.DATABASE_URL"],
  ["tooling/bootstrap/src/start.ts", "process.env.PORT"],
  [SERVICE, "const now = new Date();"],
  [PURE, "const day = new Date(instant);"],
  ["packages/domain/src/day.test.ts", "const now = Date.now();"],
  [SERVICE, "// set_config( is not used here"],
  ["packages/db/prisma/schema/people.prisma", "  enumeration String"],
  [SERVICE, "// @ts-expect-error the library's type forgets null"],
  [TEST, 'it("skips nothing", () => {});'],
  [TEST, "expect(found).toBe(true);"],
  [TEST, 'expect(text("one")).toBe("two");'],
  [SERVICE, 'import type { IncomingMessage } from "node:http";'],
  [SERVICE, "await refetch();"],
  [SERVICE, 'const secure = address.startsWith("https");'],
  [TEST, `expect(\`\${one} \${two}\`).not.toMatch(WORDS);`],
  ["apps/web/src/trpc/client.tsx", "httpBatchLink({ url });"],
  ["packages/statistics/src/rank.ts", "const distinct = new Set(values);"],
  ["apps/web/e2e/specs/collect.spec.ts", "expect(await page.evaluate(() => document.title === name)).toBe(true);"],
  ["packages/ui/src/charts/forest/forest.tsx", "<svg aria-label={label} />"],
  ["packages/ui/src/charts/forest/forest.tsx", '<text className={"tick"}>{label}</text>'],
  ["packages/ui/src/primitives/markup.test.tsx", '<Field label="Code" />'],
];

describe("words", () => {
  it.each(BREAKS)("%s fires in %s on: %s", (rule, path, text) => {
    const findings = checkWords(treeOf({ [path]: `first line\n${text}\n` }));
    expect(findings.map((finding) => [finding.rule, finding.line])).toEqual([[rule, 2]]);
  });

  it.each(FINE)("leaves %s alone: %s", (path, text) => {
    expect(checkWords(treeOf({ [path]: `${text}\n` }))).toEqual([]);
  });

  it("proves every rule there is", () => {
    const proven = new Set(BREAKS.map(([rule]) => rule));
    expect(WORD_RULES.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([]);
  });
});
