import { expect, type Page, test } from "@playwright/test";
import en from "../../src/messages/en.json" with { type: "json" };
import zh from "../../src/messages/zh.json" with { type: "json" };
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { TELLING_WORDS } from "../support/discretion";
import { closedTo, ELSEWHERE, pagesInSource, ROUTES, stopsFor } from "../support/routes";
import { DEMO_ROLES, enterDemo } from "../support/sign-in";
import { watch } from "../support/watch";

// Each by itself, so that the halves of a run share them: nothing here changes anything.
test.describe.configure({ mode: "parallel" });

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
const LOOKS = [
  { language: "en", html: "en", words: en, scheme: "light", first: DESK, second: PHONE, which: "all" },
  { language: "zh", html: "zh-Hans", words: zh, scheme: "dark", first: PHONE, second: DESK, which: "looked" },
] as const;

/** Codes of the framework's outcomes, which its pages show on purpose. */
const OUTCOME_CODE = "outcome\\.(?:physiological|psychological|behavioural|cognitive|social)\\b";

/** A message that was asked for but does not exist shows as its own name, such as "change.table.caption". */
const MESSAGE_NAME = new RegExp(`(?<![\\w/.@-])(?!${OUTCOME_CODE})(${Object.keys(en).join("|")})(\\.[A-Za-z][\\w-]*)+`);

async function expectWellMade(page: Page, look: (typeof LOOKS)[number]): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", look.html);
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", look.scheme);
  await expect(page.locator("main h1")).toHaveCount(1);
  await expect(page.locator("main [aria-busy=true]")).toHaveCount(0);
  expect(await page.title()).toMatch(/\S · Alongside$/);
  expect(await page.title()).not.toMatch(TELLING_WORDS);
  expect(page.url()).not.toMatch(TELLING_WORDS);
  await expect(page.locator("main")).not.toContainText(MESSAGE_NAME, { useInnerText: true });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(look.second);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(look.first);
}

/** The page as the server writes it, where another role's look at it in the browser speaks for everybody. */
async function expectServed(page: Page, address: string, look: (typeof LOOKS)[number]): Promise<void> {
  const written = await (await page.request.get(address, { maxRedirects: 0 })).text();
  expect(written).toContain(`<html lang="${look.html}"`);
  expect(written.match(/<h1/g)).toHaveLength(1);
}

for (const look of LOOKS)
  for (const role of DEMO_ROLES)
    test(`every page of ${role} is whole: ${look.language}, ${look.scheme}`, async ({ page, baseURL }) => {
      test.setTimeout(480_000);
      const origin = new URL(baseURL ?? "").origin;
      const watched = watch(page, origin);
      const base = await enterDemo(page, role);
      const stops = await stopsFor(page, base, role, look.which);
      watched.take();
      await page.context().addCookies([{ name: "lang", value: look.language, url: origin }]);
      await page.emulateMedia({ colorScheme: look.scheme });
      for (const { address, looked } of stops)
        await test.step(address, async () => {
          if (!looked) return expectServed(page, address, look);
          await page.setViewportSize(look.first);
          const answer = await page.goto(address);
          expect(answer?.status()).toBe(200);
          if (address.startsWith(base))
            await expect(page.getByText(look.words.shell.dataLabel.simulated, { exact: true })).toBeVisible();
          await expectWellMade(page, look);
          await expectAccessible(page);
          expect(watched.take()).toEqual([]);
        });
    });

for (const role of DEMO_ROLES.filter((one) => one !== "Administrator"))
  test(`a page that is not for ${role} is not there`, async ({ page }) => {
    const base = await enterDemo(page, role);
    const [first = "", ...others] = closedTo(base, role);
    await page.goto(first);
    await expect(page.locator("main")).toContainText(en.shell.notFound.title);
    for (const address of others)
      await test.step(address, async () => {
        const written = await (await page.request.get(address, { maxRedirects: 0 })).text();
        expect(written).toContain("NEXT_HTTP_ERROR_FALLBACK;404");
        expect(written).not.toContain("<h1");
      });
  });

test("no page was forgotten here", () => {
  expect(pagesInSource()).toEqual([...new Set(ROUTES.map(({ page }) => page)), ...ELSEWHERE].toSorted());
});
