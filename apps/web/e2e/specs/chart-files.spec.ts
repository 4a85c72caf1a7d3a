import { expect, type Page, test } from "@playwright/test";
import { measureSign } from "../../src/features/outcome/outcome-address";
import { ChangePage } from "../pages/change-page";
import { SavedChart } from "../pages/saved-chart";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { TELLING_WORDS } from "../support/discretion";
import { pngSize } from "../support/saved-svg";
import { type DemoRole, enterDemo } from "../support/sign-in";
import { watch } from "../support/watch";

/** The first number of an SVG is a pixel; every chart is as wide as the text of a page. */
const WIDTH = 640;
const FILE_NAME = /^chart-\d{4}-\d{2}-\d{2}-[0-9a-f]{6,8}-\d+\.(svg|png|csv)$/;
/** What a plain drawing is made of. Nested drawings, HTML, styles and links are what other programs do not draw alike. */
const PLAIN = [
  ...["svg", "title", "desc", "defs", "pattern", "g", "rect", "line", "circle"],
  ...["polyline", "polygon", "path", "text", "tspan", "image"],
];

/** The outcome that the plan of the demonstration is about, against the other cohort. */
async function openOutcome(page: Page, role: DemoRole = "Administrator"): Promise<string> {
  const base = await enterDemo(page, role);
  await new ChangePage(page, base).open("?at=end");
  const details = page
    .locator('[data-measure="phq9/total"]')
    .getByRole("link", { name: /^Details of Peer support by visit/ });
  await page.goto((await details.getAttribute("href")) ?? "");
  return base;
}

/** A chart of a section, by what it draws. */
const chartOf = (page: Page, place: string) => new SavedChart(page, page.locator(`${place} figure`).first());

