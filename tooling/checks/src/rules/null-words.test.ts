import { describe, expect, it } from "vitest";
import { treeOf } from "../source-tree";
import { checkNullWords } from "./null-words";

const MESSAGES = "apps/web/src/messages/en.json";

function lines(path: string, text: string) {
  return checkNullWords(treeOf({ [path]: `{\n${text}\n}` })).map(({ rule, line }) => [rule, line]);
}

describe("null words", () => {
  it.each([
    '"unclear": "There was no effect."',
    '"unclear": "No effect was found."',
    '"unclear": "Support had no effects."',
    '"unclear": "This is not certain. It had no effect."',
    '"unclear": "Support is ineffective."',
    '"unclear": "It was not significant, so there was no effect."',
    '"unclear": "结果不显著，没有效果。"',
  ])("are found in %s", (text) => {
    expect(lines(MESSAGES, text)).toEqual([["null-words", 2]]);
  });

  it("are found in Chinese, in screens and in the words of the domain", () => {
    expect(lines("apps/web/src/messages/zh.json", '"unclear": "同伴支持没有效果。"')).toHaveLength(1);
    expect(lines("packages/domain/src/outcomes/one.ts", 'en: "The trial found no effect.",')).toHaveLength(1);
    expect(lines("packages/analysis/src/null-result/one.ts", 'return "no-effect";')).toHaveLength(1);
  });

  it.each([
    [MESSAGES, '"unclear": "This does not mean that there was no effect."'],
    [MESSAGES, '"unclear": "An unclear result is never read as no effect."'],
    ["apps/web/src/messages/zh.json", '"unclear": "结果不明确，并不等于没有效果。"'],
    [MESSAGES, '"unclear": "That isn’t the same as no effect."'],
    [MESSAGES, '"effect": "Effect"'],
    [MESSAGES, '"unclear": "Nothing is known, and no effective support was planned."'],
    ["packages/db/src/apply.ts", "  // Elsewhere it has no effect."],
    ["packages/analysis/src/one.test.ts", "expect(text).not.toMatch(/no effect/);"],
    ["docs/methods/null-result.md", "Trials that report no effect."],
  ])("leave %s alone: %s", (path, text) => {
    expect(lines(path, text)).toEqual([]);
  });
});
