import { describe, expect, it } from "vitest";
import { isSameOrigin, safePath } from "./same-origin";

describe("isSameOrigin", () => {
  it.each([
    ["a form of this site", { "sec-fetch-site": "same-origin" }, true],
    ["a form of another site", { "sec-fetch-site": "cross-site" }, false],
    ["a form of a sibling host", { "sec-fetch-site": "same-site" }, false],
    ["an old browser, this site", { origin: "https://a.example", host: "a.example" }, true],
    ["an old browser, another site", { origin: "https://b.example", host: "a.example" }, false],
    ["an opaque origin", { origin: "null", host: "a.example" }, false],
  ])("%s", (_name, headers, expected) => {
    expect(isSameOrigin(new Headers(headers as Record<string, string>))).toBe(expected);
  });
});

describe("safePath", () => {
  it.each(["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "", undefined, "/a\nb"])(
    "refuses %j",
    (path) => {
      expect(safePath(path, "/home")).toBe("/home");
    },
  );

  it("keeps a path of this site with its query", () => {
    expect(safePath("/p/one/change?wave=2")).toBe("/p/one/change?wave=2");
  });
});
