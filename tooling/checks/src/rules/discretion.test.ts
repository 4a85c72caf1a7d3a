import { describe, expect, it } from "vitest";
import { REPOSITORY_ROOT } from "../repository-root";
import { readSourceTree, treeOf } from "../source-tree";
import { checkDiscretion, tellingWords } from "./discretion";

const LIST = "apps/web/e2e/support/telling-words.json";
const WORDS = JSON.stringify({ en: ["hiv", "art", "viral"], zh: ["艾滋"], others: ["vih"] });
const EN = "apps/web/src/messages/en.json";
const with_ = (files: Readonly<Record<string, string>>) => checkDiscretion(treeOf({ [LIST]: WORDS, ...files }));

describe("checkDiscretion", () => {
  it.each([
    ["an address", { "apps/web/src/app/p/viral-load/page.tsx": "" }],
    ["a word on the sign-in page", { [EN]: JSON.stringify({ signIn: { title: "Help with HIV" } }) }],
    ["the same in Chinese", { "apps/web/src/messages/zh.json": JSON.stringify({ lock: { kept: "关于艾滋病" } }) }],
    [
      "a title of a page inside",
      {
        "apps/web/src/app/p/change/page.tsx": 'return { title: (await getTranslations("change"))("title") };',
        [EN]: JSON.stringify({ change: { title: "Viral load" } }),
      },
    ],
    ["the name of a file", { "packages/services/src/change/export.ts": "return ok({ fileName: `hiv-list.csv` });" }],
    ["the name of a cookie", { "packages/auth/src/cookie.ts": 'export const COOKIE_PREFIX = "art";' }],
    ["a picture", { "apps/web/src/app/icon.svg": "<title>VIH</title>" }],
  ])("finds %s", (_what, files) => {
    expect(with_(files)).toHaveLength(1);
  });

  it("lets screens inside say what they must, and words that only contain one", () => {
    const inside = { results: { cascade: "Viral load" }, signIn: { title: "Start of the article" } };
    expect(with_({ [EN]: JSON.stringify(inside) })).toEqual([]);
  });

  it("knows what a relative would recognise, in every language shipped", () => {
    const words = tellingWords(readSourceTree(REPOSITORY_ROOT).read(LIST));
    for (const told of [
      "My HIV clinic",
      "HIV/AIDS",
      "ART refill",
      "viral load",
      "VL 50",
      "CD4",
      "抗病毒治疗",
      "艾滋病",
      "阳性",
    ])
      expect(told).toMatch(words);
    for (const untold of ["Participants", "Start", "article", "Results", "登录", "参与者"])
      expect(untold).not.toMatch(words);
  });
});
