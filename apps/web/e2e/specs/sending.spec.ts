import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { CollectPages } from "../pages/collect";
import { ParticipantsPages } from "../pages/participants";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { enterDemo } from "../support/sign-in";

const PHQ9 = "Patient Health Questionnaire, depression module";
const SAVE = "**/api/trpc/assessment.save*";
const NO_RISK = "000000000";
const RISK = "000000001";

test.describe.configure({ timeout: 120_000 });

const actToday = (page: Page) => page.getByRole("alert").filter({ hasText: "Act today" });

/** A new participant's baseline form typed in from paper, up to the last press. */
async function typeIn(page: Page, keys: string) {
  const base = await enterDemo(page, "Evaluator");
  const { code } = await new ParticipantsPages(page, base).enrol();
  const collect = new CollectPages(page, base);
  await typeAgain(page, collect, code, keys);
  return { base, code, collect };
}

async function typeAgain(page: Page, collect: CollectPages, code: string, keys: string) {
  await collect.find(code);
  await collect.begin("Enter from paper", PHQ9, "Baseline");
  await expect(page.locator("ol input").first()).toBeFocused();
  await page.keyboard.type(keys);
  await expect(collect.reviewHeading()).toBeVisible();
}

/** The connection goes and comes back, as the browser tells its pages. */
async function reconnect(page: Page, context: BrowserContext) {
  await context.setOffline(true);
  await page.unroute(SAVE);
  await context.setOffline(false);
}

for (const width of [360, 1280])
  test(`a form left waiting is sent from the start page, at ${width} px`, async ({ page, context }) => {
    await page.setViewportSize({ width, height: 740 });
    const { base, code, collect } = await typeIn(page, NO_RISK);
    const answered: number[] = [];
    page.on("response", (response) => {
      if (response.url().includes("/api/trpc/assessment.save")) answered.push(response.status());
    });
    await page.route(SAVE, (route) => route.abort());
    await collect.save();
    await expect(page.getByText("Saved on this device, not yet sent")).toBeVisible();
    await expect(actToday(page)).toHaveCount(0);
    await page.goto(base);
    const waiting = page.getByRole("listitem").filter({ hasText: code }).filter({ hasText: "not sent yet" });
    await expect(waiting).toBeVisible();
    await reconnect(page, context);
    await expect(page.getByRole("status").filter({ hasText: "1 form was sent." })).toBeVisible();
    await expect(waiting).toHaveCount(0);
    expect(answered).toEqual([200]);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: "Close" }).click();
    await expect(page.getByText("1 form was sent.")).toHaveCount(0);
    await collect.find(code);
    await expect(page.getByRole("link", { name: `See what was recorded: ${PHQ9}, Baseline` })).toBeVisible();
  });

test("an answer that calls for action is shown before saving, without a connection, in lists and until it is read", async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const { base, code, collect } = await typeIn(page, RISK);
  await expect(actToday(page)).toContainText("Item 9");
  await page.route(SAVE, (route) => route.abort());
  await collect.save();
  await expect(page.getByText("Saved on this device, not yet sent")).toBeVisible();
  await expect(actToday(page)).toContainText("Say first:");
  await expectAccessible(page);
  await page.goto(base);
  const listed = page.getByRole("listitem").filter({ hasText: code }).filter({ hasText: "not sent yet" });
  await expect(listed).toContainText("Act today");
  await reconnect(page, context);
  const corner = page.getByRole("region", { name: "Sending from this device" });
  await expect(corner.getByRole("alert")).toContainText("Call:");
  await expect(corner).toContainText(code);
  await expectAccessible(page);
  // It outlasts the page it came up on.
  await page.goto(`${base}/change`);
  await expect(corner.getByRole("alert")).toContainText("Item 9");
  await corner.getByRole("button", { name: "I have read this" }).click();
  await expect(actToday(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(actToday(page)).toHaveCount(0);
});

test("a form refused because the place is taken still shows whom to call, and says what to do with it", async ({
  page,
  context,
}) => {
  const { base, code, collect } = await typeIn(page, RISK);
  // A colleague records the same questionnaire meanwhile.
  const colleague = await context.browser()?.newContext();
  const theirs = await colleague?.newPage();
  if (colleague === undefined || theirs === undefined) throw new Error("no second browser");
  const theirBase = await enterDemo(theirs, "Clinic staff");
  const theirCollect = new CollectPages(theirs, theirBase);
  await typeAgain(theirs, theirCollect, code, NO_RISK);
  await theirCollect.save();
  await theirCollect.expectSaved();
  await colleague.close();

  await page.setViewportSize({ width: 360, height: 740 });
  await collect.save();
  await expect(page.getByText("already recorded for this participant at this time")).toBeVisible();
  await expect(page.getByText("use them as a correction")).toBeVisible();
  await expect(actToday(page)).toContainText("Item 9");
  await expect(page.getByText("another name")).toHaveCount(0);
  await expectAccessible(page);
  await page.goto(`${base}/collect`);
  const listed = page.getByRole("listitem").filter({ hasText: code });
  await expect(listed).toContainText("Needs you");
  await expect(listed).toContainText("already recorded");
  await expect(listed).toContainText("Act today");
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: `Continue: ${PHQ9}, ${code}, Baseline` }).click();
  await expect(page.getByText("There are other answers on this device")).toBeVisible();
  await expect(actToday(page)).toContainText("Item 9");
});
