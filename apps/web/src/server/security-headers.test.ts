import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, SECURITY_HEADERS } from "./security-headers";

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
  it("names each header once", () => {
    const names = SECURITY_HEADERS.map((header) => header.key);
    expect(new Set(names).size).toBe(names.length);
  });
});
