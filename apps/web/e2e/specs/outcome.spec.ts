import type { AppRouter } from "@alongside/api/router";
import { expect, type Page, test } from "@playwright/test";
import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";
import { ChangePage } from "../pages/change-page";
import { ImportPage } from "../pages/import-page";
import { OutcomePage } from "../pages/outcome-page";
import { ReleasePage } from "../pages/release-page";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { TELLING_WORDS } from "../support/discretion";
import { enterDemo } from "../support/sign-in";

const SECTIONS = [
  "The finding",
  "Before and after",
  "Person by person",
  "Who got better, and who got worse",
  "Who is behind the number",
  "People who stepped back",
  "How sure is this",
];

/** Every figure here is R's: t.test(after, before, paired = TRUE) on the published file, R 4.2.2. */
const EIGHT_MONTHS = "fell by 10.52 points on average (95% CI -15.07 to -5.97).";

/** A published trial, and the details of one arm at eight months. */
async function openTrial(page: Page, arm = "Treatment as usual"): Promise<OutcomePage> {
  const imports = new ImportPage(page, await enterDemo(page, "Researcher"));
  const change = new ChangePage(page, await imports.openExample("Beating the Blues trial"));
  await change.open("?at=8m");
  const outcome = new OutcomePage(page);
  await outcome.openByKeyboard(page.getByRole("link", { name: new RegExp(`^Details of ${arm}`) }));
  return outcome;
}

test("opens from its card by keyboard, with R's figures, and says who is missing before anybody concludes", async ({
  page,
}) => {
  const outcome = await openTrial(page);
  expect(page.url()).not.toMatch(TELLING_WORDS);
  expect(page.url()).not.toContain("bdi");
  await expect(page).toHaveTitle(/^Outcome in detail/);
  await expect(outcome.finding("finding")).toContainText(EIGHT_MONTHS);
  await expect(outcome.fact("people")).toHaveText("25 with both scores, of 48 enrolled");
  await expect(outcome.fact("before")).toContainText("24.12");
  await expect(outcome.fact("after")).toContainText("13.60");
  await expect(page.getByText("Not interpretable: 47.9% of the scores are missing")).toBeVisible();
  await expect(page.locator("[data-claim]")).toHaveAttribute("data-claim", "1");
  await expect(page.locator("[data-standing]")).toHaveAttribute("data-standing", "exploratory");
  await expect(page.getByRole("link", { name: "Exploratory (analysis plan)" })).toHaveAttribute("href", /\/plan$/);
  const headings = page.getByRole("heading", { level: 2 });
  // Parts of the page may stream in.
  await expect.poll(async () => (await headings.allTextContents()).slice(0, SECTIONS.length)).toEqual(SECTIONS);
  await expect(headings.last()).toHaveText("How was this computed?");
  await expect(outcome.strip()).toContainText("-10.52 (-15.07 to -5.97)");
  await expect(page.locator("#versus")).toHaveCount(0);
});

test("leads with everybody who has a baseline where nothing was planned, and says what each figure is about", async ({
  page,
}) => {
  const outcome = await openTrial(page);
  // R 4.2.2: nlme::gls on all scores of usual care, and the mean baseline of its 48 people.
  await expect(outcome.finding("finding")).toHaveText(
    /^For everybody with a baseline, .+ fell by 10\.33 points .+ Among the people with both scores, .+ fell by 10\.52/,
  );
  const row = (id: string) => page.locator(`#finding figure [data-row="${id}"]`).first();
  await expect(row("likelihood")).toContainText("48 with a baseline, mean 24.19, 45 of them with a later score");
  await expect(row("likelihood")).toContainText("missing at random");
  await expect(row("complete-pairs")).toContainText("25 with both scores, of 48 enrolled");
  await expect(outcome.fact("lead-n")).toHaveText("45");
  await expect(outcome.strip().locator('[data-row="likelihood"]')).toContainText(
    "of everybody with a baseline (mean 24.19)",
  );
  await page.getByText("The question in five parts, and the people").click();
  const estimand = page.locator("[data-part=estimand]");
  await expect(estimand.locator("[data-row=events]")).toContainText("left the project: as if they had stayed");
  await expect(estimand.locator("[data-row=events]")).toContainText("left the project: scores count whatever happened");
  await expect(estimand.locator("[data-row=enrolled]")).toContainText("48");
  await expect(estimand.locator("[data-row=analysed]")).toContainText("45");
});

