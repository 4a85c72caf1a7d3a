import { runtime } from "@/server/runtime";
import { isSameOrigin } from "@/server/same-origin";

/**
 * What the sign-in library may answer over HTTP. Everything else it could do (changing a password or a name) goes through
 * use-cases of our own, which check the rules and write the audit trail.
 */
const OPEN = ["/api/auth/sign-in/email", "/api/auth/sign-out"];

async function handle(request: Request): Promise<Response> {
  if (request.method !== "GET" && !isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  if (!OPEN.includes(new URL(request.url).pathname)) return new Response(null, { status: 404 });
  return runtime().auth.handler(request);
}

export { handle as GET, handle as POST };
