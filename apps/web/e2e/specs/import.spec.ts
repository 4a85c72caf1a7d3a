import type { AppRouter } from "@alongside/api/router";
import { expect, test } from "@playwright/test";
import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";
import { ChangePage } from "../pages/change-page";
import { ImportPage } from "../pages/import-page";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { BTHEB_FIGURES } from "../support/btheb-figures";
import { csvRecords } from "../support/csv";
import { TELLING_WORDS } from "../support/discretion";
import { tabTo } from "../support/keyboard";
import { enterDemo } from "../support/sign-in";

const OCCASIONS = ["2m", "3m", "5m", "8m"] as const;

test("a published trial opens as a programme whose Change page shows its figures, R's among them", async ({
  page,
  baseURL,
}) => {
  const imports = new ImportPage(page, await enterDemo(page, "Researcher"));
  const base = await imports.openExample("Beating the Blues trial");
  expect(base).not.toMatch(TELLING_WORDS);
  await expect(page.getByText("Published data set.")).toBeVisible();
  const change = new ChangePage(page, base);
  for (const timepoint of OCCASIONS) {
    await change.open(`?at=${timepoint}`);
    const figures = await change.figures(change.table(change.cards().first()));
    for (const expected of BTHEB_FIGURES.filter((one) => one.timepoint === timepoint)) {
      const shown = (name: string) => figures[name]?.[expected.arm];
      expect(shown("With both")).toBe(String(expected.n));
      expect(shown("Enrolled")).toBe(expected.arm === "Treatment as usual" ? "48" : "52");
      expect(shown("Mean before")).toBe(expected.before.toFixed(2));
      expect(shown("Mean after")).toBe(expected.after.toFixed(2));
      expect(shown("Mean change")).toBe(expected.change.toFixed(2));
      expect(shown("95% interval")).toBe(`${expected.low.toFixed(2)} to ${expected.high.toFixed(2)}`);
    }
  }

  await test.step("and the figures behind them agree to eight digits", async () => {
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const api = createTRPCClient<AppRouter>({
      links: [httpLink({ url: `${baseURL}/api/trpc`, transformer: superjson, headers: { cookie } })],
    });
    const session = await api.session.read.query();
    const programmeId = session.programmes.find((one) => `/p/${one.slug}` === base)?.id ?? "";
    const { table } = await api.change.read.query({ programmeId });
    const measure = table.domains.flatMap((domain) => domain.measures)[0];
    for (const expected of BTHEB_FIGURES) {
      const cohort = table.cohorts.find((one) => one.name === expected.arm);
      const timepoint = table.timepoints.find((one) => one.code === expected.timepoint);
      const followUp = measure?.cohorts
        .find((one) => one.cohortId === cohort?.id)
        ?.followUps.find((one) => one.timepointId === timepoint?.id);
      if (followUp?.change.kind !== "estimate") throw new Error(`no estimate: ${expected.arm} ${expected.timepoint}`);
      const { value, interval, n } = followUp.change;
      expect(n).toBe(expected.n);
      expect(Math.abs(value - expected.change)).toBeLessThan(1e-8);
      expect(Math.abs(interval.low - expected.low)).toBeLessThan(1e-8);
      expect(Math.abs(interval.high - expected.high)).toBeLessThan(1e-8);
    }
  });

  await test.step("and it is opened once only", async () => {
    expect(await imports.openExample("Beating the Blues trial")).toBe(base);
  });
});

/** Rows of a small study: so many people in two arms, before and after. */
function studyFile(people: number): string {
  const rows = Array.from({ length: people }, (_, person) =>
    [`s${person}`, person % 2 === 0 ? "usual" : "peers", 20 + (person % 7), 12 + (person % 5)].join(","),
  );
  return `id,group,phq9.pre,phq9.post\n${rows.join("\n")}\n`;
}

test("a file of one's own, on a phone and by keyboard, from its columns to the change", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const imports = new ImportPage(page, await enterDemo(page, "Administrator"));
  const own = new ImportPage(page, await imports.openExample("CHAIN cohort, New York, sixth interview"));
  await own.open();
  await expect(page.getByText("goes into the programme")).toContainText("CHAIN cohort");
  await expect(page.getByText("Real people do not belong in this programme")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await own.upload("participants.csv", studyFile(24));
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page
    .getByRole("group", { name: "“peers” in the file" })
    .getByLabel("What it is here")
    .selectOption("peer-support");
  const check = page.getByRole("button", { name: "Check the whole file" });
  await tabTo(page, check, 200);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "What the check found" }).waitFor();
  await expect(page.getByText("The file can be imported")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const values = page.getByRole("table", { name: "Values of each measure" }).locator("tbody tr");
  // Values, without a value, lowest, highest, and no mean: of 20 to 26 before and 12 to 16 after.
  await expect(values.first().locator("td")).toContainText(["", "24", "0", "20", "26"]);
  await expect(values.last().locator("td")).toContainText(["", "24", "0", "12", "16"]);

  await test.step("where it stands survives a reload", async () => {
    await page.reload();
    await expect(page.getByText("The file can be imported")).toBeVisible();
  });
  await tabTo(page, page.getByRole("button", { name: "Import now" }));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Imported" }).waitFor();
  await expect(page.getByText("24 participants and 48 values were added")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: "See the change" }).click();
  await expect(page.locator("main")).toContainText("peers");

  await test.step("the same file again adds nothing", async () => {
    await own.upload("participants.csv", studyFile(24));
    await own.check();
    await expect(page.getByText("Everything in this file is stored already")).toBeVisible();
  });
});

