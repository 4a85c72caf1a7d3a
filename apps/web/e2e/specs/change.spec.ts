import { expect, test } from "@playwright/test";
import { ChangePage } from "../pages/change-page";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { TELLING_WORDS } from "../support/discretion";
import { tabTo } from "../support/keyboard";
import { enterDemo } from "../support/sign-in";

const DOMAINS = ["physiological", "psychological", "behavioural", "cognitive", "social"];

test("shows the five domains in order, what may be claimed, and that the people are not real", async ({ page }) => {
  const change = new ChangePage(page, await enterDemo(page, "Evaluator"));
  await change.open();
  const codes = await change
    .domains()
    .evaluateAll((sections) => sections.map((one) => one.getAttribute("data-domain")));
  expect(codes.slice(0, 5)).toEqual(DOMAINS.map((domain) => `outcome.${domain}`));
  await expect(page.getByText("These figures say that scores changed, not why")).toBeVisible();
  await expect(page.getByText("Simulated data.")).toBeVisible();
  await expect(change.estimated().getByRole("heading", { level: 3 })).toHaveText(/\d.*95% CI/);
});

test("draws, says and tabulates the same means", async ({ page }) => {
  const change = new ChangePage(page, await enterDemo(page, "Researcher"));
  await change.open();
  const card = change.estimated();
  const spoken = (await card.locator("figure > p.visually-hidden").textContent()) ?? "";
  const disclosure = card.locator("details", { hasText: "Mean at each time" });
  await disclosure.locator("summary").click();
  const means = await change.figures(disclosure.locator("table"));
  const cells = Object.entries(means).flatMap(([cohort, byTime]) =>
    Object.entries(byTime).map(([time, text]) => ({ cohort, time, text })),
  );
  expect(cells.filter(({ text }) => /\d/.test(text)).length).toBeGreaterThan(1);
  for (const { cohort, time, text } of cells) {
    const ofCohort = spoken.slice(spoken.indexOf(`${cohort}: `)).split(/\.(?: |$)/)[0] ?? "";
    const mean = /^-?[\d,.]+/.exec(text)?.[0];
    expect(ofCohort).toContain(mean === undefined ? `${time} no mean` : `${time} ${mean} (95% interval`);
  }
});

