import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { TELLING_WORDS } from "../support/discretion";
import { ownProgramme, unique } from "../support/own-programme";
import { signIn } from "../support/sign-in";

const saved = (page: Page) => page.getByRole("status").filter({ hasText: "Saved" }).first();

test("a new programme is set up from nothing", async ({ page }) => {
  const base = await ownProgramme(page);

  await page.getByLabel("Time zone").fill("Mars/Olympus");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("not a time zone this server knows")).toBeVisible();
  await page.getByLabel("Time zone").fill("Asia/Shanghai");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(saved(page)).toBeVisible();

  await page.goto(`${base}/settings/sites`);
  await page.getByLabel("Name of the new site").fill("Riverbank");
  await page.getByRole("button", { name: "Add a site" }).click();
  await expect(page.getByRole("row", { name: /Riverbank/ })).toBeVisible();
  await page.getByRole("button", { name: "Close Riverbank" }).click();
  await page.getByRole("dialog", { name: "Close Riverbank?" }).getByRole("button", { name: "Close it" }).click();
  await expect(page.getByRole("row", { name: /Riverbank/ })).toContainText("Closed");
  await page.getByRole("button", { name: "Reopen Riverbank" }).click();
  await expect(page.getByRole("row", { name: /Riverbank/ })).toContainText("In use");

  await page.goto(`${base}/settings/cohorts`);
  await page.getByRole("button", { name: "Add a cohort" }).click();
  const cohort = page.getByRole("dialog", { name: "Add a cohort" });
  await cohort.getByLabel("Name").fill("Walking together");
  await expectAccessible(page);
  await cohort.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("row", { name: /Walking together/ })).toContainText("With peer support");

  await page.goto(`${base}/settings/audit?action=cohort.create`);
  await expect(page.getByRole("row", { name: /Add a cohort/ })).toHaveCount(1);
});

test("the plan is drawn, and says where windows overlap", async ({ page }) => {
  const base = await ownProgramme(page);
  await page.goto(`${base}/settings/timepoints`);
  await page.getByRole("button", { name: "Add a timepoint" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a timepoint" });
  await dialog.getByLabel("Label").fill("Look back");
  await dialog.getByLabel("Code").fill("look-back");
  await expect(dialog.getByLabel("Kind").getByRole("option", { name: "Baseline" })).toHaveCount(0);
  await dialog.getByLabel("Planned day").fill("200");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("row", { name: /Look back/ })).toContainText("days 186 to 230");
  await expect(page.getByText(/windows of Follow-up and Look back overlap/)).toBeVisible();
  await page.getByRole("button", { name: "Take Look back out of the plan" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take out" }).click();
  await expect(page.getByText(/overlap/)).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Take Baseline out/ })).toHaveCount(0);
});

test("an instrument that can reveal risk needs a response path", async ({ page }) => {
  const base = await ownProgramme(page);
  await page.goto(`${base}/settings/instruments?q=phq-9`);
  await page.getByRole("link", { name: "PHQ-9" }).click();
  // The address does not say which instrument it is.
  await expect(page).toHaveURL(/\/settings\/instruments\/[0-9a-z]{7}$/);
  await expect(page.getByText("Can reveal risk")).toBeVisible();
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(page.getByLabel("Who is called, and how")).toBeFocused();
  await page.getByLabel("Who is called, and how").fill("Nurse on duty, room 4");
  await page.getByLabel("What is said first").fill("Thank you for telling me.");
  await page.getByText("Only at these").click();
  await page.getByLabel("Baseline").check();
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(page.getByRole("button", { name: "Switch off" })).toBeVisible();
  await page.goto(`${base}/settings/instruments`);
  const card = page.getByRole("listitem").filter({ hasText: "PHQ-9" });
  await expect(card).toContainText("Asked at: Baseline");
});

test("whom an instrument is asked of is suggested, chosen, shown and on the trail", async ({ page }) => {
  const base = await ownProgramme(page);
  await page.goto(`${base}/settings/instruments?q=mechanism`);
  await page.getByRole("link", { name: "Mechanism Set" }).click();
  const whom = page.getByRole("group", { name: "Asked of" });
  await expect(whom.getByLabel("Only people with peer support")).toBeChecked();
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(page.getByRole("button", { name: "Switch off" })).toBeVisible();
  const card = page.getByRole("listitem").filter({ hasText: "Mechanism Set" });
  await page.goto(`${base}/settings/instruments`);
  await expect(card).toContainText("Asked at: every time · Asked of: Only people with peer support");

  await page.getByRole("link", { name: "Mechanism Set" }).click();
  await whom.getByLabel("Only people in comparison cohorts").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(saved(page)).toBeVisible();
  await page.goto(`${base}/settings/instruments`);
  await expect(card).toContainText("Asked of: Only people in comparison cohorts");
  await page.goto(`${base}/settings/audit?action=instrument.enable`);
  await expect(page.getByRole("row", { name: /comparison/ })).toHaveCount(1);
});