test("is primary in the planned contrast, where the planned model leads and the change in the cohort describes", async ({
  page,
}) => {
  const base = await enterDemo(page, "Administrator");
  const change = new ChangePage(page, base);
  await change.open("?at=end");
  const outcome = new OutcomePage(page);
  const standing = page.locator("[data-standing]");
  await outcome.openByKeyboard(
    page.locator('[data-measure="phq9/total"]').getByRole("link", { name: /^Details of Peer support by visit/ }),
  );
  await expect(standing).toHaveAttribute("data-standing", "primary");
  await expect(outcome.finding("finding")).toContainText("Peer support by visit");
  await expect(outcome.finding("finding")).toContainText("Usual care, waiting");
  await expect(outcome.finding("finding")).toContainText("people who start alike");
  await expect(page.locator("#finding [data-claim]")).toHaveAttribute("data-claim", "2");
  await expect(page.locator("#finding [data-row=ancova]").first()).toContainText("chosen in the plan");
  await expect(outcome.fact("lead-test")).toContainText("degrees of freedom");
  await expect(page.locator("[data-part=description]")).toContainText("It is not what the plan asks");
  await expect(page.locator("#versus figure [data-row=ancova]")).toContainText("chosen in the plan");
  await page.getByText("The question in five parts, and the people").click();
  await expect(outcome.fact("plan-events")).toContainText("People who moved away or left count");
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
});

test("is exploratory in everything but the planned contrast, says why, and leads to it", async ({ page }) => {
  const base = await enterDemo(page, "Administrator");
  await new ChangePage(page, base).open("?at=end");
  const link = page
    .locator('[data-measure="phq9/total"]')
    .getByRole("link", { name: /^Details of Peer support by visit/ });
  await page.goto((await link.getAttribute("href")) ?? "");
  const standing = page.locator("[data-standing]");
  await test.step("compared with nobody, it is exploratory, and a link leads to the planned analysis", async () => {
    await page.locator('select[name="with"]').selectOption({ label: "Nobody" });
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(standing).toHaveAttribute("data-standing", "exploratory");
    await expect(standing).toContainText("compares with Usual care, waiting");
    await expect(page.getByText("chosen in the plan")).toHaveCount(0);
    await page.getByRole("link", { name: "Show the planned analysis (primary outcome)" }).click();
    await expect(standing).toHaveAttribute("data-standing", "primary");
  });
  await test.step("of the comparison cohort itself, too", async () => {
    await page.locator('select[name="cohort"]').selectOption({ label: "Usual care, waiting" });
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(standing).toContainText("the cohort the others are compared with");
    await expect(page.getByText("chosen in the plan")).toHaveCount(0);
  });
  await test.step("of one site, too", async () => {
    await page.getByRole("link", { name: "Show the planned analysis (primary outcome)" }).click();
    await expect(standing).toHaveAttribute("data-standing", "primary");
    const address = new URL(page.url());
    await page.goto(`${base}/change?at=end`);
    // The largest: at the others too few of the waiting have both scores to be compared with.
    const site = page.getByLabel("Site").locator("option", { hasText: "Riverside clinic" });
    address.searchParams.set("site", (await site.getAttribute("value")) ?? "");
    await page.goto(address.href);
    await expect(standing).toContainText("some of its sites only");
  });
});

test("stands beside the other arm in every way, with R's figures and what could mislead", async ({ page }) => {
  const outcome = await openTrial(page, "Beating the Blues");
  const row = (id: string) => page.locator(`#versus figure [data-row="${id}"]`);
  // R 4.2.2: t.test(change ~ treatment); lm(bdi.8m ~ bdi.pre + treatment) with sandwich::vcovHC(type = "HC3").
  await expect(row("unadjusted")).toContainText("-2.63 (-8.52 to 3.26)");
  await expect(row("ancova")).toContainText("-4.01 (-8.94 to 0.92)");
  await expect(outcome.finding("versus")).toContainText("the difference is -4.01 points (95% CI -8.94 to 0.92)");
  await expect(outcome.finding("versus")).toContainText("is not settled");
  await expect(page.getByText("Keen people come")).toBeVisible();
  // At eight months the cohorts are 27 and 25 people: shown by how likely they were, and too few to be weighted.
  await expect(page.locator("[data-part=overlap]")).toContainText("By the score before alone nobody is kept out");
  await expect(page.locator("[data-part=weights] li")).toHaveCount(3);
  await expect(page.locator("[data-part=weights] li").last()).toContainText("30 are needed");
  await expect(outcome.finding("scale")).toContainText("came as one number");
});

test("computes the long rows on request, lets go of them, and finds them again", async ({ page }) => {
  const outcome = await openTrial(page);
  const rows = outcome.strip().locator("[data-row]");
  const quick = await rows.count();
  await outcome.press("Compute the rows that take long");
  await outcome.untilLongIs("done");
  await expect(rows).toHaveCount(quick + 2);
  await expect(outcome.strip().locator('[data-row="bootstrap"]')).toContainText("-10.52");
  await expect(outcome.fact("tipping")).toBeVisible();
  await expect(page).toHaveURL(/[?&]long=1/);
  const filledIn = await outcome.strip().locator('[data-row="imputation"]').textContent();
  await page.reload();
  await outcome.untilLongIs("done");
  await expect(outcome.strip().locator('[data-row="imputation"]')).toHaveText(filledIn ?? "");
});

