import { describe, expect, it } from "vitest";
import { treeOf } from "../source-tree";
import { checkDocstrings } from "./docstrings";

const FILE = "packages/statistics/src/mean.ts";
const DOC = "/** The mean of the values, which are not empty. */\n";

const lines = (text: string, path = FILE): readonly (number | undefined)[] =>
  checkDocstrings(treeOf({ [path]: `${text}\n` })).map(({ line }) => line);

describe("docstrings", () => {
  it.each([
    "export function mean() {}",
    "export async function mean() {}",
    "export const mean = (values: readonly number[]): number => 1;",
    "export const mean = async (values: readonly number[]) => 1;",
    "export const mean = value => value;",
    "export const mean: Mean = (values) => 1;",
    "export const mean = <T,>(values: T) => 1;",
    "export function* mean() {}",
  ])("refuses %s", (text) => {
    expect(lines(text)).toEqual([1]);
    expect(lines(`${DOC}${text}`)).toEqual([]);
  });

  it("refuses a comment that is not one, says nothing or belongs to something else", () => {
    expect(lines("// The mean of the values.\nexport function mean() {}")).toEqual([2]);
    expect(lines("/* The mean of the values. */\nexport function mean() {}")).toEqual([2]);
    expect(lines("/** Mean. */\nexport function mean() {}")).toEqual([2]);
    expect(lines(`${DOC}const other = 1;\nexport function mean() {}`)).toEqual([3]);
    expect(lines(`${DOC}\nexport function mean() {}`)).toEqual([3]);
  });

  it("asks for one docstring for all signatures of one function", () => {
    expect(lines(`${DOC}export function mean(): 1;\nexport function mean(): 2 {}`)).toEqual([]);
  });

  it.each([
    ["export const limit = 5;", FILE],
    ['export const NAMES = ["one"] as const;', FILE],
    ["function inner() {}", FILE],
    ["export function makeOne() {}", "packages/statistics/src/mean.fixture.ts"],
    ["export function makeOne() {}", "packages/statistics/src/mean.test.ts"],
    ["export function Page() {}", "apps/web/src/features/change/page.tsx"],
  ])("leaves %s in %s alone", (text, path) => {
    expect(lines(text, path)).toEqual([]);
  });
});
