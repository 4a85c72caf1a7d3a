import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * Rows of a table are made alike, and so are the cards of a row of them: axe takes many seconds for all of them, and finds
 * in the first what it finds in every one.
 */
const ALIKE = ["tbody tr:nth-child(n+11)", "article:nth-of-type(n+3)"];

type Violations = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"];

/**
 * Fails when axe finds anything serious or critical on the page as it stands (WCAG 2.2 A and AA). The window is made as
 * tall as the page meanwhile: what a bar at the foot covers until somebody scrolls is not too small.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const window = page.viewportSize();
  let violations: Violations = [];
  await expect(async () => {
    if (window !== null) await showWhole(page, window.width, window.height);
    violations = await lookedThrough(page);
    // A page that grew meanwhile was looked at with a bar across its middle.
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
  }).toPass({ intervals: [20] });
  if (window !== null) await page.setViewportSize(window);
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const findings = grave.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(" ")} (${node.failureSummary})`).join(" | ")}`,
  );
  expect(findings).toEqual([]);
}

async function lookedThrough(page: Page): Promise<Violations> {
  const { violations } = await ALIKE.reduce((axe, alike) => axe.exclude(alike), new AxeBuilder({ page }))
    // No page has a frame; looking for some takes as long again. Of what is well nothing is asked.
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations;
}

/** Fails when the page has to be scrolled sideways. Charts may take a moment to follow a change of width. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(excess).toBeLessThanOrEqual(0);
}

/**
 * Makes the window as tall as the page, from its top, so that nothing lies under the bars that stay in sight. A page just
 * opened or reloaded is still growing (parts stream in, charts take the room they get), so it is asked again until the
 * window holds the page in two frames running.
 */
async function showWhole(page: Page, width: number, height: number): Promise<void> {
  let shown = height;
  const holds = async () => {
    const tall = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(document.documentElement.scrollHeight)));
        }),
    );
    if (tall <= shown) return true;
    shown = tall;
    await page.setViewportSize({ width, height: tall });
    return false;
  };
  await expect(page.getByRole("main")).toBeVisible();
  let times = 0;
  await expect
    .poll(
      async () => {
        times = (await holds()) ? times + 1 : 0;
        return times;
      },
      { intervals: [20] },
    )
    .toBeGreaterThanOrEqual(2);
  await page.evaluate(() => globalThis.scrollTo(0, 0));
}
