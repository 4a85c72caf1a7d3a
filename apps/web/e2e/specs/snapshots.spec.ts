import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { enterDemo } from "../support/sign-in";

test("a researcher freezes the data, and opens the same figures again at an address that says so", async ({ page }) => {
  const base = await enterDemo(page, "Researcher");
  await page.goto(`${base}/change`);
  await page.getByRole("link", { name: "Snapshots" }).click();
  await expectAccessible(page);
  await page.getByLabel("Name").fill("Mid-term report");
  await page.getByRole("button", { name: "Freeze" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Mid-term report" })).toBeVisible();
  await expect(page.getByText("Every row is what it was")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Open its figures" }).click();
  await expect(page).toHaveURL(/\/change\?snapshot=[\w-]+$/);
  await expect(page.getByText("Figures of the snapshot Mid-term report")).toBeVisible();
  const table = page.locator("main article").filter({ hasText: "PHQ-9" }).first().getByRole("table").first();
  const frozen = await table.textContent();
  await page.getByRole("link", { name: "Figures of today" }).click();
  await expect(page).toHaveURL(/\/change$/);
  await expect(page.getByText("Figures of the snapshot")).toHaveCount(0);
  expect(await table.textContent()).toBe(frozen);
  await page.goBack();
  await expect(page.getByText("Figures of the snapshot Mid-term report")).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /CSV/ }).first().click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^table-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.csv$/);

  await page
    .getByRole("link", { name: /^Details of/ })
    .first()
    .click();
  await expect(page).toHaveURL(/snapshot=/);
  await expect(page.getByText("Figures of the snapshot Mid-term report")).toBeVisible();
  await page.getByRole("link", { name: "Download the R script" }).first().click();
  await expect(page).toHaveURL(/releases\/new\?.*snapshot=/);
});

test("a researcher takes the data package of a snapshot, once, under its number", async ({ page }) => {
  const base = await enterDemo(page, "Researcher");
  await page.goto(`${base}/snapshots`);
  await page.getByRole("link", { name: "What Before the board meeting holds" }).click();
  await page.getByRole("link", { name: "Ask for its data package" }).click();
  await expect(page.getByText(/^\d+ people in [\d,]+ rows\.$/)).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download once" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^data-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.zip$/);
  await page.goto(`${base}/releases`);
  await expect(page.getByRole("listitem").filter({ hasText: "Chosen: Before the board meeting." })).toContainText(
    "Taken",
  );
});

test("somebody who may only read freezes nothing", async ({ page }) => {
  const base = await enterDemo(page, "Evaluator");
  await page.goto(`${base}/snapshots`);
  await expect(page.getByRole("article", { name: "Before the board meeting" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Freeze" })).toHaveCount(0);
});

test("two snapshots are compared by people, forms and figures, on a phone", async ({ page }) => {
  const base = await enterDemo(page, "Researcher");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${base}/snapshots`);
  await page.getByLabel("Name").fill("On a phone");
  await page.getByRole("button", { name: "Freeze" }).click();
  await page.getByRole("link", { name: "Snapshots" }).click();
  await page.getByRole("link", { name: "What Before the board meeting holds" }).click();
  await expectNoSidewaysScroll(page);
  await page.getByRole("combobox", { name: "Other snapshot" }).selectOption({ index: 0 });
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(/\?with=[\w-]+$/);
  await expect(page.getByRole("table", { name: "People" })).toContainText("in the other only");
  await expect(page.getByRole("table", { name: "Figures that are not the same" })).toContainText("PHQ-9");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
