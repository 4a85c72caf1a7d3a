import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { enterDemo } from "../support/sign-in";

test("a researcher defines a cohort while its people are counted, and sees its change beside another, at one address", async ({
  page,
}) => {
  const base = await enterDemo(page, "Researcher");
  await page.goto(`${base}/change`);
  await page.getByRole("link", { name: "Cohorts you define" }).click();
  await page.getByRole("link", { name: "Define a cohort" }).click();
  const count = page.getByRole("region", { name: "People" }).getByRole("status");
  await expect(count).toContainText(/^(\d+) of \1$/);
  const all = await count.textContent();

  await page.getByLabel("Name").fill("Hillside, low mood");
  await page.getByRole("group", { name: "Sites" }).getByRole("checkbox", { name: "Hillside clinic" }).check();
  await expect(count).not.toHaveText(all ?? "");
  await page.getByRole("button", { name: "Add a score" }).click();
  await page
    .getByRole("group", { name: "Score at the baseline" })
    .getByRole("combobox")
    .selectOption({ label: "Depression (PHQ-9)" });
  const band = page.getByRole("group", { name: "Score at the baseline" });
  await band.getByRole("textbox", { name: "From" }).fill("20");
  await band.getByRole("textbox", { name: "Below" }).fill("10");
  await page.getByRole("button", { name: "Define the cohort" }).click();
  await expect(page.locator("form").getByRole("alert")).toContainText("from must be smaller than below");
  await band.getByRole("textbox", { name: "From" }).fill("10");
  await band.getByRole("textbox", { name: "Below" }).fill("");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Define the cohort" }).click();

  const card = page.getByRole("article").filter({ hasText: "Hillside, low mood" });
  await expect(card).toContainText("At Hillside clinic");
  await expect(card).toContainText("10 or more");
  await page.getByRole("checkbox", { name: "Choose Low mood at the start, supported" }).check();
  await card.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Show who is in both" }).click();
  const overlap = page.getByRole("table", { name: "Who is in both" });
  await expect(overlap.getByRole("row")).toHaveCount(3);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Show their change" }).click();
  await expect(page).toHaveURL(/\/change\?cohort=[\w-]+&cohort=[\w-]+$/);
  await expect(page.getByText("Cohorts that were defined, not arms")).toBeVisible();
  const shown = page.locator("main article").filter({ hasText: "PHQ-9" }).first().getByRole("table").first();
  await expect(shown).toContainText("Hillside, low mood");
  await expect(shown).toContainText("Low mood at the start, supported");
  // An outcome opens for cohorts that were defined as it does for arms; two with the same people are not compared.
  const details = page.getByRole("link", {
    name: /^Details of Low mood at the start, supported.*PHQ-9|PHQ-9.*Low mood/,
  });
  const href = (await details.first().getAttribute("href")) ?? "";
  const own = new URL(href, page.url()).searchParams;
  const together = page.url();
  await page.goto(href);
  await expect(page.getByText("A cohort that somebody defined")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Compared with" }).selectOption({ label: "Hillside, low mood" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/with=/);
  expect(new URL(page.url()).searchParams.get("defined")).toBe(own.get("defined"));
  await expect(page.getByText("some people are in both cohorts")).toBeVisible();
  await page.goto(together);
  await page.getByRole("link", { name: "6 months", exact: true }).first().click();
  await expect(page).toHaveURL(/cohort=/);
  await page.reload();
  await expect(shown).toContainText("Hillside, low mood");
  await page.getByRole("link", { name: "Back to the arms" }).click();
  await expect(page.getByText("Cohorts that were defined, not arms")).toHaveCount(0);
});

test("who was chosen by what came of them is described, and says so; a change of criteria is a new version", async ({
  page,
}) => {
  const base = await enterDemo(page, "Researcher");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${base}/cohorts`);
  const card = page.getByRole("article").filter({ hasText: "Completed with support" });
  await expect(card).toContainText("Describes only");
  await card.getByRole("link", { name: "Open Completed with support" }).click();
  await expect(page.getByText("Chosen by what came of people")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("group", { name: "How people stand now" }).getByRole("checkbox", { name: "Withdrew" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(card).toContainText("Version 2");
  await expectNoSidewaysScroll(page);
});

test("somebody who may only read defines nothing", async ({ page }) => {
  const base = await enterDemo(page, "Evaluator");
  await page.goto(`${base}/cohorts`);
  await expect(page.getByRole("link", { name: "Define a cohort" })).toHaveCount(0);
  await page.getByRole("link", { name: /^Open Low mood at the start, waiting/ }).click();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
});
