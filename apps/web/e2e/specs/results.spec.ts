import { expect, test } from "@playwright/test";
import { ReleasePage } from "../pages/release-page";
import { ResultsPage } from "../pages/results-page";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { TELLING_WORDS } from "../support/discretion";
import { enterDemo } from "../support/sign-in";

const SECTIONS = [
  "Suppression before and after",
  "How far the numbers moved",
  "From category to category",
  "Person by person",
  "How long it took",
  "The 95-95-95 cascade",
  "Other measurements",
  "People who stepped back",
  "How was this computed?",
];
const DENOMINATORS = ["tested-only", "missing-unsuppressed", "worst", "best"];

test("opens from Change by keyboard, tells nothing in its address, and names the rule and every denominator", async ({
  page,
}) => {
  const results = new ResultsPage(page);
  await results.openByKeyboard(await enterDemo(page, "Researcher"));
  expect(page.url()).not.toMatch(TELLING_WORDS);
  expect(await page.title()).not.toMatch(TELLING_WORDS);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(SECTIONS);
  await expect(results.finding("shift")).toContainText("By WHO 2023: up to and including 1000");
  for (const name of DENOMINATORS) await expect(results.denominator("who-2023", name)).toBeVisible();
  await expect(page.locator("[data-standing]")).toContainText("No analysis plan names these results");
  // Whoever may open nobody's results has no line of anybody.
  await expect(results.finding("lines")).toContainText("drawn for those who may open these people");
  await expect(page.locator("#lines figure")).toHaveCount(0);
  await expect(page.locator("#times figure")).toHaveCount(2);
  await expect(page.locator("#cascade figure")).toContainText("cannot be known here");
});

test("sets two rules side by side, and each names itself", async ({ page }) => {
  const results = new ResultsPage(page);
  await results.openByKeyboard(await enterDemo(page, "Administrator"));
  await results.choose("cohort", "Usual care, waiting");
  await results.choose("rule", "Less than 200 (CDC)");
  expect(page.url()).not.toMatch(TELLING_WORDS);
  await expect(results.finding("shift")).toContainText("By WHO 2023: up to and including 1000");
  await expect(results.finding("shift")).toContainText("By Less than 200 (CDC)");
  for (const rule of ["who-2023", "less-than-200"]) {
    for (const name of DENOMINATORS) await expect(results.denominator(rule, name)).toBeVisible();
  }
  await expect(results.field("cohort").locator("option:checked")).toHaveText("Usual care, waiting");
  await expect(page.locator("#lines figure")).toContainText("An open triangle is no number but a limit");
  await expect(page.locator("#shift [data-part=awaiting]").first()).toContainText("count like any other");
});

test("computes what takes seconds, says why there is a mean or none, and never offers substitution as a result", async ({
  page,
}) => {
  const results = new ResultsPage(page);
  await results.openByKeyboard(await enterDemo(page, "Administrator"));
  await expect(results.level()).toHaveAttribute("data-level", "done", { timeout: 30_000 });
  const level = page.locator("#level");
  await expect(level.locator("[data-gate]").first()).toContainText(/beyond their limits/);
  for (const words of await level.locator("[data-part=substitution]").allTextContents()) {
    expect(words).toContain("For comparison only, never a result");
  }
  await expect(level).toContainText("Kind of specimen changed between the two results");
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test("gives a script for R with rows and without codes", async ({ page }) => {
  const results = new ResultsPage(page);
  await results.openByKeyboard(await enterDemo(page, "Researcher"));
  await page.getByRole("link", { name: "Download data and R script" }).click();
  const { name, text } = await new ReleasePage(page).downloadInside();
  expect(name).toMatch(/^results-\d{4}-\d{2}-\d{2}\.R$/);
  expect(name).not.toMatch(TELLING_WORDS);
  expect(text).toContain("# Single results: left out");
  expect(text).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}\b(?!-)/);
});
