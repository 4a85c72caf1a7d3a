import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { enterDemo } from "../support/sign-in";

test("a researcher assembles a report, with the figures of the Change page, and takes it away", async ({
  page,
}, info) => {
  const base = await enterDemo(page, "Researcher");
  await page.goto(`${base}/change`);
  const depression = page.locator("main article").filter({ hasText: "PHQ-9" }).first().getByRole("table").first();
  const cells = await depression.getByRole("cell").allTextContents();
  await page.getByRole("link", { name: "Report", exact: true }).click();
  const paper = page.locator("[data-report]");
  await expect(paper.getByText("Internal draft, not for circulation")).toBeVisible();
  await expect(paper.getByRole("heading", { name: "In short" })).toBeVisible();
  await expect(paper.getByRole("table", { name: /^TREND/ }).getByRole("row")).toHaveCount(23);
  // Every interval of the page stands in the report.
  const intervals = cells.filter((cell) => /^-?\d+\.\d\d to -?\d+\.\d\d$/.test(cell));
  expect(intervals.length).toBeGreaterThan(0);
  for (const interval of intervals) await expect(paper).toContainText(interval);
  await expectAccessible(page);

  await page.getByText("Your own words").click();
  await page.getByLabel("Title").fill("Two years of support");
  await page.getByLabel("Limits, harm").fill("One site closed for a month.");
  await page.getByRole("checkbox", { name: "Viral load" }).uncheck();
  await page.getByRole("button", { name: "Show the report" }).click();
  await expect(paper.getByRole("heading", { name: "Two years of support" })).toBeVisible();
  await expect(paper.getByText("One site closed for a month.")).toBeVisible();
  await expect(paper.getByRole("heading", { name: "Viral load" })).toHaveCount(0);
  await expect(page).toHaveURL(/part=summary/);
  expect(page.url()).not.toContain("closed");

  for (const [button, ending] of [
    ["Word (DOCX)", "docx"],
    ["Markdown", "md"],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^report-\\d{4}-\\d\\d-\\d\\d-[0-9a-f]{8}\\.${ending}$`));
    await download.saveAs(info.outputPath(`report.${ending}`));
  }
  const pdf = await page.pdf({ preferCSSPageSize: true, path: info.outputPath("report.pdf") });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
});

test("a report is in Chinese while the screen is not, and fits a phone", async ({ page }, info) => {
  const base = await enterDemo(page, "Evaluator");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${base}/report?lang=zh`);
  const paper = page.locator("[data-report]");
  await expect(paper).toHaveAttribute("lang", "zh-CN");
  await expect(paper.getByRole("heading", { name: "简要说明" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Print or save as PDF" })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.pdf({ preferCSSPageSize: true, path: info.outputPath("report-zh.pdf") });
});

test("a report goes outside when a second person approved it, and has no mark then", async ({
  page,
  browser,
}, info) => {
  const base = await enterDemo(page, "Researcher");
  await page.goto(`${base}/report?lang=en&part=summary&part=results`);
  await page.getByText("Publish it").click();
  await page.getByRole("combobox", { name: "For whom" }).selectOption("community");
  await page.getByLabel("In a sentence").fill("For the meeting of the support groups in spring.");
  await page.getByRole("button", { name: "Ask for approval" }).click();
  await expect(page).toHaveURL(/report\/published\/[\w-]+$/);
  const paper = page.locator("[data-report]");
  await expect(paper.getByText("Internal draft, not for circulation")).toBeVisible();
  await expect(page.getByRole("button", { name: "Decide" })).toHaveCount(0);
  await expectAccessible(page);
  const address = page.url();

  const second = await (await browser.newContext()).newPage();
  await enterDemo(second, "Administrator");
  await second.goto(address);
  await second.getByLabel("Approve").check();
  await second.getByLabel("Reason").fill("Read on every page.");
  await second.getByRole("button", { name: "Decide" }).click();
  await expect(second.locator("[data-state=approved]")).toBeVisible();

  await page.pdf({ preferCSSPageSize: true, path: info.outputPath("report-publish.pdf") });
  await page.reload();
  await expect(page.getByText("Read on every page.")).toBeVisible();
  await expect(paper.getByText("Internal draft, not for circulation")).toHaveCount(0);
  await page.getByRole("link", { name: "Reports for outside" }).click();
  await expect(page.getByRole("link", { name: /^Open The first year of Riverside/ })).toBeVisible();
  await expectAccessible(page);
});

test("a report is asked for again by itself until somebody stops it", async ({ page }) => {
  const base = await enterDemo(page, "Researcher");
  await page.goto(`${base}/report?lang=en&part=summary`);
  await page.getByText("Publish it").click();
  await page.getByRole("combobox", { name: "How often" }).selectOption("every three months");
  const first = await page.getByLabel("Again from").inputValue();
  expect(first).toMatch(/^\d{4}-\d{2}-01$/);
  await page.getByLabel("In a sentence").fill("For the quarterly letter to the ministry.");
  await page.getByRole("button", { name: "Ask for approval" }).click();
  await expect(page).toHaveURL(/report\/published\/[\w-]+$/);
  await page.getByRole("link", { name: "Reports for outside" }).click();
  const schedules = page.getByRole("region", { name: "Made again by themselves" });
  await expect(schedules).toContainText("Made every three months · Funder · in English");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await schedules.getByRole("button", { name: "Stop" }).click();
  await expect(schedules).toHaveCount(0);
});
