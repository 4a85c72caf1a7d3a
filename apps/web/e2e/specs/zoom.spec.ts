import { expect, type Page, test } from "@playwright/test";
import { expectNoSidewaysScroll } from "../support/accessibility";
import { enterDemo, pressDemo } from "../support/sign-in";

/** A screen of 1280 by 800 at 200 %: half as many CSS pixels, twice as fine. */
test.use({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });

/** Tabs through the page: what has the focus must be in sight, and not under a bar that stays in place. */
async function expectFocusInSight(page: Page, presses: number): Promise<void> {
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press("Tab");
    const covered = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return "";
      const { left, top, width, height } = focused.getBoundingClientRect();
      const x = Math.min(Math.max(left + width / 2, 0), innerWidth - 1);
      const y = Math.min(Math.max(top + Math.min(height / 2, 22), 0), innerHeight - 1);
      const seen = document.elementFromPoint(x, y);
      const label = seen?.closest("label");
      const itself = seen !== null && (focused.contains(seen) || seen.contains(focused));
      const itsLabel = label instanceof HTMLLabelElement && label.control === focused;
      return itself || itsLabel ? "" : `${focused.outerHTML.slice(0, 120)} under ${seen?.outerHTML.slice(0, 120)}`;
    });
    expect(covered).toBe("");
  }
}

test("signing in at 200 %", async ({ page }) => {
  await page.goto("/sign-in");
  await expectNoSidewaysScroll(page);
  for (const name of ["Sign in", /^Administrator/, /^Peer coordinator/, "中文"]) {
    const button = page.getByRole("button", { name }).first();
    await button.scrollIntoViewIfNeeded();
    await expect(button).toBeInViewport({ ratio: 0.99 });
  }
  await expectFocusInSight(page, 8);
});

test("asking a question at 200 %", async ({ page }) => {
  const base = await pressDemo(page, "Clinic staff");
  await page.locator(`main a[href^="${base}/collect?"]`).first().click();
  await page
    .getByRole("button", { name: /^Ask in person/ })
    .first()
    .click();
  const group = page.getByRole("group").or(page.getByRole("radiogroup")).first();
  await expect(group).toBeVisible();
  await expectNoSidewaysScroll(page);
  for (const radio of await group.getByRole("radio").all()) {
    await radio.scrollIntoViewIfNeeded();
    await expect(radio).toBeInViewport();
  }
  for (const name of ["Skip this question", "Prefers not to answer"])
    await expect(page.getByText(name, { exact: true })).toBeVisible();
  await expectFocusInSight(page, 20);
});

test("reading change at 200 %", async ({ page }) => {
  const base = await enterDemo(page, "Evaluator");
  await page.goto(`${base}/change`);
  await expect(page.getByRole("heading", { level: 1, name: "Change" })).toBeVisible();
  const table = page.getByRole("table").first();
  await table.scrollIntoViewIfNeeded();
  await expect(table).toBeInViewport();
  const chart = page.locator("main figure svg, main [role=img] svg").first();
  await chart.scrollIntoViewIfNeeded();
  await expect(chart).toBeInViewport();
  await expectNoSidewaysScroll(page);
  await expectFocusInSight(page, 25);
});
