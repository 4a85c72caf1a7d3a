import { type Browser, expect, type Page, test } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { TELLING_WORDS } from "../support/discretion";
import { ownProgramme, unique } from "../support/own-programme";

const PASSWORD = "seven quiet otters swim";

/** Invites a researcher as the administrator who is signed in. The link. */
async function invite(page: Page, base: string, email: string): Promise<string> {
  await page.goto(`${base}/settings/people`);
  await page.getByLabel("Full name").fill("Joan Doe");
  await page.getByLabel("Email").fill(email);
  await page.getByRole("combobox", { name: "Role" }).selectOption("Researcher");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const card = page.getByRole("status").filter({ hasText: "Link for Joan Doe" });
  const link = ((await card.locator("[translate=no]").textContent()) ?? "").trim();
  await card.getByRole("button", { name: "I have passed it on" }).click();
  await expect(page.getByText(`Joan Doe (${email})`)).toBeVisible();
  return new URL(link).pathname;
}

/** A browser in which no script runs. */
async function withoutScript(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  return context.newPage();
}

async function typePassword(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(PASSWORD);
  await page.locator("#password").press("Enter");
}

test("somebody invited makes an account, sets up a second step and needs it, all without script", async ({
  page,
  browser,
}) => {
  const base = await ownProgramme(page);
  const email = `${unique()}@example.org`;
  const link = await invite(page, base, email);

  const theirs = await withoutScript(browser);
  await theirs.goto(link);
  expect(await theirs.locator("main").textContent()).not.toMatch(TELLING_WORDS);
  await theirs.getByLabel("Password", { exact: true }).fill("password123456");
  await theirs.getByLabel("Password once more").fill("password123456");
  await theirs.getByRole("button", { name: "Make the account" }).click();
  await expect(theirs.getByText(/among the first a guesser tries/)).toBeVisible();
  await theirs.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await theirs.getByLabel("Password once more").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Make the account" }).click();
  await expect(theirs.getByText("Your account is ready.")).toBeVisible();
  await theirs.goto(link);
  await expect(theirs.getByText("This link does nothing, or no longer.")).toBeVisible();

  await typePassword(theirs, email);
  await theirs.waitForURL(base);
  await theirs.goto("/account/security");
  const text = ((await theirs.locator("details p[translate=no]").textContent()) ?? "").replaceAll(" ", "");
  const app = new TOTP({ secret: Secret.fromBase32(text) });
  await theirs.getByLabel("The six digits that the app shows now").fill(app.generate());
  await theirs.locator("#app-password").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Turn on" }).click();
  const codes = theirs.getByRole("region", { name: "Your recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const code = (await codes.first().textContent()) ?? "";
  await theirs.getByRole("button", { name: "I have kept them" }).click();
  await expect(theirs.getByText(code)).toHaveCount(0);

  const elsewhere = await withoutScript(browser);
  await typePassword(elsewhere, email);
  await elsewhere.waitForURL(/\/sign-in\/code/);
  expect(await elsewhere.locator("main").textContent()).not.toMatch(TELLING_WORDS);
  await elsewhere.goto(base);
  await expect(elsewhere).toHaveURL(/\/sign-in\/code/);
  await elsewhere.getByLabel("Code").fill(app.generate({ timestamp: Date.now() - 300_000 }));
  await elsewhere.getByRole("button", { name: "Continue" }).click();
  await expect(elsewhere.getByText("That code is not right, or was used already.")).toBeVisible();
  await elsewhere.getByLabel("Code").fill(code);
  await elsewhere.getByRole("button", { name: "Continue" }).click();
  await elsewhere.waitForURL(base);

  await theirs.goto("/account/security");
  await expect(theirs.getByText("9 recovery codes are left.")).toBeVisible();
  await theirs.getByRole("button", { name: "End all others" }).click();
  await elsewhere.goto(base);
  await expect(elsewhere).toHaveURL(/\/sign-in$/);

  await page.goto(`${base}/settings/people`);
  await page.getByRole("button", { name: "Reset the second step of Joan Doe" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reset second step" }).click();
  await expect(page.getByRole("button", { name: "Reset the second step of Joan Doe" })).toHaveCount(0);
  await typePassword(elsewhere, email);
  await elsewhere.waitForURL(base);
});

test("a passkey is added and passes the second step", async ({ page, browser }) => {
  const base = await ownProgramme(page);
  const email = `${unique()}@example.org`;
  const link = await invite(page, base, email);
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 360, height: 740 } });
  const theirs = await context.newPage();
  const devices = await context.newCDPSession(theirs);
  await devices.send("WebAuthn.enable");
  await devices.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasUserVerification: true, isUserVerified: true },
  });
  await theirs.goto(link);
  await theirs.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await theirs.getByLabel("Password once more").fill(PASSWORD);
  await expectAccessible(theirs);
  await expectNoSidewaysScroll(theirs);
  await theirs.getByRole("button", { name: "Make the account" }).click();
  await typePassword(theirs, email);
  await theirs.waitForURL(base);
  await theirs.goto("/account/security");
  await expectAccessible(theirs);
  await expectNoSidewaysScroll(theirs);
  await theirs.locator("#passkey-password").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Add a passkey" }).click();
  await expect(theirs.getByText(/^Passkey, added/)).toBeVisible();
  await expect(theirs.getByRole("heading", { name: "Your recovery codes" })).toBeVisible();
  await expectNoSidewaysScroll(theirs);

  await context.clearCookies();
  await typePassword(theirs, email);
  await theirs.waitForURL(/\/sign-in\/code/);
  await expectAccessible(theirs);
  await expectNoSidewaysScroll(theirs);
  await theirs.getByRole("button", { name: "Use a passkey" }).click();
  await theirs.waitForURL(base);
  await context.close();
});
