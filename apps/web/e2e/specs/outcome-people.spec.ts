import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { enterDemo, signOut } from "../support/sign-in";

test("from an outcome to the people behind it, by keyboard addresses, and a researcher does not find the way", async ({
  page,
}) => {
  const base = await enterDemo(page, "Evaluator");
  await page.goto(`${base}/change`);
  const href = await page.locator(`main a[href^="${base}/change/outcome?"]`).first().getAttribute("href");
  await page.goto(href ?? "");
  await page.getByRole("link", { name: "Whose scores these are" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Whose scores these are" })).toBeVisible();
  const rows = page.getByRole("table", { name: "People of the cohort, with both scores" }).locator("tbody tr");
  const all = await rows.count();
  expect(all).toBeGreaterThan(10);
  await expectAccessible(page);
  await page.getByRole("navigation", { name: "Order" }).getByRole("link", { name: "Code", exact: true }).click();
  await expect(page).toHaveURL(/order=code/);
  const codes = await rows.locator("th").allTextContents();
  expect(codes).toEqual(codes.toSorted());
  await page
    .getByRole("navigation", { name: "What became of them" })
    .getByRole("link", { name: /^Not known/ })
    .click();
  await expect(page).toHaveURL(/kind=not-known/);
  await expect(rows.first()).toContainText(/no form|not due|too little answered/);
  await page.goBack();
  await expect(rows).toHaveCount(all);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const address = page.url();
  await rows.first().getByRole("link").click();
  await expect(page).toHaveURL(/\/participants\/[0-9a-f-]{36}$/);
  await signOut(page);

  await enterDemo(page, "Researcher");
  await page.goto(href ?? "");
  await expect(page.getByRole("link", { name: "Whose scores these are" })).toHaveCount(0);
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  await expect(rows).toHaveCount(0);
});
