import { expect, type Page, test } from "@playwright/test";
import { measureSign } from "../../src/features/outcome/outcome-address";
import { OutcomePage } from "../pages/outcome-page";
import { ReleasePage } from "../pages/release-page";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { TELLING_WORDS } from "../support/discretion";
import { enterDemo } from "../support/sign-in";

/** The details of a measure that is yes or no, of few people, at twelve months. */
async function openMissedVisits(page: Page): Promise<OutcomePage> {
  const base = await enterDemo(page, "Researcher");
  await page.goto(`${base}/change?at=month-12`);
  const link = page.locator('a[href*="/change/outcome?"]', { hasText: "Peer support by visit" }).first();
  const address = new URL((await link.getAttribute("href")) ?? "", page.url());
  address.searchParams.set("measure", measureSign("retention/missed-any"));
  await page.goto(address.href);
  await page.getByRole("heading", { level: 2, name: "The finding" }).waitFor();
  return new OutcomePage(page);
}

test("shows shares and not means, in four ways of counting the missing, and hides what few people would give away", async ({
  page,
}) => {
  const outcome = await openMissedVisits(page);
  expect(page.url()).not.toMatch(TELLING_WORDS);
  await expect(page).toHaveTitle(/^Outcome in detail/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Any visit missed");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText([
    "The finding",
    "Who is behind the number",
    "People who stepped back",
    "How sure is this",
    "How was this computed?",
  ]);
  // Ten people, of whom fewer than five missed a visit.
  await expect(outcome.fact("people")).toContainText("10 with an answer before and after");
  for (const fact of ["before", "after", "difference", "test", "odds"]) {
    await expect(outcome.fact(fact)).toHaveText("hidden: too few people");
  }
  await expect(page.locator("[data-part=shift] table")).toHaveCount(0);
  await page.getByText("The same figures as a table").click();
  await expect(page.locator("[data-part=denominators] tbody tr")).toHaveCount(4);
  await expect(page.getByText("Standardised change")).toHaveCount(0);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
});

test("gives a script that says what it leaves out and counts nobody whom the page hides", async ({ page }) => {
  await openMissedVisits(page);
  await page.getByRole("link", { name: "Download the R script that computes it again" }).click();
  const { name, text } = await new ReleasePage(page).downloadInside();
  expect(name).toMatch(/^outcome-\d{4}-\d\d-\d\d\.R$/);
  expect(text).toContain("# Left out:");
  expect(text).not.toMatch(/^A,(yes|no),(yes|no),\d/m);
});
