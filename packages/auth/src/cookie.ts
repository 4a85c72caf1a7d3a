import { createHmac, timingSafeEqual } from "node:crypto";

/** Says nothing about what the application is for. */
export const COOKIE_PREFIX = "app";
const NAMES = [`__Secure-${COOKIE_PREFIX}.session_token`, `${COOKIE_PREFIX}.session_token`];

/**
 * The session token inside a Cookie header, or null when it is absent or its signature is not ours.
 * The sign-in library writes `token.base64(HMAC-SHA256(secret, token))`, URL-encoded.
 */
export function readSessionToken(cookieHeader: string | null, secret: string): string | null {
  const signed = findCookie(cookieHeader ?? "");
  if (signed === null) return null;
  const dot = signed.lastIndexOf(".");
  if (dot < 1) return null;
  const token = signed.slice(0, dot);
  const given = Buffer.from(signed.slice(dot + 1), "base64");
  const expected = createHmac("sha256", secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function findCookie(header: string): string | null {
  for (const pair of header.split(";")) {
    const at = pair.indexOf("=");
    if (at < 0 || !NAMES.includes(pair.slice(0, at).trim())) continue;
    try {
      return decodeURIComponent(pair.slice(at + 1).trim());
    } catch {
      return null;
    }
  }
  return null;
}
