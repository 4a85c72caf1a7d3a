/**
 * The name of a cookie of ours. Over TLS it says that it belongs to this host alone, which browsers then enforce: no
 * subdomain and no plain connection can set it (RFC 6265bis, section 4.1.3).
 */
export function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}

/** The value of a cookie of ours; the one that is bound to this host counts first. */
export function cookieValue(
  cookies: { readonly get: (name: string) => { readonly value: string } | undefined },
  name: string,
): string | undefined {
  return (cookies.get(cookieName(name, true)) ?? cookies.get(name))?.value;
}

/**
 * What of a Cookie header can only have been set by this very host over TLS. A neighbouring host, or whoever answered a plain
 * connection once, can set cookies of the plain names, with a session of their own in them.
 */
export function hostCookiesOnly(header: string | undefined): string | undefined {
  const own = (header ?? "").split(";").filter((pair) => pair.trim().startsWith("__Host-"));
  return own.length === 0 ? undefined : own.map((pair) => pair.trim()).join("; ");
}