test("a file that is wrong says where and why, and stores nothing", async ({ page }) => {
  const imports = new ImportPage(page, await enterDemo(page, "Administrator"));
  const own = new ImportPage(page, await imports.openExample("Enschede fireworks disaster trial"));
  const good = studyFile(12).trimEnd().split("\n");
  const wrong = [...good.slice(0, 3), "s90,usual,=1+1,3", "s91,usual,99,3", "s92,usual,nine,3", ...good.slice(3)];
  await own.upload("wrong.csv", wrong.join("\n"));
  // Text in a column of numbers: the suggestion leaves the column out until it is said what it is.
  const column = page.getByLabel("phq9.pre: measure");
  if ((await column.count()) === 0) await page.getByLabel("One row per participant").check();
  await own.page.getByRole("group", { name: "Columns with values" }).waitFor();
  await own.check();
  const shown = await own.problems();
  expect(shown.length).toBeGreaterThan(0);
  expect(shown[0]?.[0]).toBe("4");
  expect(shown[0]?.join(" ")).toContain("begins like a formula");
  await expect(page.getByRole("button", { name: "Import now" })).toHaveCount(0);
  await expectAccessible(page);

  await test.step("the list of problems can be taken away", async () => {
    const waiting = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download the problems as CSV" }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe("problems.csv");
    const text = (await (await download.createReadStream()).toArray()).join("");
    const [first] = csvRecords(text);
    // A value that a spreadsheet would run is made harmless.
    expect(first).toMatchObject({ Row: "4", Value: "'=1+1", Rule: "formula" });
  });

  await test.step("and nobody came in", async () => {
    await page.goto(`${own.base}/participants`);
    await expect(page.getByRole("heading", { level: 1, name: "Participants" })).toBeVisible();
    await expect(page.locator("main")).toContainText("52");
  });
});

for (const { name, content, says } of [
  { name: "one line of 10 MB", content: `id,value\n${"x".repeat(10_485_760)}`, says: /is longer than/ },
  { name: "a header twice", content: "id,score,score\n1,2,3\n", says: /have the same name/ },
  { name: "a workbook", content: Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), says: /not a text file/ },
  {
    name: "another encoding",
    content: Buffer.from([...Buffer.from("id,gr\u00e4\n1,"), 0xe9, 0x0a]),
    says: /is not text in/,
  },
  {
    name: "a quotation mark too many",
    content: 'id,a,b\n1,"2,3\n2,2,3\n3,2,3\n',
    says: /^2.*opens in this row and never closes/,
  },
  { name: "no separator", content: "id\n1\n2\n", says: /Only one column was found/ },
] as const)
  test(`${name} is refused at once`, async ({ page }) => {
    const imports = new ImportPage(page, await enterDemo(page, "Researcher"));
    await imports.upload("file.csv", content);
    await expect(page.getByText("The file cannot be read like this")).toBeVisible();
    expect((await imports.problems())[0]?.join(" ")).toMatch(says);
    await expect(page.getByRole("button", { name: "Check the whole file" })).toHaveCount(0);
    await imports.discard();
    await expect(page.getByRole("table", { name: "Earlier imports" })).toHaveCount(0);
  });

test("a colleague's upload is not there for another researcher", async ({ page }) => {
  const imports = new ImportPage(page, await enterDemo(page, "Administrator"));
  await imports.upload("one-person.csv", "id,group,phq9.pre,phq9.post\n1,usual,20,12\n");
  const { pathname } = new URL(page.url());
  await page.context().clearCookies();
  await enterDemo(page, "Researcher");
  await page.goto(pathname);
  await expect(page.getByText("There is no such import")).toBeVisible();
  await page.goto(`${imports.base}/import`);
  await expect(page.getByRole("heading", { name: "Choose a file" })).toBeVisible();
  await expect(page.locator("main")).not.toContainText("one-person.csv");
});

test("nobody else finds the way here", async ({ page }) => {
  const base = await enterDemo(page, "Evaluator");
  await page.goto(`${base}/import`);
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
});
