import { expect, test } from "@playwright/test";

test("procedures answer with the headers that keep an answer to itself", async ({ request }) => {
  const answer = await request.get("/api/trpc/session.read");
  expect(answer.status()).toBe(401);
  const headers = answer.headers();
  expect(headers["cache-control"]).toBe("no-store");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  expect(headers["x-robots-tag"]).toContain("noindex");
});

test("procedures refuse a call larger than any can be", async ({ request }) => {
  const headers = { "content-type": "application/json" };
  const data = JSON.stringify({ json: "x".repeat(5 * 1024 * 1024) });
  expect((await request.post("/api/trpc/assessment.save", { headers, data })).status()).toBe(413);
});

test("there is no floor to measure outside the bench", async ({ request }) => {
  expect((await request.post("/api/bench/floor", { data: {} })).status()).toBe(404);
});
