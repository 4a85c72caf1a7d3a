import { describe, expect, it } from "vitest";
import { negotiateLanguage } from "./languages";

describe("negotiateLanguage", () => {
  it.each([
    ["the person's own choice wins", "zh", "en-GB,en;q=0.9", "zh"],
    ["a choice that does not exist is no choice", "xx", "zh-CN", "zh"],
    ["regional tags count as their language", undefined, "zh-Hant-TW", "zh"],
    ["the browser's order of preference counts", undefined, "fr, en;q=0.4, zh;q=0.8", "zh"],
    ["a language refused with q=0 is not used", undefined, "zh;q=0, fr", "en"],
    ["nothing known falls back", undefined, "*", "en"],
    ["no header at all falls back", undefined, null, "en"],
  ])("%s", (_name, chosen, header, expected) => {
    expect(negotiateLanguage(chosen, header)).toBe(expected);
  });
});
