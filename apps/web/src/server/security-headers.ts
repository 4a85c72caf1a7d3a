/**
 * What pages of this site may not use of the device, which is everything they do not need: all features browsers name,
 * but the clipboard for copying a code, the full screen and `sync-xhr`, whose loss would tell nobody anything.
 */
const DEVICE_FEATURES = [
  ...["accelerometer", "ambient-light-sensor", "attribution-reporting", "autoplay", "battery", "bluetooth"],
  ...["browsing-topics", "camera", "clipboard-read", "compute-pressure", "display-capture", "encrypted-media"],
  ...["gamepad", "geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection"],
  ...["interest-cohort", "local-fonts", "magnetometer", "microphone", "midi", "otp-credentials", "payment"],
  ...["picture-in-picture", "screen-wake-lock", "serial", "speaker-selection", "storage-access", "usb"],
  ...["web-share", "window-management", "xr-spatial-tracking"],
] as const;

function noDeviceFeatures(): string {
  return DEVICE_FEATURES.map((feature) => `${feature}=()`).join(", ");
}

/** Headers every answer carries. */
export const SECURITY_HEADERS = [
  { key: "x-content-type-options", value: "nosniff" },
  // Nothing about where a person was ever reaches another site. Not `no-referrer`: browsers then send `Origin: null`
  // with a plain form, and the check that a form came from this site could not be made.
  { key: "referrer-policy", value: "same-origin" },
  { key: "x-frame-options", value: "DENY" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  { key: "cross-origin-resource-policy", value: "same-origin" },
  { key: "permissions-policy", value: noDeviceFeatures() },
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

/** What is no page: pages have a policy of their own, with a nonce (src/proxy.ts). */
const NO_PAGE = /^\/(api\/|_next\/|icon|favicon|robots\.txt)/;
/** Files that are the same for everybody, under names made from their content. */
const LASTING = /^\/_next\/static\//;
/** Nothing else: a policy with more would also bind a worker whose script is such a file. */
const NO_FRAME = "frame-ancestors 'none'";
/** Two years, as browsers ask of a site that is never to be reached without TLS again. */
const TLS_SECONDS = 63_072_000;

/**
 * What an answer carries before anything writes it: no other site may show it in a frame, no cache keeps it, unless it is a file named by its content; and where
 * people reach this site over TLS, their browsers never ask without it again. Whoever answers may still say otherwise.
 *
 * @param baseUrl the address under which people reach this site
 */
export function standingHeaders(url: string | undefined, baseUrl: string): Readonly<Record<string, string>> {
  return {
    ...(NO_PAGE.test(url ?? "") ? { "content-security-policy": NO_FRAME } : {}),
    ...(LASTING.test(url ?? "") ? {} : { "cache-control": "no-store" }),
    ...(baseUrl.startsWith("https:")
      ? { "strict-transport-security": `max-age=${TLS_SECONDS}; includeSubDomains` }
      : {}),
  };
}
