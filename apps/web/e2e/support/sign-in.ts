import { expect, type Page } from "@playwright/test";

/** Roles as the sign-in page of the demonstration offers them, in English. */
export const DEMO_ROLES = ["Administrator", "Evaluator", "Clinic staff", "Researcher", "Peer coordinator"] as const;
export type DemoRole = (typeof DEMO_ROLES)[number];

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, person: { readonly email: string; readonly password: string }): Promise<void> {
  await page.goto("/sign-in");
  await page.locator("#email").fill(person.email);
  await page.locator("#password").fill(person.password);
  await page.locator("#password").press("Enter");
  await page.waitForURL((url) => url.pathname.startsWith("/p/"));
}

/**
 * Signs in to the demonstration without opening a page, for journeys that begin elsewhere. Returns the programme's base path,
 * e.g. "/p/demo".
 */
export async function enterDemo(page: Page, role: DemoRole): Promise<string> {
  const form = {
    email: `${role.toLowerCase().replace(" ", "-")}@example.org`,
    password: "walk-alongside-2026",
    next: "/",
  };
  const headers = { "sec-fetch-site": "same-origin" };
  const answer = await page.request.post("/sign-in/submit", { form, headers, maxRedirects: 0 });
  expect(answer.headers().location).toBe("/");
  return "/p/demo";
}

/** Enters the demonstration with one press, as a newcomer does, and is on the start page. Returns the programme's base path. */
export async function pressDemo(page: Page, role: DemoRole): Promise<string> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: new RegExp(`^${role}`) }).click();
  await page.waitForURL((url) => url.pathname.startsWith("/p/"));
  return new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
}

/** Signs out through the menu, as somebody does who hands the device on. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Your account and display" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/\/sign-in/);
}
