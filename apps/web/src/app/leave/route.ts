import { forgetLeft } from "@/features/quick-exit/left-cookie";
import { NEUTRAL_PAGE } from "@/features/quick-exit/neutral-page";
import { endSession } from "@/server/end-session";
import { isSameOrigin } from "@/server/same-origin";

/** Takes a browser without script away. Not a redirect: the policy of the page its form was on forbids other hosts. */
const AWAY = `<!doctype html><title></title><meta http-equiv="refresh" content="0;url=${NEUTRAL_PAGE}">`;

/**
 * Ends the session of somebody who leaves in a hurry. The page is gone by then and nobody waits for the answer; only a
 * browser without script shows it.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const headers = new Headers({ "content-type": "text/html; charset=utf-8", "clear-site-data": '"cache"' });
  for (const cookie of [...(await endSession(request)), ...forgetLeft()]) headers.append("set-cookie", cookie);
  return new Response(AWAY, { headers });
}
