import { expect, type Page, test } from "@playwright/test";
import { ParticipantsPages } from "../pages/participants";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { ownProgramme, unique } from "../support/own-programme";
import { signOut } from "../support/sign-in";

test.describe.configure({ timeout: 240_000 });

/** A programme of its own with one site and one cohort, where a second person reads every paper. Returns its base path. */
async function programmeWithDoubleEntry(page: Page): Promise<string> {
  const base = await ownProgramme(page);
  await page.goto(`${base}/settings/sites`);
  await page.getByLabel("Name of the new site").fill("Riverbank");
  await page.getByRole("button", { name: "Add a site" }).click();
  await expect(page.getByRole("row", { name: /Riverbank/ })).toBeVisible();
  await page.goto(`${base}/settings/cohorts`);
  await page.getByRole("button", { name: "Add a cohort" }).click();
  const cohort = page.getByRole("dialog", { name: "Add a cohort" });
  await cohort.getByLabel("Name").fill("Walking together");
  await cohort.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("row", { name: /Walking together/ })).toBeVisible();
  await page.goto(`${base}/settings/laboratory`);
  await page.getByLabel("A second person reads the paper").check();
  await page.getByRole("button", { name: "Save these settings" }).click();
  await expect(page.getByRole("heading", { name: "Version 1" })).toBeVisible();
  return base;
}

/** Adds somebody who enters results; the password is one to be changed. */
async function addNurse(page: Page, base: string, name: string) {
  await page.goto(`${base}/settings/people`);
  const email = `${unique()}@example.org`;
  await page.getByLabel("Full name").fill(name);
  await page.getByLabel("Email").fill(email);
  await page.getByRole("combobox", { name: "Role" }).selectOption("Clinic staff");
  await page.getByRole("button", { name: "Give a password instead" }).click();
  const card = page.getByRole("status").filter({ hasText: `Password for ${name}` });
  const password = ((await card.locator("[translate=no]").textContent()) ?? "").trim();
  return { email, password };
}

/** Signs in for the first time, and so chooses a password. */
async function signInFirst(page: Page, { email, password }: { readonly email: string; readonly password: string }) {
  await page.goto("/sign-in");
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(password);
  await page.locator("#password").press("Enter");
  await page.waitForURL(/\/account\/password/);
  const own = `seven quiet otters ${unique()}`;
  await page.getByLabel("Present password").fill(password);
  await page.getByLabel("New password", { exact: true }).fill(own);
  await page.getByLabel("New password once more").fill(own);
  await page.getByRole("button", { name: "Change password" }).click();
  await page.waitForURL((url) => url.pathname.startsWith("/p/"));
  return { email, password: own };
}

/** Types what a paper says into the form for one result. */
async function typePaper(page: Page, result: string): Promise<void> {
  await page.getByLabel("Result", { exact: true }).fill(result);
  const collected = page.getByLabel("Collected");
  await collected.fill(await collected.evaluate((box) => box.getAttribute("max") ?? ""));
  await page.getByText("More about this specimen").press("Enter");
  await page.getByLabel("Specimen").selectOption({ label: "plasma" });
  await expect(page.getByRole("status").filter({ hasText: /copies\/mL, plasma/ })).toBeVisible();
}

async function enter(page: Page, base: string, code: string, result: string): Promise<void> {
  await page.goto(`${base}/laboratory/one`);
  await page.getByRole("textbox", { name: "Code" }).fill(code);
  await typePaper(page, result);
  await page.getByRole("button", { name: "Save this result" }).press("Enter");
  await expect(page.getByRole("region", { name: "Saved just now" }).getByText(code, { exact: true })).toBeVisible();
}

test("a second person reads each paper blind, sees where the readings differ, and decides", async ({ page }) => {
  const base = await programmeWithDoubleEntry(page);
  const [one, two] = [await addNurse(page, base, "Ama Field"), await addNurse(page, base, "Bo Stream")];
  await signOut(page);
  await signInFirst(page, one);
  const people = new ParticipantsPages(page, base);
  const [alike, misread, wrong] = [await people.enrol(), await people.enrol(), await people.enrol()];
  await enter(page, base, alike.code, "20000");
  await enter(page, base, misread.code, "300");
  await enter(page, base, wrong.code, "4500");
  await page.goto(`${base}/laboratory/verify`);
  const card = (code: string) => page.getByRole("listitem").filter({ hasText: code });
  await expect(card(alike.code)).toContainText("You entered this one, so somebody else verifies it.");

  await signOut(page);
  await signInFirst(page, two);
  await page.goto(`${base}/laboratory/verify`);
  // Nothing of the first reading stands on the page, and it cannot be confirmed unread.
  await expect(card(alike.code)).toBeVisible();
  await expect(page.locator("main")).not.toContainText(/copies|log10/);
  await expect(page.getByRole("button", { name: /^Confirm/ })).toHaveCount(0);

  await card(alike.code).getByRole("button", { name: "Second reading" }).press("Enter");
  await typePaper(page, "2.0E4");
  await page.getByRole("button", { name: "Compare" }).press("Enter");
  await expect(page.getByText("Both readings agree. The result is verified.")).toBeVisible();
  await expect(card(alike.code)).toHaveCount(0);

  await card(misread.code).getByRole("button", { name: "Second reading" }).press("Enter");
  await typePaper(page, "800");
  await page.getByRole("button", { name: "Compare" }).press("Enter");
  const differ = page.getByRole("region", { name: "The readings differ." });
  await expect(differ.getByRole("row", { name: /300.*800/ })).toBeVisible();
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  await differ.getByRole("button", { name: "The first one is right" }).press("Enter");
  // Who raised the doubt settles it in words that are kept.
  await page.getByLabel("What does the paper say").fill("A 3, not an 8");
  await page.getByRole("button", { name: "It stands as it was entered" }).press("Enter");
  await expect(page.getByText(`${misread.code} is verified.`)).toBeVisible();

  await card(wrong.code).getByRole("button", { name: "Second reading" }).press("Enter");
  await typePaper(page, "4800");
  await page.getByRole("button", { name: "Compare" }).press("Enter");
  await differ.getByRole("button", { name: "The first one is wrong: correct it" }).press("Enter");
  const history = page.getByRole("dialog");
  await expect(history.getByText(/^Read again by Bo Stream/)).toBeVisible();
  await history.getByRole("button", { name: /^Correct the result/ }).press("Enter");
  await history.getByLabel("Why is it corrected?").fill("Misread the first time");
  await history.getByLabel("Result", { exact: true }).fill("4800");
  await history.getByRole("button", { name: "Save the correction" }).press("Enter");
  await expect(history.getByText("Reason for this version: Misread the first time")).toBeVisible();
  await page.keyboard.press("Escape");
  // The correction is a new version of the second person's, so the first now reads it.
  await expect(card(wrong.code)).toContainText("You entered this one, so somebody else verifies it.");
});
