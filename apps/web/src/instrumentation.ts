import { env } from "./env";

/** Runs once when the server starts, before its first request. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: the bundler replaces exactly this, and so leaves Node modules out of the edge
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { stampClientAddress } = await import("./server/stamp-client-address");
    stampClientAddress(env().ALONGSIDE_TRUSTED_PROXY);
    const { answerDirectly } = await import("./server/direct-procedures");
    const { standingHeaders } = await import("./server/security-headers");
    const { createRequestLimit, REQUEST_LIMITS } = await import("./server/request-limit");
    const { turnAwayBeyond } = await import("./server/turn-away");
    const session = env().ALONGSIDE_REQUESTS_PER_SESSION ?? REQUEST_LIMITS.session;
    const limit = createRequestLimit(env().BETTER_AUTH_SECRET, { ...REQUEST_LIMITS, session });
    const { keepHouse } = await import("./server/keep-house");
    keepHouse();
    const { hostCookiesOnly } = await import("./server/host-cookie");
    const isOverTls = new URL(env().BETTER_AUTH_URL).protocol === "https:";
    // Where server.mjs, which is not compiled with the rest, finds them.
    Object.assign(globalThis, {
      alongsideAnswerDirectly: answerDirectly,
      alongsideTurnAway: turnAwayBeyond(limit),
      ...(isOverTls && { alongsideCookies: hostCookiesOnly }),
      alongsideHeaders: (url?: string) => standingHeaders(url, env().BETTER_AUTH_URL),
    });
  }
}
