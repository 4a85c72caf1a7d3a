import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { enterDemo, signOut } from "../support/sign-in";

test("a coordinator logs a contact on a phone in few touches, a group for everybody who came, and takes one back", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const base = await enterDemo(page, "Peer coordinator");
  await page.goto(`${base}/support`);
  const log = page.getByRole("form", { name: "Log a contact" });
  const table = page.getByRole("table", { name: "Contacts, newest first" });
  const rows = table.locator("tbody tr");
  await expect(rows).toHaveCount(50);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const shown = new Set(await table.locator("tbody th").allTextContents());
  const [one = "", other = ""] = shown;

  await log.getByRole("button", { name: "Log" }).click();
  await expect(log.getByRole("alert")).toContainText("Write the code of one person");
  await log.getByLabel("Participant code").fill(one.toLowerCase().replace("-", ""));
  await log.getByRole("button", { name: "20 min" }).click();
  await log.getByRole("checkbox", { name: /^Emotional/ }).check();
  await log.getByRole("checkbox", { name: /^Appraisal/ }).check();
  await log.getByRole("button", { name: "Say how the time was split" }).click();
  await log.getByLabel("Per cent of the time: Emotional").fill("70");
  await log.getByRole("button", { name: "Log" }).click();
  await expect(log.getByRole("alert")).toContainText("together 100");
  await log.getByLabel("Per cent of the time: Appraisal").fill("30");
  await expectAccessible(page);
  await log.getByRole("button", { name: "Log" }).click();
  await expect(log.getByRole("status")).toHaveText(`Logged: ${one}, 20 minutes.`);
  await expect(rows.first()).toContainText(/Emotional 70 % · Appraisal 30 %/);

  await log.getByLabel("In a group").check();
  await log.getByLabel("Codes of everybody who came").fill(`${one}\nABCD-EFGH`);
  await log.getByLabel("Minutes", { exact: true }).fill("90");
  await log.getByRole("checkbox", { name: /^Affiliational/ }).check();
  await log.getByRole("button", { name: "Log" }).click();
  await expect(log.getByText("“ABCD-EFGH” is not a code")).toBeVisible();
  await log.getByLabel("Codes of everybody who came").fill(`${one}\n${other}`);
  await log.getByRole("button", { name: "Log" }).click();
  await expect(log.getByRole("status")).toContainText("90 minutes");
  await expect(rows.filter({ hasText: "Group of 2" })).toHaveCount(2);
  await rows
    .filter({ hasText: "Group of 2" })
    .first()
    .getByRole("button", { name: /^Take back/ })
    .click();
  await expect(rows.filter({ hasText: "Group of 1" })).toHaveCount(1);

  await page.getByRole("navigation", { name: "Support" }).getByRole("link", { name: "Volunteers" }).click();
  const volunteers = page.getByRole("table", { name: "Volunteers" });
  await expect(volunteers.locator("tbody tr")).not.toHaveCount(0);
  await page.getByRole("form", { name: "Add a volunteer" }).getByLabel("Code").fill("Blue-9");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(volunteers.getByRole("row", { name: /Blue-9/ })).toBeVisible();
  await volunteers.getByRole("button", { name: "Blue-9 left today" }).click();
  await expect(volunteers.getByRole("button", { name: "Blue-9 is back" })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await signOut(page);
});

test("a researcher defines a cohort by the support people had, which only describes", async ({ page }) => {
  const base = await enterDemo(page, "Researcher");
  await page.goto(`${base}/cohorts/new`);
  const count = page.getByRole("region", { name: "People" }).getByRole("status");
  await expect(count).toContainText(/^(\d+) of \1$/);
  const all = (await count.textContent()) ?? "";
  const dose = page.getByRole("group", { name: "Support in the first days" });
  await dose.getByRole("button", { name: "Add a dose" }).click();
  await dose.getByLabel("Type").selectOption("emotional");
  await dose.getByRole("textbox", { name: "From" }).fill("30");
  await expect(count).not.toHaveText(all);
  await expect(count).toContainText(/^\d\d+ of /);
  await expect(page.getByText("Chosen by what came of people")).toBeVisible();
  await page.getByLabel("Name").fill("Some emotional support");
  await page.getByRole("button", { name: "Define the cohort" }).click();
  const card = page.getByRole("article").filter({ hasText: "Some emotional support" });
  await expect(card).toContainText("Minutes of support (emotional) in the first 90 days: 30 or more");
  await expect(card).toContainText("Describes only");
});
