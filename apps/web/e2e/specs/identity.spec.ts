import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { TELLING_WORDS } from "../support/discretion";
import { enterDemo, signOut } from "../support/sign-in";

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
const saved = (page: Page) => page.getByRole("status").filter({ hasText: "Saved" }).first();

async function decide(page: Page, base: string, keep: boolean, recipe: string): Promise<void> {
  await page.goto(`${base}/settings/identity`);
  await page.getByLabel("Keep contact details of people who agree").setChecked(keep);
  await page.getByLabel(recipe).check();
  if (!keep) await page.getByLabel("Delete them all").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(saved(page)).toBeVisible();
}

async function enrol(page: Page, base: string, attribute: string): Promise<void> {
  await page.goto(`${base}/participants/new`);
  for (const name of ["site", "cohort"]) {
    const list = page.locator(`select[name="${name}"]`);
    if ((await list.inputValue()) === "") await list.selectOption({ index: 1 });
  }
  await page.getByLabel("Initials and year of birth").fill(attribute);
  await page.getByRole("button", { name: "Add and make a code" }).click();
}

test("contact details open for a purpose and close again, somebody enrolled twice is noticed, and notes are watched", async ({
  page,
}) => {
  const base = await enterDemo(page, "Administrator");
  await decide(page, base, true, "Ask for initials and year of birth");
  await expectAccessible(page);
  await signOut(page);

  await enterDemo(page, "Clinic staff");
  await enrol(page, base, "ZQ 1907");
  await page.waitForURL(/new=1/);
  const code = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await enrol(page, base, "z.q. 1907");
  await expect(page.getByText("Somebody with the same is enrolled already")).toBeVisible();
  await expect(page.getByRole("button", { name: code })).toBeVisible();
  await page.getByRole("button", { name: "Another person: add them" }).click();
  await page.waitForURL(/new=1/);

  // Of somebody who has not agreed to be contacted nothing is kept.
  await page.getByRole("link", { name: "I have noted it" }).click();
  await page.getByRole("link", { name: "Contact details" }).click();
  await expect(page.getByText("has not agreed to being contacted")).toBeVisible();
  await expect(page.getByLabel("Telephone")).toHaveCount(0);
  await page.goBack();
  const consents = page.getByRole("region", { name: "Consents" });
  await consents.getByRole("button", { name: "Record what was said" }).click();
  const said = page.getByRole("dialog");
  await said.getByRole("group", { name: "Being contacted" }).getByRole("radio", { name: "No change" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(said).toBeHidden();

  // Nothing of it is on the page, in the address or in the title before somebody says what for.
  await page.clock.install();
  await page.getByRole("link", { name: "Contact details" }).click();
  await page.waitForURL(/\/contact$/);
  expect(`${page.url()} ${await page.title()}`).not.toMatch(TELLING_WORDS);
  await page.getByLabel("Name, as the person wants to be asked for").fill("Zephyrine Quillfeather");
  await page.getByLabel("Telephone").fill("+254 712 345678");
  await page.getByRole("group", { name: "May we call?" }).getByLabel("Yes").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Kept: name · telephone · may call.")).toBeVisible();
  await expect(page.locator("body")).not.toContainText("Quillfeather");
  await page.getByLabel("A visit was missed").check();
  await page.getByRole("button", { name: "Show for 60 seconds" }).click();
  const shown = page.getByRole("region", { name: "Contact details", exact: true });
  await expect(shown).toContainText("Zephyrine Quillfeather");
  await expect(shown).toContainText("Not said: then no");
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page);
  await page.clock.fastForward(61_000);
  await expect(page.getByText("The details are hidden again.")).toBeVisible();
  await expect(page.locator("body")).not.toContainText("Quillfeather");

  // A note with a name is not saved before somebody has said that it may stay.
  await page.locator('main a[href*="/participants/"]').first().click();
  await page.getByRole("button", { name: "Change status" }).click();
  const dialog = page.getByRole("dialog", { name: "Change status" });
  await dialog.getByLabel("Reason").fill("Mr Kamau called from 0712 345 678");
  await expect(dialog.getByText("“Kamau” looks like a name.")).toBeVisible();
  await expect(dialog.getByText("“0712 345 678” looks like a telephone number.")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await dialog.getByRole("button", { name: "Save the change" }).click();
  await expect(dialog).toBeVisible();
  await expect(dialog.getByLabel("Save it as it is")).toBeFocused();
  await dialog.getByLabel("Reason").fill("The client called");
  await dialog.getByRole("button", { name: "Save the change" }).click();
  await expect(dialog).toBeHidden();
  await page.setViewportSize(DESK);
  await signOut(page);

  await enterDemo(page, "Administrator");
  await page.goto(`${base}/settings/identity`);
  await expect(page.getByRole("row").filter({ hasText: "A visit was missed" }).first()).toContainText(
    "name · telephone · may call",
  );
  await expectNoSidewaysScroll(page);
  await decide(page, base, false, "Do not ask anything");
});
