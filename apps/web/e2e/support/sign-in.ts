import type { Page } from "@playwright/test";

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, person: { readonly email: string; readonly password: string }): Promise<void> {
  await page.goto("/sign-in");
  await page.locator("#email").fill(person.email);
  await page.locator("#password").fill(person.password);
  await page.locator("#password").press("Enter");
  await page.waitForURL((url) => url.pathname.startsWith("/p/"));
}
