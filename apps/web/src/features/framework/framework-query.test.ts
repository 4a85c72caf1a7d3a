import { describe, expect, it } from "vitest";
import { elementHref, type FrameworkPlace, filterOf, languageOf, listHref, narrows } from "./framework-query";

const PLACE: FrameworkPlace = { base: "/p/demo/framework", language: "en", interfaceLanguage: "en" };
const CHINESE: FrameworkPlace = { ...PLACE, language: "zh" };

describe("the framework's addresses", () => {
  it("carry the whole filter there and back", () => {
    const filter = { text: "支持 & care", source: "appear2025", kind: "context" } as const;
    const { searchParams } = new URL(listHref(CHINESE, filter), "https://example.org");
    expect(filterOf(Object.fromEntries(searchParams))).toEqual(filter);
    expect(languageOf(Object.fromEntries(searchParams), "en")).toBe("zh");
  });

  it("stay short when nothing is asked", () => {
    expect(listHref(PLACE)).toBe("/p/demo/framework");
    expect(narrows(filterOf({}))).toBe(false);
  });

  it("name no element and no health matter", () => {
    expect(elementHref(PLACE, "outcome.physiological.viral-load-suppression")).toMatch(
      /^\/p\/demo\/framework\/[0-9a-f]{8}$/,
    );
    expect(elementHref(CHINESE, "outcome")).toMatch(/\?lang=zh$/);
  });

  it("ignore what they do not understand", () => {
    expect(filterOf({ q: ["  hope ", "x"], source: "toString", kind: "nonsense" })).toEqual({ text: "hope" });
    expect(filterOf({ q: "a".repeat(500) }).text).toHaveLength(200);
    expect(languageOf({ lang: "xx" }, "zh")).toBe("zh");
  });
});