test("puts into the file exactly what the tables show", async ({ page }) => {
  const change = new ChangePage(page, await enterDemo(page, "Evaluator"));
  await change.open();
  const { name, records } = await change.downloadCsv();
  expect(name).not.toMatch(TELLING_WORDS);
  const cards = await change.cards().all();
  let compared = 0;
  for (const card of cards) {
    const caption = await change.table(card).locator("caption").textContent();
    const figures = await change.figures(change.table(card));
    for (const cohort of Object.keys(figures["Mean change"] ?? {})) {
      const record = records.find((one) => one.Cohort === cohort && caption?.startsWith(`${one.Measure}: from`));
      for (const figure of ["Mean change", "Mean before", "Mean after", "With both", "With baseline", "Enrolled"]) {
        expect(record?.[figure], `${caption}, ${cohort}, ${figure}`).toBe(
          figures[figure]?.[cohort]?.replaceAll(",", ""),
        );
      }
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(5);
});

test("keeps the chosen time in the address, for a colleague to open", async ({ page }) => {
  const change = new ChangePage(page, await enterDemo(page, "Administrator"));
  await change.open();
  const other = change.times().and(page.locator(":not([aria-current])")).first();
  const label = (await other.textContent()) ?? "";
  await other.click();
  await expect(page).toHaveURL(/[?&]at=/);
  await page.reload();
  await expect(change.times().and(page.locator("[aria-current]"))).toHaveText(label);
  await expect(change.table(change.cards().first()).locator("caption")).toContainText(label);
});

test("lists its parts, keeps the chosen one in the address, and opens it where it was folded", async ({ page }) => {
  const change = new ChangePage(page, await enterDemo(page, "Evaluator"));
  await page.setViewportSize({ width: 360, height: 740 });
  await change.open();
  await expect(change.contents().getByRole("link")).toHaveText([
    ...["Physiological", "Psychological", "Behavioural", "Cognitive", "Social"].map(
      (name) => new RegExp(`^${name}.*\\d`),
    ),
    /^Outside/,
  ]);
  const social = page.locator('section[data-domain="outcome.social"]');
  const inside = social.locator("article").first();
  await social.locator("summary").first().click();
  await expect(inside).toBeHidden();
  await tabTo(page, change.contents().getByRole("link", { name: /^Social/ }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#outcome-social$/);
  await expect(inside).toBeVisible();
  await expect(social.getByRole("heading", { level: 2 })).toBeInViewport();

  await test.step("and the part stays in the address when the time changes", async () => {
    await change.times().and(page.locator(":not([aria-current])")).first().click();
    await expect(page).toHaveURL(/[?&]at=.*#outcome-social$/);
  });
});

test("names the sites where the reader sees a part of the programme, on the page and in the file", async ({
  page,
  browser,
}) => {
  const change = new ChangePage(page, await enterDemo(page, "Evaluator"));
  await change.open();
  await expect(page.getByText("You see: Riverside clinic.")).toBeVisible();
  const { records } = await change.downloadCsv();
  expect(new Set(records.map((record) => record.Sites))).toEqual(new Set(["Riverside clinic"]));
  const other = await (await browser.newContext()).newPage();
  const whole = new ChangePage(other, await enterDemo(other, "Researcher"));
  await whole.open();
  await expect(other.getByText("You see:")).toHaveCount(0);
  await other.context().close();
});

test("names who is missing to those who may know, and only counts them for a researcher", async ({ page, browser }) => {
  const change = new ChangePage(page, await enterDemo(page, "Evaluator"));
  await change.open();
  const missing = change.estimated().locator("details", { hasText: "Who is missing?" });
  await missing.locator("summary").click();
  await expect(missing.locator(`a[href^="${change.base}/participants/"]`).first()).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  const research = new ChangePage(other, await enterDemo(other, "Researcher"));
  await research.open();
  const counts = research.estimated().locator("details", { hasText: "Who is missing?" });
  await counts.locator("summary").click();
  await expect(counts.getByText("Your role sees how many are missing, not who.").first()).toBeVisible();
  await expect(counts.locator("a")).toHaveCount(0);
  await other.context().close();
});

test("gives a cohort no column for what it is not asked, and says so", async ({ page }) => {
  const change = new ChangePage(page, await enterDemo(page, "Researcher"));
  await change.open();
  const outside = page.locator('section[data-domain="none"]');
  await outside.locator("details details > summary").first().click();
  const card = outside.locator('article[data-measure="alongside-mechanisms/tailored"]');
  await expect(card.getByText("Not asked of: Usual care, waiting.")).toBeVisible();
  const headings = change.table(card).locator("thead th");
  await expect(headings).toHaveCount(3);
  await expect(headings.filter({ hasText: "Usual care" })).toHaveCount(0);
});

test("does not exist for a peer coordinator", async ({ page }) => {
  const base = await enterDemo(page, "Peer coordinator");
  await page.goto(`${base}/change`);
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  const refused = await page.request.get(`${base}/change/table`, { maxRedirects: 0 });
  expect(refused.status()).toBe(303);
  expect(refused.headers().location).toContain(`${base}/stopped?`);
});

for (const width of [360, 1280])
  for (const colorScheme of ["light", "dark"] as const)
    test(`is accessible at ${width} px, ${colorScheme}, with everything open`, async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width, height: 740 }, colorScheme });
      const page = await context.newPage();
      const change = new ChangePage(page, await enterDemo(page, "Administrator"));
      await change.open();
      await expectNoSidewaysScroll(page);
      for (const summary of await change.estimated().locator("summary").all()) await summary.click();
      await expect(change.estimated().locator(`a[href^="${change.base}/participants/"]`).first()).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await context.close();
    });

test("can be read without the script: figures and pictures are in the page itself", async ({ page, request }) => {
  const base = await enterDemo(page, "Evaluator");
  const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const source = await (await request.get(`${base}/change`, { headers: { cookie: cookies } })).text();
  expect(source).toContain("<polyline");
  expect(source).toContain("Mean change");
});
