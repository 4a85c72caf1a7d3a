import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { TELLING_WORDS } from "../support/discretion";
import { enterDemo } from "../support/sign-in";

test("the frame is accessible at phone and desk width, in light and dark", async ({ page }) => {
  const base = await enterDemo(page, "Administrator");
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [360, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 740 });
      await page.goto(`${base}/framework`);
      await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
});

test("simulated data say so on every screen", async ({ page }) => {
  const base = await enterDemo(page, "Evaluator");
  for (const path of ["", "/framework"]) {
    await page.goto(`${base}${path}`);
    await expect(page.getByText("Simulated data.")).toBeVisible();
  }
});

test("titles, addresses and cookies stay discreet", async ({ page, context }) => {
  const base = await enterDemo(page, "Evaluator");
  await page.goto(`${base}/framework`);
  expect(await page.title()).not.toMatch(TELLING_WORDS);
  expect(page.url()).not.toMatch(TELLING_WORDS);
  const cookies = await context.cookies();
  expect(cookies.map(({ name }) => name).join(" ")).not.toMatch(TELLING_WORDS);
  const session = cookies.find(({ name }) => name.endsWith("session_token"));
  expect(session?.httpOnly).toBe(true);
  expect(session?.sameSite).toBe("Lax");
});

test("the keyboard reaches content, search and menus", async ({ page }) => {
  const base = await enterDemo(page, "Administrator");
  await page.goto(`${base}/framework`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main#content")).toBeFocused();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Find a participant by code" })).toBeFocused();
  const menu = page.getByRole("button", { name: "Your account and display" });
  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Sign out" })).toBeHidden();
  await expect(menu).toBeFocused();
});

test("language and colours are kept", async ({ page }) => {
  const base = await enterDemo(page, "Evaluator");
  await page.goto(`${base}/framework`);
  await page.getByRole("button", { name: "Your account and display" }).click();
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await page.locator("#person-menu button[name=language][value=zh]").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  expect(new URL(page.url()).pathname).toBe(`${base}/framework`);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
});

test("the areas follow the role, and signing out closes the door", async ({ page }) => {
  const base = await enterDemo(page, "Evaluator");
  await page.goto(`${base}/framework`);
  const areas = page.getByRole("navigation", { name: "Areas" }).first();
  await expect(areas.getByRole("link", { name: "Participants" })).toBeVisible();
  await expect(areas.getByRole("link", { name: "Import" })).toHaveCount(0);
  await page.getByRole("button", { name: "Your account and display" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto(`${base}/framework`);
  await expect(page).toHaveURL(/\/sign-in/);
});
