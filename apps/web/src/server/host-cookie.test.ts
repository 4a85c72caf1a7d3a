import { describe, expect, it } from "vitest";
import { cookieName, cookieValue, hostCookiesOnly } from "./host-cookie";

const jar = (held: Readonly<Record<string, string>>) => ({
  get: (name: string) => (held[name] === undefined ? undefined : { value: held[name] }),
});

describe("a cookie of ours", () => {
  it("is bound to the host over TLS", () => {
    expect(cookieName("lang", true)).toBe("__Host-lang");
    expect(cookieName("lang", false)).toBe("lang");
  });

  it("is read by either name, the bound one first, so that a planted one does not count", () => {
    expect(cookieValue(jar({ lang: "en" }), "lang")).toBe("en");
    expect(cookieValue(jar({ lang: "en", "__Host-lang": "zh" }), "lang")).toBe("zh");
    expect(cookieValue(jar({}), "lang")).toBeUndefined();
  });
});

it("over TLS only cookies count that nobody else can have set", () => {
  expect(hostCookiesOnly("app.session_token=planted; __Host-app.session_token=own;lang=zh; __Host-lang=en")).toBe(
    "__Host-app.session_token=own; __Host-lang=en",
  );
  expect(hostCookiesOnly("app.session_token=planted; x__Host-app=1")).toBeUndefined();
  expect(hostCookiesOnly(undefined)).toBeUndefined();
});
