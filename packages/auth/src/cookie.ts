import { createHmac, timingSafeEqual } from "node:crypto";

/** Says nothing about what the application is for. */
const PREFIX = "app";

/**
 * How cookies of this site begin. Over TLS with `__Host-`: browsers then take them only from this very host, over TLS and
 * for the whole of it, so that no neighbouring site can set one.
 */
export function cookiePrefix(secure: boolean): string {
  return secure ? `__Host-${PREFIX}` : PREFIX;
}

/** The one that nobody else can have set comes first. */
const namesOf = (name: string) => [true, false].map((secure) => `${cookiePrefix(secure)}.${name}`);

/**
 * The session token inside a Cookie header, or null when it is absent or its signature is not ours.
 * The sign-in library writes `token.base64(HMAC-SHA256(secret, token))`, URL-encoded.
 */
export function readSessionToken(cookieHeader: string | null, secret: string): string | null {
  return readSigned(cookieHeader, "session_token", secret);
}

/** The number of the device a request comes from, or null when it has none of ours. Given to it by `signDevice`. */
export function readDevice(cookieHeader: string | null, secret: string): string | null {
  return readSigned(cookieHeader, DEVICE_COOKIE, secret);
}

export const DEVICE_COOKIE = "device";

/** What a device keeps, so that it is known the next time. Drawn by chance: it says nothing about device or person. */
export function signDevice(device: string, secret: string): string {
  return `${device}.${createHmac("sha256", secret).update(device).digest("base64")}`;
}

/** The Cookie header a device that is known would send. */
export function deviceCookie(device: string, secret: string): string {
  return `${cookiePrefix(false)}.${DEVICE_COOKIE}=${encodeURIComponent(signDevice(device, secret))}`;
}

function readSigned(cookieHeader: string | null, name: string, secret: string): string | null {
  const signed = namesOf(name).reduce<string | null>(
    (found, one) => found ?? findCookie(cookieHeader ?? "", one),
    null,
  );
  if (signed === null) return null;
  const dot = signed.lastIndexOf(".");
  if (dot < 1) return null;
  const token = signed.slice(0, dot);
  const given = Buffer.from(signed.slice(dot + 1), "base64");
  const expected = createHmac("sha256", secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function findCookie(header: string, name: string): string | null {
  for (const pair of header.split(";")) {
    const at = pair.indexOf("=");
    if (at < 0 || pair.slice(0, at).trim() !== name) continue;
    try {
      return decodeURIComponent(pair.slice(at + 1).trim());
    } catch {
      return null;
    }
  }
  return null;
}