test("shows how far a computation is, and starts again what was cancelled, on the same button", async ({
  page,
  baseURL,
}) => {
  // It waits for other computations on purpose.
  test.setTimeout(300_000);
  const base = await enterDemo(page, "Researcher");
  const change = new ChangePage(page, base);
  await change.open();
  const outcome = new OutcomePage(page);
  await outcome.openByKeyboard(page.getByRole("link", { name: /^Details of .*PHQ-9/ }).first());
  // With the page already open, so that what waits in front is still there when it is cancelled.
  await occupyThreads(page, baseURL ?? "", base);
  await outcome.press("Compute the rows that take long");
  await expect(page.getByRole("progressbar", { name: "Progress of the long rows" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Enter");
  await outcome.untilLongIs("cancelled");
  await expect(page.getByRole("status").filter({ hasText: "Nothing was kept" })).toBeVisible();
  await expect(page).not.toHaveURL(/long=1/);
  await expect(page.getByRole("button", { name: "Start again" })).toBeFocused();
  await page.keyboard.press("Enter");
  await outcome.untilLongIs("done");
  await expect(page.getByRole("status").filter({ hasText: "All rows are computed." })).toBeFocused();
});

/** Gives the server other long computations first, so that the next one has to wait for them. */
async function occupyThreads(page: Page, origin: string, base: string): Promise<void> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const api = createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${origin}/api/trpc`, transformer: superjson, headers: { cookie, origin } })],
  });
  const session = await api.session.read.query();
  const programmeId = session.programmes.find((one) => `/p/${one.slug}` === base)?.id ?? "";
  const { table } = await api.change.read.query({ programmeId });
  const measured = table.domains.flatMap(({ measures }) => measures).filter(({ state }) => state === "ready");
  const lines = measured
    .filter(({ description }) => !description.measure.startsWith("phq9"))
    .flatMap(({ description, cohorts }) =>
      cohorts.flatMap(({ cohortId, followUps }) =>
        followUps
          .filter(({ change }) => change.kind === "estimate")
          .map(({ timepointId }) => ({ programmeId, measure: description.measure, cohortId, timepointId })),
      ),
    );
  // Many seconds of work on any machine. Those about too few people are refused, which is no matter here.
  await Promise.all(lines.slice(0, 48).map((line) => api.computation.start.mutate(line).catch(() => null)));
}

test("gives its script for R to those who may have it", async ({ page }) => {
  await openTrial(page);
  await page.getByRole("link", { name: "Download the R script" }).click();
  const { name, text } = await new ReleasePage(page).downloadInside();
  expect(name).toMatch(/^outcome-\d{4}-\d{2}-\d{2}\.R$/);
  expect(text).toContain("-10.52");
  expect(text).toContain("# Purpose: Quality check of the data");
});

test("reads on a phone, on a wide window, in the dark and in Chinese", async ({ page }) => {
  const change = new ChangePage(page, await enterDemo(page, "Researcher"));
  await change.open();
  const outcome = new OutcomePage(page);
  await outcome.openByKeyboard(page.getByRole("link", { name: /^Details of .*PHQ-9/ }).first());
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 });
    if (width === 1280) expect(await outcome.hiddenWidth("#behind table")).toBe(0);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  await test.step("with every table open", async () => {
    for (const details of await page.locator("main details").all()) {
      await details.evaluate((one) => one.setAttribute("open", ""));
    }
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
  await test.step("in the dark", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.reload();
    await expect(outcome.finding("finding")).toContainText("95% CI");
    await expectAccessible(page);
  });
  await test.step("in Chinese", async () => {
    await page.context().addCookies([{ name: "lang", value: "zh", url: page.url() }]);
    await page.reload();
    await expect(page.getByRole("heading", { level: 2, name: "主要发现" })).toBeVisible();
    await expect(outcome.finding("finding")).toContainText("95% CI");
    // What a screen reader reads in place of a chart has the separators of its language.
    for (const words of await page.locator("main figure > p.visually-hidden").allTextContents()) {
      expect(words).not.toMatch(/[:;.] |[:;]$/);
    }
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
});

test("chooses another time and comparison without script's help, and keeps them in the address", async ({ page }) => {
  const outcome = await openTrial(page);
  await page.locator('select[name="with"]').selectOption({ label: "Nobody" });
  await page.locator('select[name="time"]').selectOption({ index: 0 });
  await outcome.press("Show");
  await page.waitForURL(/[?&]with=none/);
  await expect(outcome.finding("finding")).toContainText("fell by 4.40 points");
  await expect(outcome.fact("people")).toHaveText("45 with both scores, of 48 enrolled");
});

test("is not there for a peer coordinator, nor without an outcome in the address", async ({ page, browser }) => {
  const base = await enterDemo(page, "Researcher");
  await page.goto(`${base}/change/outcome`);
  await expect(page.getByRole("heading", { name: "No outcome is chosen" })).toBeVisible();
  const other = await (await browser.newContext()).newPage();
  await enterDemo(other, "Peer coordinator");
  await other.goto(`${base}/change/outcome`);
  await expect(other.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  await other.context().close();
});
