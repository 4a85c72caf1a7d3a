import { expect, test } from "@playwright/test";
import { SavedChart } from "../pages/saved-chart";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { enterDemo } from "../support/sign-in";

test.describe.configure({ timeout: 120_000 });

test("five domains are looked along, narrowed and ordered, and every state has an address", async ({ page }) => {
  const base = await enterDemo(page, "Researcher");
  await page.goto(`${base}/change`);
  const glance = page.getByRole("region", { name: "Five domains at a glance" });
  const domains = glance.locator("[data-glance]");
  await expect(domains).toHaveCount(5);
  const rows = await domains.nth(1).locator("[data-row] svg line").count();
  expect(rows).toBeGreaterThan(10);
  // What is drawn for the eye stands in a table for everybody.
  await domains.nth(1).getByText("The numbers as a table").click();
  const table = domains.nth(1).getByRole("table");
  await expect(table.getByRole("row").nth(1)).toContainText(/-?\d+\.\d+ \(-?\d+\.\d+ to -?\d+\.\d+\)/);
  await expect(table.getByRole("columnheader", { name: "Assumptions, as far as sums tell" })).toBeVisible();
  await expectAccessible(page);

  await glance.getByRole("combobox", { name: "Domain" }).selectOption({ label: "Psychological outcomes" });
  await expect(page).toHaveURL(/domain=outcome\.psychological/);
  await expect(domains).toHaveCount(1);
  // Going into a domain leaves the other domains out below as well.
  await expect(page.locator("section[data-domain]")).toHaveCount(1);
  await glance.getByRole("combobox", { name: "Outcomes" }).selectOption({ label: "Worse in a cohort" });
  await expect(glance.getByRole("status")).toContainText("are not shown");
  await page.goBack();
  await expect(glance.getByRole("status")).toHaveCount(0);
  await page.goBack();
  await expect(domains).toHaveCount(5);
  await page.goForward();
  await expect(domains).toHaveCount(1);

  await glance.getByRole("link", { name: "Over time" }).click();
  await expect(page).toHaveURL(/view=waves/);
  await expect(domains.first().locator("figure li svg").first()).toBeVisible();
  const top = domains.first().locator("figure li > a").first();
  const asInFramework = (await top.textContent()) ?? "";
  await glance.getByRole("combobox", { name: "Order" }).selectOption({ label: "Largest change for the better" });
  await expect(page).toHaveURL(/order=change/);
  await expect(top).not.toHaveText(asInFramework);
  const first = (await top.textContent()) ?? "";
  // The same for whoever opens the address.
  const address = page.url();
  await page.goto(`${base}/framework`);
  await page.goto(address);
  await expect(top).toHaveText(first);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
});

test("a forest is saved with everything that stands beside it", async ({ page }) => {
  const base = await enterDemo(page, "Researcher");
  await page.goto(`${base}/change?domain=outcome.social`);
  const chart = new SavedChart(page, page.locator("[data-glance] figure").first());
  const { bytes } = await chart.save("svg");
  expect(bytes.toString("utf8")).toMatch(/better →/);
  const table = (await chart.save("csv")).bytes.toString("utf8");
  expect(table).toContain("Assumptions, as far as sums tell");
});
