import { describe, expect, it } from "vitest";
import { treeOf } from "../source-tree";
import { messageArguments } from "./message-arguments";
import { checkMessages } from "./messages";

const compare = (english: object, chinese: object): readonly string[] =>
  checkMessages(
    treeOf({
      "apps/web/src/messages/en.json": JSON.stringify(english),
      "apps/web/src/messages/zh.json": JSON.stringify(chinese),
    }),
  ).map(({ path, message }) => `${path.slice(-7)} ${message}`);

describe("messages", () => {
  it("refuses a missing, an extra and an empty message", () => {
    expect(compare({ a: { b: "B" }, c: "C" }, { a: { d: "D" }, c: " " })).toEqual([
      'zh.json "a.b" is missing.',
      'zh.json "a.d" is not in English.',
      'zh.json "c" is empty.',
    ]);
  });

  it("refuses another placeholder", () => {
    expect(compare({ a: "{count} people" }, { a: "{number} 人" })).toHaveLength(1);
    expect(compare({ a: "<b>bold</b>" }, { a: "粗体" })).toHaveLength(1);
  });

  it("accepts plural branches that a language does not need", () => {
    expect(
      compare(
        { a: "{count, plural, one {# visit} other {# visits by {name}}}" },
        { a: "{count, plural, other {{name} 的 # 次就诊}}" },
      ),
    ).toEqual([]);
  });
});

describe("message arguments", () => {
  it.each([
    ["plain", []],
    ["{name} and {name}", ["name"]],
    ["{count, plural, one {visit} other {visits}}", ["count"]],
    ["{count, plural, =0 {none for {who}} other {#}}", ["count", "who"]],
    ["it''s '{quoted}' {real}", ["real"]],
    ["it's {real}", ["real"]],
    ["{when, date, medium} <link>there</link>", ["<link>", "when"]],
  ])("reads %s", (message, names) => {
    expect(messageArguments(message)).toEqual(names);
  });
});
