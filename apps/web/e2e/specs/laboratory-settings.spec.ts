import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { TELLING_WORDS } from "../support/discretion";
import { ownProgramme } from "../support/own-programme";

test("how results are read is decided by looking at what will differ, and every version stays", async ({ page }) => {
  const base = await ownProgramme(page);
  await page.goto(`${base}/settings/laboratory`);
  await expect(page.getByText("Nobody has changed anything yet")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save these settings" })).toBeDisabled();
  await page.getByRole("radio", { name: /^Less than 1000/ }).check();
  const differs = page.getByRole("region", { name: "What will differ" });
  await expect(differs.getByText("named by “Less than 1000” instead of “WHO 2023”")).toBeVisible();
  await expect(
    differs.getByRole("row", { name: /^1,000 copies\/mL suppressed by WHO 2023 not suppressed/ }),
  ).toBeVisible();
  await expect(differs.getByText("0 of 0 with a result are not suppressed, as before")).toBeVisible();
  await page.getByLabel("Routine results").fill("12, 6");
  await expect(page.getByText("each more than the one before")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save these settings" })).toBeDisabled();
  await page.getByLabel("Routine results").fill("3, 6");
  await page.getByRole("radio", { name: "Every result waits for a second person" }).check();
  await expect(differs).toContainText("Everything entered from now on waits for a second person.");
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }

  // Somebody else decides meanwhile.
  const other = await page.context().newPage();
  await other.goto(`${base}/settings/laboratory`);
  await other.getByLabel("A second person reads the paper").check();
  await other.getByRole("button", { name: "Save these settings" }).click();
  await expect(other.getByRole("heading", { name: "Version 1" })).toBeVisible();
  await page.getByRole("button", { name: "Save these settings" }).click();
  await expect(page.getByText("Somebody has saved other settings since this page was opened.")).toBeVisible();
  await page.getByRole("button", { name: "Show what holds now" }).click();
  await expect(page.getByLabel("A second person reads the paper")).toBeChecked();
  await page.getByRole("radio", { name: /^Less than 1000/ }).check();
  await page.getByRole("button", { name: "Save these settings" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved" }).first()).toBeVisible();
  const second = page.getByRole("article").filter({ hasText: "Version 2" });
  await expect(second).toContainText("Threshold rule: WHO 2023: up to and including 1000 → Less than 1000");
  await expect(second.getByRole("listitem")).toHaveCount(1);
  await page.getByRole("link", { name: "These changes in the audit trail" }).click();
  await expect(page.getByRole("row", { name: /less-than-1000/ })).toHaveCount(1);
  expect(`${page.url()} ${await page.title()}`).not.toMatch(TELLING_WORDS);
});

test("a laboratory that sends files is added, renamed and closed beside the settings", async ({ page }) => {
  const base = await ownProgramme(page);
  await page.goto(`${base}/settings/laboratory`);
  await page.getByLabel("Name of the new laboratory").fill("Hillside");
  await page.getByRole("button", { name: "Add a laboratory" }).press("Enter");
  await page.getByRole("button", { name: "Change Hillside" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Hillside central");
  await dialog.getByRole("button", { name: "Save" }).press("Enter");
  await page.getByRole("button", { name: "Close Hillside central" }).press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Close it", exact: true }).press("Enter");
  await expect(page.getByRole("row", { name: /Hillside central.*Closed/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Reopen Hillside central" })).toBeVisible();
});

test("a published assay becomes an own one by edition, and can be taken out of use", async ({ page }) => {
  const base = await ownProgramme(page);
  await page.goto(`${base}/settings/assays`);
  const published = page.getByRole("region", { name: "Published", exact: true });
  await expect(published.getByRole("row", { name: /Abbott RealTime, plasma 600/ })).toContainText("PMC7259604");
  await published.getByRole("button", { name: /^New edition of Abbott RealTime, plasma 600/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What “<” and the limit means").selectOption({ label: "Not detected" });
  await expect(dialog.getByText("Not stated: ask each time → Not detected")).toBeVisible();
  await expect(dialog.getByText("New results are entered under edition 2.")).toBeVisible();
  await dialog.getByLabel("Valid from").fill("2019-01-01");
  await expect(dialog.getByText("Edition 2 is kept but not offered")).toBeVisible();
  await dialog.getByLabel("Valid from").fill("2026-01-01");
  await dialog.getByLabel("Lower limit of quantification").fill("forty");
  await expect(dialog.getByText("Limits and the factor are numbers")).toBeVisible();
  await dialog.getByLabel("Lower limit of quantification").fill("40");
  await dialog.getByLabel("Source").fill("Letter of the laboratory, 3 January 2026");
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  await dialog.getByRole("button", { name: "Save" }).click();
  const own = page.getByRole("region", { name: "The programme’s own" });
  const edition = own.getByRole("row", { name: /edition 2/ });
  await expect(edition).toContainText("Offered");
  await expect(edition).toContainText("Letter of the laboratory");
  await expect(published.getByRole("row", { name: /plasma 600.*edition 1/ })).toContainText("Earlier edition");
  await edition.getByRole("button", { name: /^Switch off/ }).click();
  await expect(dialog).toContainText("New results are offered edition 1 instead.");
  await dialog.getByRole("button", { name: "Switch off" }).click();
  await expect(edition).toContainText("Switched off");
  await edition.getByRole("button", { name: /^Switch on/ }).click();
  await expect(edition).toContainText("Offered");
});