/** The same three files of any chart: a drawing, a picture of it, and its table. */
async function expectFiles(chart: SavedChart, stamp: RegExp): Promise<readonly string[]> {
  const drawing = await chart.savedSvg();
  expect(drawing.elements.filter((name) => !PLAIN.includes(name))).toEqual([]);
  expect(drawing.attributes.filter((name) => name === "class" || name === "style")).toEqual([]);
  expect(drawing.references).toEqual([]);
  expect(drawing.unresolved).toEqual([]);
  expect(drawing.cutOff).toEqual([]);
  expect(drawing.size[0]).toBe(WIDTH);
  expect(drawing.texts.at(-1)).toMatch(stamp);
  expect(drawing.texts.join(" ")).toContain("Simulated data");
  const picture = await chart.save("png");
  expect(pngSize(picture.bytes)).toEqual(drawing.size.map((pixels) => 2 * pixels));
  expect(picture.name).toMatch(FILE_NAME);
  expect(picture.name).not.toMatch(TELLING_WORDS);
  const records = await chart.savedRecords();
  expect(records.every(({ Source = "" }) => stamp.test(Source) && Source.includes("Simulated data"))).toBe(true);
  const cells = records.map(({ Source: _, ...record }) =>
    Object.fromEntries(Object.entries(record).map(([name, text]) => [name, text.replace(/^'(?=[-+=@])/, "")])),
  );
  expect(cells.length).toBeGreaterThan(0);
  expect(cells).toEqual(await chart.tableBeside());
  return drawing.texts;
}

test("saves what a card of the Change page shows, with the finding and the moment of its figures", async ({ page }) => {
  const change = new ChangePage(page, await enterDemo(page, "Researcher"));
  await change.open("?at=end");
  const heading = await change.estimated().getByRole("heading", { level: 3 }).first().textContent();
  const chart = new SavedChart(page, change.estimated().locator("figure"));
  const texts = await expectFiles(chart, /^Alongside · figures of \d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC/);
  expect(texts[0]).toBe(heading);
  expect(texts.join(" ")).toContain("With both scores: Peer support by visit");
});

test("saves charts made of rows and of bars, with the hash of their data", async ({ page }) => {
  await openOutcome(page);
  const seen = watch(page, new URL(page.url()).origin);
  const hash = /[0-9a-f]{64}/.exec((await page.locator("#computed").textContent()) ?? "")?.[0] ?? "none";
  const stamp = new RegExp(`^Alongside · data ${hash.slice(0, 8)} · \\d{4}-\\d{2}-\\d{2}`);
  const rows = await expectFiles(chartOf(page, "#finding"), stamp);
  expect(rows[0]).toBe(await page.locator("[data-finding=finding]").textContent());
  expect(rows).toContain("Depression (PHQ-9) · Scores 0 to 27");
  expect(rows.join(" ")).toMatch(/n = \d+/);
  await expectFiles(chartOf(page, "#distribution"), stamp);
  await expectFiles(chartOf(page, "#who"), stamp);
  expect(seen.take()).toEqual([]);
});

test("saves charts of the results page, and offers nothing where a chart is hidden", async ({ page }) => {
  const base = await enterDemo(page, "Administrator");
  await page.goto(`${base}/change/results`);
  await expectFiles(chartOf(page, "#cascade"), /^Alongside · data [0-9a-f]{8}/);
  const times = (await chartOf(page, "#times").save("csv")).bytes.toString("utf8");
  const captions = await page.locator("#times [data-event=suppression] [data-beside] caption").allTextContents();
  expect(captions).toHaveLength(2);
  for (const caption of captions) expect(times).toContain(caption);
  for (const figure of await page.locator("figure", { hasNot: page.locator("svg") }).all()) {
    await expect(figure.locator("[data-save]")).toHaveCount(0);
  }
});

test("every chart can be saved with its table, and as a picture where anything is drawn", async ({ page }) => {
  const base = await openOutcome(page);
  const ofScores = page.url();
  await new ChangePage(page, base).open("?at=month-12");
  const details = page.locator('a[href*="/change/outcome?"]', { hasText: "Peer support by visit" }).first();
  const yesOrNo = new URL((await details.getAttribute("href")) ?? "", ofScores);
  yesOrNo.searchParams.set("measure", measureSign("retention/missed-any"));
  for (const address of [ofScores, yesOrNo.href, `${base}/change/results`]) {
    await page.goto(address);
    await expect(page.locator("[data-save][data-ready=true]").first()).toBeVisible();
    for (const figure of await page.locator("figure", { has: page.locator("[data-save]") }).all()) {
      const chart = new SavedChart(page, figure);
      await chart.open();
      const isDrawn = (await figure.locator("svg").count()) > 0;
      await expect(figure.locator("[data-format]")).toHaveCount(isDrawn ? 3 : 1);
      if (isDrawn) expect((await chart.savedSvg()).cutOff).toEqual([]);
    }
  }
});

test("gives the same drawing at night on a phone, by keyboard, as by day at a desk", async ({ page }) => {
  await openOutcome(page);
  const places = ["#finding", "#distribution", "#people", "#versus"];
  const byDay: string[] = [];
  for (const place of places) byDay.push((await chartOf(page, place).save("svg")).bytes.toString("utf8"));
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  for (const [at, place] of places.entries()) {
    const chart = chartOf(page, place);
    expect((await chart.saveByKeyboard("svg")).toString("utf8")).toBe(byDay[at]);
  }
  await expectNoSidewaysScroll(page);
  const chart = chartOf(page, "#finding");
  await expect(chart.choice("svg"))
    .toBeFocused({ timeout: 1 })
    .catch(() => chart.choice("svg").focus());
  await page.keyboard.press("Escape");
  await expect(chart.opener()).toBeFocused();
  await expect(chart.opener()).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Enter");
  await expect(chart.choice("svg")).toBeVisible();
  await expectAccessible(page);
});

test("leaves a trace, and gives no row of a person away", async ({ page }) => {
  const base = await openOutcome(page);
  const chart = chartOf(page, "#people");
  const { bytes } = await chart.save("svg");
  const file = bytes.toString("utf8");
  const drawn = await page.locator("#people figure [data-people] polyline").count();
  expect(drawn).toBeGreaterThan(20);
  // The mean and its rim are lines; people are an image.
  expect(file.match(/<polyline/g)?.length).toBeLessThan(4);
  expect(file.match(/<image /g)).toHaveLength(1);
  await page.goto(`${base}/settings/audit`);
  const event = page.locator("tbody tr", { hasText: "Save a chart as a picture or a table" }).first();
  await expect(event).toContainText("lines of single people: true");
  await expect(event).toContainText("format: svg");
});

test("hands out no file where the trace cannot be written, and is not there without script", async ({
  page,
  browser,
}) => {
  await openOutcome(page);
  const address = page.url();
  await page.route("**/api/trpc/chart.export**", (route) => route.abort());
  const chart = chartOf(page, "#finding");
  let downloads = 0;
  page.on("download", () => {
    downloads += 1;
  });
  await chart.open();
  await chart.choice("svg").click();
  await expect(chart.said()).toContainText("connection");
  expect(downloads).toBe(0);
  const still = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await still.newPage();
  await plain.goto(address);
  await expect(plain.locator("#finding figure [data-save]").first()).toHaveCSS("display", "none");
  await still.close();
});
