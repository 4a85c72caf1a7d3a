import { expect, test } from "@playwright/test";
import { ChangePage } from "../pages/change-page";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { TELLING_WORDS } from "../support/discretion";
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
  await card.getByRole("button", { name: "Show the table" }).click();
  const means = await change.figures(card.locator("figure table"));
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
    const caption = await card.locator("caption").last().textContent();
    const figures = await change.figures(card.locator("table[class*=table]").last());
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
  await expect(change.cards().first().locator("caption").last()).toContainText(label);
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

test("does not exist for a peer coordinator", async ({ page }) => {
  const base = await enterDemo(page, "Peer coordinator");
  await page.goto(`${base}/change`);
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  expect((await page.request.get(`${base}/change/table`)).status()).toBe(403);
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
