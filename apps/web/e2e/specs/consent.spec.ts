import { expect, test } from "@playwright/test";
import { ParticipantsPages } from "../pages/participants";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { enterDemo, signOut } from "../support/sign-in";

test("somebody agrees by keyboard, steps back for good, and a second person erases them and gets the receipt", async ({
  page,
}) => {
  const people = new ParticipantsPages(page, await enterDemo(page, "Clinic staff"));
  const { code } = await people.enrol();
  await page.getByRole("link", { name: "I have noted it" }).click();
  const consents = page.getByRole("region", { name: "Consents" });
  await expect(consents.getByRole("listitem").filter({ hasText: "Being contacted" })).toContainText("Not asked");
  await consents.getByRole("button", { name: "Record what was said" }).press("Enter");
  const dialog = page.getByRole("dialog");
  const row = dialog.getByRole("group", { name: "Being contacted" });
  await row.getByRole("radio", { name: "No change" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(consents).toContainText("Yes,");
  await expect(consents).toContainText("signed on paper");

  const back = page.getByRole("region", { name: "Stepping back" });
  await back.getByRole("button").click();
  await dialog.getByRole("radio", { name: "To be erased" }).check();
  await dialog.getByRole("button", { name: "Ask for erasure" }).click();
  await expect(back).toContainText("asked on");
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await signOut(page);
  const base = await enterDemo(page, "Administrator");
  await page.goto(`${base}/settings/erasures`);
  await page
    .getByRole("listitem")
    .filter({ hasText: code })
    .getByRole("button", { name: "Confirm the erasure" })
    .click();
  await dialog.getByLabel("Type the code").fill(code);
  await dialog.getByRole("button", { name: "Confirm the erasure" }).click();
  const receipt = await page.getByRole("status").locator("pre").textContent();
  expect(receipt).toContain("Receipt of erasure");
  await page.getByLabel(/Paste the whole text/).fill(receipt ?? "");
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(page.getByText("Genuine: signed here")).toBeVisible();
  await people.search(code);
  await expect(page.getByText("Nobody matches")).toBeVisible();
});
