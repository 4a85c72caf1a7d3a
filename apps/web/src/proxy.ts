import { type NextRequest, NextResponse } from "next/server";
import { isDevelopment } from "./env";
import { contentSecurityPolicy } from "./server/security-headers";

/** Gives every page its own nonce, so that only scripts this server wrote can run. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy({ nonce, development: isDevelopment() });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  // Pages only: data requests and files never run scripts, and every millisecond on the save path counts.
  matcher: [{ source: "/((?!api/|_next/static|_next/image|icon|favicon|robots.txt).*)" }],
};
