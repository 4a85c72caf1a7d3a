import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { TELLING_WORDS } from "../support/discretion";

for (const width of [360, 1280])
  for (const colorScheme of ["light", "dark"] as const)
    test(`sign-in is accessible at ${width} px, ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width, height: 740 }, colorScheme });
      const page = await context.newPage();
      await page.goto("/sign-in?problem=wrong");
      await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await context.close();
    });

test("says nothing about what is behind the door", async ({ page, context }) => {
  const answer = await page.goto("/sign-in");
  const source = (await answer?.text()) ?? "";
  // Script bundles have names of their own; what counts is what a person, a proxy or a history list can read.
  const readable = source.replaceAll(/<script[\s\S]*?<\/script>/g, "");
  expect(readable).not.toMatch(TELLING_WORDS);
  expect(await page.title()).not.toMatch(TELLING_WORDS);
  for (const cookie of await context.cookies()) expect(`${cookie.name}=${cookie.value}`).not.toMatch(TELLING_WORDS);
});

test("works from the keyboard and tells a wrong password", async ({ page }) => {
  await page.goto("/sign-in");
  await page.locator("#email").focus();
  await page.keyboard.type("nobody@example.org");
  await page.keyboard.press("Tab");
  await page.keyboard.type("not the password");
  await page.keyboard.press("Enter");
  await page.waitForURL(/problem=wrong/);
  await expect(page.locator("[role=alert]").first()).toBeVisible();
  expect(page.url()).not.toContain("nobody");
});

test("works without any script, and keeps the chosen language", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, locale: "en-GB" });
  await page.goto("/sign-in");
  await page.locator("button[name=language][value=zh]").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  await expect(page.locator("h1")).toHaveText("登录");
  await page.reload();
  await expect(page.locator("h1")).toHaveText("登录");
  await page.close();
});

test("answers with the headers that keep a page to itself", async ({ request }) => {
  const headers = (await request.get("/sign-in")).headers();
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  const scripts = (headers["content-security-policy"] ?? "").split("; ").find((part) => part.startsWith("script-src"));
  expect(scripts).toMatch(/'nonce-[A-Za-z0-9+/=]{22,}'/);
  expect(scripts).not.toContain("unsafe-inline");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toBe("same-origin");
  expect(headers["x-robots-tag"]).toContain("noindex");
  expect(headers["x-powered-by"]).toBeUndefined();
});

test("sends whoever is not signed in to the door, and only back to this site", async ({ page, request }) => {
  await page.goto("/p/anything/participants");
  await expect(page).toHaveURL(/\/sign-in/);
  const answer = await request.post("/sign-in/submit", {
    form: { email: "a@example.org", password: "x", next: "https://example.com/" },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  expect(answer.headers().location).toMatch(/^\/sign-in\?/);
  expect(answer.headers().location).not.toContain("example.com");
});

test("refuses a form from another site", async ({ request }) => {
  const answer = await request.post("/sign-in/submit", {
    form: { email: "a@example.org", password: "x" },
    headers: { "sec-fetch-site": "cross-site" },
    maxRedirects: 0,
  });
  expect(answer.headers().location).toContain("problem=elsewhere");
});

test("opens nothing of the sign-in library but what the page needs", async ({ request }) => {
  expect((await request.post("/api/auth/sign-up/email", { data: {} })).status()).toBe(404);
  expect((await request.post("/api/auth/change-password", { data: {} })).status()).toBe(404);
});
