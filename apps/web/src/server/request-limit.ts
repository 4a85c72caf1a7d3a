import { CLIENT_ADDRESS_HEADER } from "@alongside/auth/client-address";
import { readSessionToken } from "@alongside/auth/cookie";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** How many requests are answered, so that one client that goes wrong does not take the server from all others. */
export const REQUEST_LIMITS = {
  /** Of one session in `seconds`: a device that sends a week's forms at once stays below it. */
  session: 600,
  /** Of one address without a session, whoever is behind it: a clinic that signs in together stays below it. */
  address: 300,
  seconds: 10,
  /** Under way at once, of everybody. */
  atOnce: 500,
} as const;

type Limits = { readonly [Name in keyof typeof REQUEST_LIMITS]: number };

/** The parts of a request that tell who sends it. The address header is our own: `stampClientAddress` writes it. */
export interface Asking {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export interface RequestLimit {
  /** Counts a request. The seconds to wait, or null when it may go on; then `leave` is called once it is answered. */
  readonly enter: (request: Asking) => Promise<number | null>;
  readonly leave: () => void;
}

/**
 * Counts requests in the memory of this process. A session counts by its signed cookie, which nobody can make up, so that
 * people behind one address do not count together; everything else counts by address.
 *
 * @param secret the one that signs session cookies
 */
export function createRequestLimit(secret: string, limits: Limits = REQUEST_LIMITS): RequestLimit {
  const bySession = new RateLimiterMemory({ points: limits.session, duration: limits.seconds });
  const byAddress = new RateLimiterMemory({ points: limits.address, duration: limits.seconds });
  let underWay = 0;
  return {
    async enter({ headers }) {
      const token = readSessionToken([headers.cookie ?? ""].flat().join("; "), secret);
      const wait =
        token === null
          ? await take(byAddress, [headers[CLIENT_ADDRESS_HEADER] ?? "unknown"].flat().join())
          : await take(bySession, token);
      if (wait !== null) return wait;
      if (underWay >= limits.atOnce) return 1;
      underWay += 1;
      return null;
    },
    leave: () => {
      underWay -= 1;
    },
  };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}