test("wording is loaded with its permission, from the template, and deleted", async ({ page }) => {
  const base = await ownProgramme(page);
  await page.goto(`${base}/settings/wording`);
  await page.getByLabel("1. Which questionnaire").selectOption({ label: "GAD-7 (Generalised Anxiety Disorder scale)" });
  await page.getByLabel("Language of the template").fill("fr");
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the template" }).click();
  const template = await downloading;
  expect(template.suggestedFilename()).not.toMatch(TELLING_WORDS);
  const text = await readFile(await template.path(), "utf8");
  const filled = text.replaceAll(/^((?:item|option),[^,]*,[^,]*),\s*$/gm, "$1,Phrase");
  await page.getByLabel("Who gave it").fill("The owner");
  await page.getByLabel("Since").fill("2026-01-31");
  await page.getByLabel("Where it is written").fill("Letter 12/2026");
  await page.getByRole("button", { name: "Load", exact: true }).click();
  await expect(page.getByText("Choose a file first.")).toBeVisible();
  const file = (content: string) => ({ name: "wording.csv", mimeType: "text/csv", buffer: Buffer.from(content) });
  await page
    .getByLabel("2. The file")
    .setInputFiles(file(text.replace("gad7,", "phq9,").replace(",gad7\r", ",phq9\r")));
  await page.getByRole("button", { name: "Load", exact: true }).click();
  await expect(page.getByText("The file does not belong to this questionnaire.")).toBeVisible();
  await page.getByLabel("2. The file").setInputFiles(file(filled));
  await page.getByRole("button", { name: "Load", exact: true }).click();
  await expect(page.getByText("7 of 7 items have wording.")).toBeVisible();
  await expect(page.getByRole("row", { name: /GAD-7/ })).toContainText("The owner, Letter 12/2026");
  await page.getByRole("button", { name: "Delete the wording of GAD-7 (fr)" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("No wording loaded yet.")).toBeVisible();
});

test("a person is added, signs in once with the password, chooses another, and is shut out at once", async ({
  page,
  browser,
}) => {
  const base = await ownProgramme(page);
  const email = `${unique()}@example.org`;
  await page.goto(`${base}/settings/people`);
  await page.getByLabel("Full name").fill("Joan Doe");
  await page.getByLabel("Email").fill(email);
  await page.getByRole("combobox", { name: "Role" }).selectOption("Evaluator");
  await page.getByRole("button", { name: "Give a password instead" }).click();
  const card = page.getByRole("status").filter({ hasText: "Password for Joan Doe" });
  const password = ((await card.locator("[translate=no]").textContent()) ?? "").trim();
  expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  await card.getByRole("button", { name: "I have passed it on" }).click();
  await expect(page.getByText(password)).toHaveCount(0);

  const context = await browser.newContext({ locale: "en-GB" });
  const theirs = await context.newPage();
  await theirs.goto("/sign-in");
  await theirs.locator("#email").fill(email);
  await theirs.locator("#password").fill(password);
  await theirs.locator("#password").press("Enter");
  await theirs.waitForURL(/\/account\/password/);
  await theirs.goto(base);
  await expect(theirs).toHaveURL(/\/account\/password/);
  const own = `seven quiet otters ${unique()}`;
  await theirs.getByLabel("Present password").fill(password);
  await theirs.getByLabel("New password", { exact: true }).fill(own);
  await theirs.getByLabel("New password once more").fill(own);
  await theirs.getByRole("button", { name: "Change password" }).click();
  await theirs.waitForURL((url) => url.pathname === base);

  // An evaluator reads how the programme is set up and changes nothing of it.
  await theirs.goto(`${base}/settings`);
  await expect(theirs.getByText("Administrators can change it.")).toBeVisible();
  await expect(theirs.locator("main").getByRole("button")).toHaveCount(0);
  await theirs.goto(`${base}/settings/people`);
  await expect(theirs.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();

  await page.getByRole("button", { name: "Close the account of Joan Doe" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close account" }).click();
  await expect(page.getByRole("row", { name: /Joan Doe/ })).toContainText("Closed");
  await theirs.goto(base);
  await expect(theirs).toHaveURL(/\/sign-in/);
  await theirs.locator("#email").fill(email);
  await theirs.locator("#password").fill(own);
  await theirs.locator("#password").press("Enter");
  await theirs.waitForURL(/problem=/);
  await page.getByRole("button", { name: "Open the account of Joan Doe" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Open account" }).click();
  await expect(page.getByRole("row", { name: /Joan Doe/ })).toContainText("Can sign in");
  await signIn(theirs, { email, password: own });
  await context.close();

  await test.step("and the trail has it all", async () => {
    await page.goto(`${base}/settings/audit`);
    await expect(page.getByRole("row", { name: /Somebody not signed in Be refused at sign-in Joan Doe/ })).toHaveCount(
      1,
    );
    await expect(page.getByRole("row", { name: /Joan Doe Sign in Joan Doe/ })).toHaveCount(2);
    await expect(page.getByRole("row", { name: /Joan Doe Change the own password Joan Doe/ })).toHaveCount(1);
    await expect(page.locator("main")).not.toContainText(email);
    await page.getByLabel("What").selectOption("Sign in");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page.getByRole("row", { name: /Joan Doe/ })).toHaveCount(2);
  });
});

test("forms and dialogs hold at 360 px, by day and by night", async ({ page }) => {
  const base = await ownProgramme(page);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 740 });
    for (const [part, opener] of [
      ["timepoints", "Add a timepoint"],
      ["cohorts", "Add a cohort"],
      ["people", /^Roles of/],
    ] as const) {
      await page.goto(`${base}/settings/${part}`);
      await page.getByRole("button", { name: opener }).first().click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
    }
  }
});
