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
