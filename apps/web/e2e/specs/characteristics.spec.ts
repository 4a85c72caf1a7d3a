import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { enterDemo, signOut } from "../support/sign-in";

test("who somebody is can be said at enrolment, is put right later, and cohorts are defined by it", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  let base = await enterDemo(page, "Evaluator");
  await page.goto(`${base}/participants/new`);
  await page.locator('select[name="cohort"]').selectOption({ index: 1 });
  await page.getByLabel("Age at enrolment").fill("71");
  await page.getByRole("combobox", { name: "Gender" }).selectOption("trans man");
  const populations = page.getByRole("group", { name: "Key populations" });
  await populations.getByLabel("sex workers").check();
  await populations.getByRole("checkbox", { name: "prefers not to say" }).check();
  // An answer that names none stands alone.
  await expect(populations.getByLabel("sex workers")).not.toBeChecked();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Add and make a code" }).click();
  await page.waitForURL(/new=1/);
  const who = page.getByRole("region", { name: "Who they are" });
  await expect(who).toContainText(/71 years.*trans man.*prefers not to say/s);

  await who.getByRole("button", { name: "Put right" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Age at enrolment").fill("17");
  await dialog.getByRole("checkbox", { name: "prefers not to say" }).uncheck();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(who).toContainText(/17 years.*trans man.*not recorded/s);
  await signOut(page);

  base = await enterDemo(page, "Researcher");
  await page.goto(`${base}/cohorts/new`);
  const count = page.getByRole("region", { name: "People" }).getByRole("status");
  await expect(count).toContainText(/^(\d+) of \1$/);
  const age = page.getByRole("group", { name: "Age at enrolment" });
  await age.getByRole("textbox", { name: "Below" }).fill("18");
  await expect(count).toContainText("fewer than 5");
  await age.getByRole("textbox", { name: "Below" }).fill("");
  await age.getByRole("textbox", { name: "From" }).fill("18");
  await page.getByRole("group", { name: "Gender" }).getByLabel("woman", { exact: true }).check();
  await expect(count).toContainText(/^1\d\d of /);
  await page.getByLabel("Name").fill("Grown women");
  await page.getByRole("button", { name: "Define the cohort" }).click();
  const card = page.getByRole("article").filter({ hasText: "Grown women" });
  await expect(card).toContainText("Age at enrolment: 18 or more");
  await expect(card).toContainText("Gender: woman");
  await expectNoSidewaysScroll(page);
});
