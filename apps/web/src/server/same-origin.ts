/**
 * True when a form post came from a page of this site. Browsers state where a post comes from and pages cannot forge it;
 * a client that states nothing is no browser and carries nobody's cookies.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  const origin = headers.get("origin");
  if (origin === null) return true;
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** A path inside this site, or the fallback; never an address elsewhere that a crafted link could smuggle in. */
export function safePath(path: unknown, fallback = "/"): string {
  if (typeof path !== "string" || !path.startsWith("/") || /^\/[\\/]/.test(path) || /[\s\\]/.test(path))
    return fallback;
  return path;
}
