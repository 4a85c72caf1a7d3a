import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessibility";
import { tabTo } from "../support/keyboard";
import { enterDemo } from "../support/sign-in";

test("finds by word, narrows by source, keeps both in the address, and shows everything again", async ({ page }) => {
  const base = await enterDemo(page, "Researcher");
  await page.goto(`${base}/framework`);
  await expect(page.getByText("219 elements", { exact: true })).toBeVisible();
  await page.getByLabel("Words in English or Chinese").fill("hope");
  await page.getByRole("button", { name: "Search" }).click();
  const found = page.getByRole("status").filter({ hasText: "of 219 elements" });
  await expect(found).toBeVisible();
  const count = async () => Number.parseInt((await found.textContent()) ?? "", 10);
  const everywhere = await count();
  expect(everywhere).toBeGreaterThan(1);
  const source = page.getByRole("combobox", { name: "Source" });
  await source.selectOption({ label: "APPEAR, mental health: meta-synthesis" });
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/q=hope&source=\w+/);
  expect(await count()).toBeLessThan(everywhere);
  await page.reload();
  await expect(page.getByLabel("Words in English or Chinese")).toHaveValue("hope");
  await expect(source).toHaveValue(/appear/);
  await page.getByRole("link", { name: "Show everything" }).click();
  await expect(page.getByText("219 elements", { exact: true })).toBeVisible();
});

test("finds what people call by another name, and says what else it searched for", async ({ page }) => {
  const base = await enterDemo(page, "Researcher");
  await page.goto(`${base}/framework?q=${encodeURIComponent("U=U")}`);
  await expect(page.getByRole("link", { name: "Viral load suppression", exact: true }).first()).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "of 219 elements" })).toContainText(
    "also searched for “viral load suppression” and “HIV knowledge”",
  );
  await expectAccessible(page);
  await page.goto(`${base}/framework?q=hope`);
  await expect(page.getByText("also searched for")).toHaveCount(0);
});

test("says so when nothing is found, and what to try", async ({ page }) => {
  const base = await enterDemo(page, "Researcher");
  await page.goto(`${base}/framework?q=zeppelin`);
  await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  await expectAccessible(page);
});

test("reads in the other language without changing the interface, and a Chinese word finds the same", async ({
  page,
}) => {
  const base = await enterDemo(page, "Peer coordinator");
  await page.goto(`${base}/framework?q=${encodeURIComponent("榜样作用")}`);
  await expect(page.getByRole("link", { name: "Role model", exact: true }).first()).toBeVisible();
  await page.getByRole("navigation", { name: "Language of the framework" }).getByText("中文").click();
  await page.getByRole("link", { name: "榜样作用", exact: true }).first().click();
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("榜样作用");
  await expect(heading.locator("[lang=zh]")).toHaveCount(1);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("navigation", { name: "Language of the framework" }).getByText("English").click();
  await expect(heading).toHaveText("Role model");
});

test("without a mouse: from a word to a mechanism, its outcomes and the studies behind it", async ({ page }) => {
  const base = await enterDemo(page, "Evaluator");
  await page.goto(`${base}/framework`);
  await tabTo(page, page.getByRole("link", { name: "Skip to the content" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Words in English or Chinese"));
  await page.keyboard.type("role model");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "of 219 elements" })).toBeVisible();
  await tabTo(page, page.getByRole("link", { name: "Role model", exact: true }).first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Role model" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Studies behind it" })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: /Wells et al\./ })).toBeVisible();
  const outcomes = page.locator("section", { has: page.getByRole("heading", { name: "Outcomes it is tied to" }) });
  await tabTo(page, outcomes.getByRole("link").first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Outcomes of peer support" })).toBeVisible();
});
