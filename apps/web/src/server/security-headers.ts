/** Headers every answer carries. */
export const SECURITY_HEADERS = [
  { key: "x-content-type-options", value: "nosniff" },
  // Nothing about where a person was ever reaches another site. Not `no-referrer`: browsers then send `Origin: null`
  // with a plain form, and the check that a form came from this site could not be made.
  { key: "referrer-policy", value: "same-origin" },
  { key: "x-frame-options", value: "DENY" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  { key: "cross-origin-resource-policy", value: "same-origin" },
  { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
  { key: "x-robots-tag", value: "noindex, nofollow, noarchive" },
] as const;

/**
 * The content security policy of one page.
 *
 * Scripts need the page's nonce. Style elements need it too; style attributes are allowed because the component
 * library and the charts position things with them, and an attribute cannot fetch or run anything under this policy.
 */
export function contentSecurityPolicy(page: { readonly nonce: string; readonly development: boolean }): string {
  const directives: Readonly<Record<string, string>> = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${page.nonce}' 'strict-dynamic'${page.development ? " 'unsafe-eval'" : ""}`,
    "style-src": page.development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${page.nonce}'`,
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": page.development ? "'self' ws:" : "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
