import { expect, test } from "@playwright/test";
import { SavedChart } from "../pages/saved-chart";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { TELLING_WORDS } from "../support/discretion";
import { enterDemo } from "../support/sign-in";

test("who stayed is followed from the baseline of the Change page, drawn, tabulated and saved", async ({ page }) => {
  const base = await enterDemo(page, "Researcher");
  await page.goto(`${base}/change?at=end`);
  const card = page.locator('[data-measure="phq9/total"]');
  const baselines = await card.locator("tr[data-figure=baseline] td").allTextContents();
  await page.getByRole("link", { name: "Who stayed" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Who stayed" })).toBeVisible();
  expect(await page.title()).not.toMatch(TELLING_WORDS);
  const tables = page.locator("main figure").first().locator("..").locator("table");
  await expect(tables).toHaveCount(baselines.length);
  for (const [at, people] of baselines.entries()) {
    const [days, followed, stayed] = await tables
      .nth(at)
      .locator("tbody tr")
      .first()
      .locator("th, td")
      .allTextContents();
    expect([days, followed, stayed]).toEqual(["0", people.trim(), "100.0%"]);
  }
  const chart = new SavedChart(page, page.locator("main figure").first());
  expect((await chart.save("csv")).bytes.toString("utf8")).toContain("Followed for longer");
  const care = page.locator("[data-test=care]");
  await expect(care).toHaveCount(baselines.length);
  await expect(care.first()).toContainText(/of those still in the programme had been seen in the last 28 days/);
  await care.first().getByText("Numbers of people seen and not seen").click();
  const [day, still, seen, not, unknown] = await care
    .first()
    .locator("tbody tr")
    .first()
    .locator("th, td")
    .allTextContents();
  expect(Number(day)).toBeGreaterThan(0);
  expect(Number(seen) + Number(not) + Number(unknown)).toBe(Number(still));
  const columns = new SavedChart(page, care.first().locator("figure"));
  expect((await columns.save("csv")).bytes.toString("utf8")).toContain("Not seen for more than 28 days");
  await expect(care.last()).toContainText("no contact with anybody in this cohort has been logged");
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
});
