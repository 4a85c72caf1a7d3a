import { expect, type Page, test } from "@playwright/test";
import { CollectPages } from "../pages/collect";
import { ParticipantsPages } from "../pages/participants";
import { expectAccessible } from "../support/accessibility";
import { TELLING_WORDS } from "../support/discretion";
import { closedTo } from "../support/routes";
import { enterDemo, pressDemo } from "../support/sign-in";

const NEUTRAL = /^https:\/\/www\.bing\.com\//;
const PASSWORD = "walk-alongside-2026";
const CORE = "Alongside Core Set";

/** The page somebody lands on who leaves, without the network. */
async function withoutNetwork(page: Page): Promise<void> {
  await page
    .context()
    .route(NEUTRAL, (route) => route.fulfill({ contentType: "text/html", body: "<title>Weather</title>" }));
}

test("one press, or Escape three times, leaves the site and its session, and the way back shows nothing", async ({
  page,
}) => {
  await withoutNetwork(page);
  const base = await pressDemo(page, "Clinic staff");
  await page.goto(`${base}/participants`);
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Leave now" }).click();
  await page.waitForURL(NEUTRAL);
  await page.goBack();
  await page.waitForURL(/\/sign-in/);
  await pressDemo(page, "Clinic staff");
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("Escape");
  await page.waitForURL(NEUTRAL);
  await page.goto(`${base}/participants`);
  await page.waitForURL(/\/sign-in/);
});

test("the way out works before the page's own scripts, and without the network", async ({ page }) => {
  const base = await enterDemo(page, "Clinic staff");
  await page.route(/\/_next\/static\/.*\.js/, (route) => route.abort());
  await page.goto(base);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Leave now" }).click();
  await expect(page.locator("main")).toHaveCount(0);
});

test("other open tabs go with the one that is left", async ({ page }) => {
  await withoutNetwork(page);
  const base = await enterDemo(page, "Clinic staff");
  const other = await page.context().newPage();
  await other.goto(`${base}/participants`);
  await page.goto(base);
  await page.getByRole("button", { name: "Leave now" }).click();
  await Promise.all([page.waitForURL(NEUTRAL), other.waitForURL(NEUTRAL)]);
});

test("a session left without a connection is ended before any tab shows something again", async ({ page }) => {
  const base = await enterDemo(page, "Clinic staff");
  await page.goto(base);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Leave now" }).click();
  await expect(page.locator("main")).toHaveCount(0);
  await page.close();
  await page.context().setOffline(false);
  const other = await page.context().newPage();
  await other.goto(`${base}/participants`);
  await other.waitForURL(/\/sign-in/);
  expect((await other.request.get("/api/trpc/session.read")).status()).toBe(401);
  await pressDemo(other, "Clinic staff");
  await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a page nobody uses is covered and its session locked, and what was typed is there afterwards", async ({
  page,
}) => {
  await page.clock.install();
  const base = await enterDemo(page, "Clinic staff");
  await page.goto(`${base}/collect`);
  const field = page.getByRole("searchbox", { name: "Participant code" });
  await field.fill("half a co");
  await page.clock.fastForward("11:00");
  const cover = page.getByRole("dialog", { name: "Locked" });
  await expect(cover).toBeVisible();
  await expect(field).toBeHidden();
  await expect(page).toHaveTitle("Alongside");
  await expect(page.getByRole("main")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(cover).toBeVisible();
  await expect
    .poll(async () => (await page.request.get("/api/trpc/session.read")).status(), { message: "the server locks too" })
    .toBe(401);
  const other = await page.context().newPage();
  await other.goto(`${base}/participants`);
  await expect(other).toHaveURL(/\/locked$/);
  await other.close();
  await cover.getByLabel("Password").fill("wrong");
  await cover.getByRole("button", { name: "Unlock" }).click();
  await expect(cover.getByText("4 tries are left")).toBeVisible();
  await cover.getByLabel("Password").fill(PASSWORD);
  await cover.getByRole("button", { name: "Unlock" }).click();
  await expect(cover).toBeHidden();
  await expect(field).toHaveValue("half a co");
});

test("a phone in a participant's hands has one form, then thanks, and nothing else until it is taken back", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const base = await enterDemo(page, "Clinic staff");
  const { code } = await new ParticipantsPages(page, base).enrol();
  const other = await page.context().newPage();
  await other.goto(`${base}/participants`);
  const collect = new CollectPages(page, base);
  await collect.find(code);
  await collect.begin("Ask in person", CORE, "Baseline");
  await page.getByRole("button", { name: "Hand over the phone" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Hand over the phone" }).click();
  await Promise.all([page.waitForURL(/\/form$/), other.waitForURL(/\/form$/)]);
  await other.close();
  await expect(page.locator("html")).not.toContainText(code);
  expect(await page.title()).toBe("Alongside");
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expectAccessible(page);
  for (const address of [`${base}/participants`, "/account/device", "/sign-in", ...closedTo(base, "Clinic staff")]) {
    await page.goto(address);
    await expect(page).toHaveURL(/\/form$/);
  }
  await page.goBack();
  await expect(page).toHaveURL(/\/form$/);
  const refused = await page.request.get("/api/trpc/home.read");
  expect(refused.status()).toBe(401);
  const send = page.getByRole("button", { name: "Send my answers" });
  const question = page.locator("main h2").first();
  // The key is heard once the page's own script has come.
  await expect(async () => {
    if (await page.getByText("0 of 34").isVisible()) await page.keyboard.press("1");
    await expect(page.getByText("1 of 34")).toBeVisible({ timeout: 3000 });
  }).toPass();
  for (let back = 0; back < 2; back += 1) {
    await page.evaluate(() => history.back());
    await expect(page.getByText("1 of 34")).toBeVisible();
  }
  await page.getByText("For staff").click();
  await page.getByLabel("Password").fill("a guess");
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByText("4 tries are left")).toBeVisible();
  await expect(page.getByText("1 of 34")).toBeVisible();
  await question.focus();
  for (let asked = 0; asked < 60 && !(await send.isVisible()); asked += 1) {
    const before = await question.textContent();
    await page.keyboard.press("1");
    await expect.poll(async () => (await send.isVisible()) || (await question.textContent()) !== before).toBe(true);
  }
  await send.click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBeLessThanOrEqual(1);
  await page.getByText("For staff").click();
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Take it back" }).click();
  await page.waitForURL(/\/collect\//);
  await expect(page.getByText(code).first()).toBeVisible();
});

test("no header, cookie or file that anybody may see tells what this is about, and no cache keeps an answer", async ({
  page,
}) => {
  const told: string[] = [];
  const kept: string[] = [];
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    const headers = response.headers();
    const own = Object.entries(headers).map(([name, value]) => `${name.replaceAll("-", " ")}: ${value}`);
    for (const line of [pathname, ...own])
      if (!pathname.startsWith("/_next/") && TELLING_WORDS.test(line)) told.push(line);
    if (!pathname.startsWith("/_next/static/") && !headers["cache-control"]?.includes("no-store")) kept.push(pathname);
  });
  for (const address of ["/sign-in", "/robots.txt", "/icon.svg", "/nothing/here", "/leave/script", "/api/health"])
    await page.goto(address);
  const base = await enterDemo(page, "Administrator");
  for (const path of ["", "/participants", "/change", "/change/results", "/settings/laboratory", "/worklists"])
    await page.goto(`${base}${path}`);
  for (const { name, value } of await page.context().cookies()) expect(`${name} ${value}`).not.toMatch(TELLING_WORDS);
  expect(told).toEqual([]);
  expect(kept).toEqual([]);
});
