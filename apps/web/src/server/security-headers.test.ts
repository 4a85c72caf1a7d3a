import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, SECURITY_HEADERS, standingHeaders } from "./security-headers";

describe("contentSecurityPolicy", () => {
  const policy = contentSecurityPolicy({ nonce: "abc", development: false });

  it("runs no script without the page's nonce", () => {
    const scripts = policy.split("; ").find((part) => part.startsWith("script-src "));
    expect(scripts).toContain("'nonce-abc'");
    expect(scripts).not.toContain("unsafe");
  });

  it("cannot be framed, and posts only to itself", () => {
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
  });

  it("runs no plugin, and lets no page say what its addresses are relative to", () => {
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
  });

  it("names no other host", () => {
    expect(policy).not.toMatch(/https?:/);
  });
});

describe("SECURITY_HEADERS", () => {
  it("gives no page the camera, the microphone, the place or any other feature of the device", () => {
    const policy = SECURITY_HEADERS.find(({ key }) => key === "permissions-policy")?.value ?? "";
    for (const feature of ["camera", "microphone", "geolocation", "usb", "bluetooth", "display-capture", "hid"])
      expect(policy.split(", ")).toContain(`${feature}=()`);
    expect(policy).not.toMatch(/self|\*/);
  });

  it("names each header once", () => {
    const names = SECURITY_HEADERS.map((header) => header.key);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("standingHeaders", () => {
  it("lets no cache keep anything but files named by their content", () => {
    expect(standingHeaders("/p/demo", "http://localhost")).toEqual({ "cache-control": "no-store" });
    expect(standingHeaders("/api/auth/sign-out", "http://localhost")).toMatchObject({ "cache-control": "no-store" });
    expect(standingHeaders("/icon.svg?1", "http://localhost")).toMatchObject({ "cache-control": "no-store" });
    expect(standingHeaders("/_next/static/chunks/a1.js", "http://localhost")).not.toHaveProperty("cache-control");
    expect(standingHeaders("/p/_next/static/x", "http://localhost")).toEqual({ "cache-control": "no-store" });
  });

  it("lets nobody frame what is no page; pages say so in their own policy", () => {
    for (const path of [
      "/api/trpc/a.b",
      "/api/study-import",
      "/_next/static/chunks/a1.js",
      "/icon.svg?1",
      "/robots.txt",
    ])
      expect(standingHeaders(path, "http://localhost")["content-security-policy"]).toBe("frame-ancestors 'none'");
    expect(standingHeaders("/p/demo/api/x", "http://localhost")).not.toHaveProperty("content-security-policy");
  });

  it("keeps browsers on TLS exactly where the site is reached over it", () => {
    expect(standingHeaders("/", "https://example.org")["strict-transport-security"]).toBe(
      "max-age=63072000; includeSubDomains",
    );
    expect(standingHeaders("/", "http://localhost:3000")).not.toHaveProperty("strict-transport-security");
  });
});
