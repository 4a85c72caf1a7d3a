import type { Page } from "@playwright/test";
import { enterDemo } from "./sign-in";

/** A word no other run has used. */
export const unique = () => Math.random().toString(36).slice(2, 8);

/** Opens a programme of the test's own, so that nothing it does is seen by another. Returns its base path. */
export async function ownProgramme(page: Page): Promise<string> {
  const base = await enterDemo(page, "Administrator");
  await page.goto(`${base}/settings`);
  await page.getByLabel("Name of the new programme").fill(`Walks ${unique()}`);
  await page.getByRole("button", { name: "Open it" }).click();
  await page.waitForURL((url) => /^\/p\/[0-9a-f]{10}\/settings$/.test(url.pathname));
  return new URL(page.url()).pathname.replace("/settings", "");
}
