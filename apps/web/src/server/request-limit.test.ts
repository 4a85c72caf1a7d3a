import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createRequestLimit } from "./request-limit";

const SECRET = "a secret of the test, long enough for signing";
const LIMITS = { session: 3, address: 2, seconds: 10, atOnce: 5 };

const cookie = (token: string, secret = SECRET) => {
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return `app.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
};
const from = (address: string, sent?: string) => ({ headers: { "x-client-address": address, cookie: sent } });

/** Sends so many requests, each answered before the next; the waits that were asked for. */
async function send(limit: ReturnType<typeof createRequestLimit>, asking: ReturnType<typeof from>, times: number) {
  const waits: (number | null)[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const wait = await limit.enter(asking);
    waits.push(wait);
    if (wait === null) limit.leave();
  }
  return waits;
}

describe("the limit of requests", () => {
  it("lets a session ask so often, then says how long to wait, and leaves another session of the same address alone", async () => {
    const limit = createRequestLimit(SECRET, LIMITS);
    const waits = await send(limit, from("10.0.0.1", cookie("first")), 5);
    expect(waits.map((wait) => wait !== null)).toEqual([false, false, false, true, true]);
    expect(waits[3]).toBeLessThanOrEqual(10);
    expect(waits[3]).toBeGreaterThanOrEqual(1);
    expect(await send(limit, from("10.0.0.1", cookie("second")), 3)).toEqual([null, null, null]);
  });

  it("counts whoever has no session, or made one up, by address", async () => {
    const limit = createRequestLimit(SECRET, LIMITS);
    const forged = ["a", "b", "c"].map((token) => from("10.0.0.2", cookie(token, "another secret, also long enough")));
    const waits: (number | null)[] = [];
    for (const asking of forged) waits.push(...(await send(limit, asking, 1)));
    expect(waits.map((wait) => wait !== null)).toEqual([false, false, true]);
    expect(await send(limit, from("10.0.0.3"), 1)).toEqual([null]);
  });

  it("has room for so many at once, and for the next as soon as one is answered", async () => {
    const limit = createRequestLimit(SECRET, LIMITS);
    const entered = await Promise.all(Array.from({ length: 6 }, (_, at) => limit.enter(from(`10.0.1.${at}`))));
    expect(entered.filter((wait) => wait === null)).toHaveLength(5);
    limit.leave();
    expect(await limit.enter(from("10.0.2.1"))).toBeNull();
  });
});
