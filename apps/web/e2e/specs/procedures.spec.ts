import { expect, test } from "@playwright/test";
import { formRoutesInSource } from "../support/routes";

test("procedures answer with the headers that keep an answer to itself", async ({ request }) => {
  const answer = await request.get("/api/trpc/session.read");
  expect(answer.status()).toBe(401);
  const headers = answer.headers();
  expect(headers["cache-control"]).toBe("no-store");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  expect(headers["x-robots-tag"]).toContain("noindex");
  expect(headers["access-control-allow-origin"]).toBeUndefined();
  expect(headers["content-security-policy"]).toBe("frame-ancestors 'none'");
});

test("procedures refuse a call larger than any can be", async ({ request }) => {
  const headers = { "content-type": "application/json" };
  const data = JSON.stringify({ json: "x".repeat(5 * 1024 * 1024) });
  expect((await request.post("/api/trpc/assessment.save", { headers, data })).status()).toBe(413);
});

test("no form is longer than any can be, whichever route it is sent to", async ({ request }) => {
  const routes = formRoutesInSource();
  expect(routes.length).toBeGreaterThan(15);
  for (const address of routes) {
    const answer = await request.post(address, { form: { field: "x".repeat(64 * 1024) }, maxRedirects: 0 });
    expect([address, answer.status()]).toEqual([address, 413]);
  }
});

test("what changes something is not answered to a link, nor to a page of another site", async ({ request }) => {
  const input = encodeURIComponent(JSON.stringify({ json: { language: "zh" } }));
  expect((await request.get(`/api/trpc/session.setLanguage?input=${input}`)).status()).toBe(405);
  const call = { headers: { "content-type": "application/json", "sec-fetch-site": "cross-site" }, data: "{}" };
  expect((await request.post("/api/trpc/session.setLanguage", call)).status()).toBe(403);
  // Reads come by POST too, and no other site gets an answer to one.
  expect((await request.post("/api/trpc/session.read", call)).status()).toBe(403);
  const own = { ...call, headers: { ...call.headers, "sec-fetch-site": "same-origin" } };
  expect((await request.post("/api/trpc/session.read", own)).status()).toBe(401);
});

test("signing out and leaving empty the browser's cache, and not its store, where unsent forms are", async ({
  request,
}) => {
  for (const path of ["/sign-out", "/leave"]) {
    const headers = { "sec-fetch-site": "same-origin" };
    const answer = await request.post(path, { headers, maxRedirects: 0 });
    expect([path, answer.headers()["clear-site-data"]]).toEqual([path, '"cache"']);
  }
});

test("there is no floor to measure outside the bench", async ({ request }) => {
  expect((await request.post("/api/bench/floor", { data: {} })).status()).toBe(404);
});

test("only the methods that are used are answered, and TRACE repeats nothing", async ({ request }) => {
  for (const method of ["TRACE", "OPTIONS", "PUT", "DELETE", "PATCH"]) {
    for (const path of ["/sign-in", "/api/trpc/session.read"]) {
      const answer = await request.fetch(path, { method, headers: { "x-mark": "repeated" } });
      expect([method, path, answer.status()]).toEqual([method, path, 405]);
      expect(await answer.text()).toBe("");
    }
  }
});

test("there are no folders to list, no files of the program, health says nothing else, and no cache keeps a page", async ({
  request,
}) => {
  for (const path of ["/.git/config", "/.env", "/server.mjs", "/package.json", "/_next/", "/_next/static/"]) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect([path, answer.ok()]).toEqual([path, false]);
  }
  expect(await (await request.get("/api/health")).json()).toEqual({ ok: true });
  const page = await request.get("/sign-in");
  expect(page.headers()["cache-control"]).toContain("no-store");
  expect(page.headers()["content-type"]).toBe("text/html; charset=utf-8");
});

test("a client that floods is turned away until it is quiet, whatever address it makes up", async ({ baseURL }) => {
  // Not through the browser's own requests, which are too slow to be a flood.
  const ask = (address: string) =>
    fetch(`${baseURL}/api/trpc/session.read`, { headers: { "x-client-address": address } });
  const flood = () => Promise.all(Array.from({ length: 330 }, (_, at) => ask(`192.0.2.${at % 250}`)));
  let turnedAway: Response | undefined;
  for (let wave = 0; wave < 10 && turnedAway === undefined; wave += 1) {
    turnedAway = (await flood()).find((answer) => answer.status === 429);
  }
  expect(Number(turnedAway?.headers.get("retry-after"))).toBeGreaterThan(0);
  await expect.poll(async () => (await ask("192.0.2.1")).status, { timeout: 15_000 }).toBe(401);
});
