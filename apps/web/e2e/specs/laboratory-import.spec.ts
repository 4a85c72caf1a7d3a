import { expect, type Page, test } from "@playwright/test";
import { LaboratoryImportPage } from "../pages/laboratory-import-page";
import { ParticipantsPages } from "../pages/participants";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { csvRecords } from "../support/csv";
import { TELLING_WORDS } from "../support/discretion";
import { tabTo } from "../support/keyboard";
import { enterDemo } from "../support/sign-in";
import { workbook } from "../support/workbook";

test.describe.configure({ timeout: Number(process.env.SLOW ?? 240_000) });

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
const HEADER = "Client code;VL result;Date drawn;Sample";

async function enrol(page: Page, base: string, count: number) {
  const people: { readonly code: string; readonly participantId: string }[] = [];
  for (let at = 0; at < count; at += 1) people.push(await new ParticipantsPages(page, base).enrol());
  return people;
}

function file(rows: readonly (readonly [code: string | undefined, result: string])[], day = "04/05/2026"): string {
  return `${[HEADER, ...rows.map(([code, result]) => `${code};${result};${day};plasma`)].join("\n")}\n`;
}

async function expectSound(page: Page): Promise<void> {
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
  expect(`${page.url()} ${await page.title()}`).not.toMatch(TELLING_WORDS);
}

test("a file is explained, asked about, imported, put right and sent again with the keyboard alone", async ({
  page,
}) => {
  const base = await enterDemo(page, "Clinic staff");
  const [one, two, three, four] = await enrol(page, base, 4);
  const lab = new LaboratoryImportPage(page, base);
  const name = await lab.addLaboratory();
  await expectSound(page);

  await test.step("the columns are named once", async () => {
    await lab.send(name, "first.csv", file([[four?.code, "900"]]));
    await expect(page.getByText("Still to choose: Collected on")).toBeVisible();
    await expect(lab.checkButton()).toBeDisabled();
    await lab.pick(page.getByLabel("Collected on"), "Date drawn");
    await lab.pick(page.getByLabel("How days are written"), "25/03/2026");
    await tabTo(page, page.getByLabel("This laboratory sends corrections"), 200);
    await page.keyboard.press("Space");
    await expectSound(page);
    await lab.check();
    expect(await lab.count("New")).toBe(1);
    await lab.run();
    await expect(page.getByText("1 result was stored")).toBeVisible();
  });

  const rows = [
    [one?.code, "12 400"],
    [two?.code, "<20"],
    [three?.code, "20-50"],
    [four?.code, "950"],
    ["7777-7777", "40"],
  ] as const;
  await lab.choose(name);
  await lab.send(name, "second.csv", file(rows));
  await expect(page.getByText(`The columns of ${name} are known`)).toBeVisible();
  await lab.check();

  await test.step("the check says of every row what becomes of it", async () => {
    const found = await Promise.all(["New", "Corrected", "Same", "Unanswered", "Refused"].map((one) => lab.count(one)));
    expect(found).toEqual([1, 1, 0, 1, 2]);
    await expect(lab.rows().filter({ hasText: "20-50" })).toContainText("Result: a range is not a result");
    await expect(lab.rows().filter({ hasText: "40" }).last()).toContainText("Code of the person:");
    await lab.press(page.getByRole("button", { name: /^Corrected/ }));
    await expect(lab.rows()).toHaveCount(1);
    await expect(lab.rows()).toContainText("950");
    await expectSound(page);
  });

  await test.step("what is printed is asked about, once, and outlasts a reload", async () => {
    await page.reload();
    const asked = page.getByRole("group", { name: /^<20/ });
    await tabTo(page, asked.getByRole("radio").first(), 200);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await expect(asked.getByLabel("detected, below 20 copies/mL")).toBeChecked();
    await lab.press(page.getByRole("button", { name: "Remember 1 answer and check again" }));
    await expect(page.getByRole("group", { name: /^<20/ })).toHaveCount(0);
    expect(await lab.count("New")).toBe(2);
    expect(await lab.count("Unanswered")).toBe(0);
  });

  await lab.run();
  await expect(page.getByText("3 results were stored, 1 of them as a correction")).toBeVisible();
  await expect(page.getByText("2 rows were left out")).toBeVisible();
  await expectSound(page);

  const mended = await test.step("what was left out is a file under a name that says nothing", async () => {
    const link = page.getByRole("link", { name: "Download the rows that were left out" });
    await tabTo(page, link, 120);
    const waiting = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    const download = await waiting;
    expect(download.suggestedFilename()).toBe("rows.csv");
    const text = (await (await download.createReadStream()).toArray()).join("");
    expect(text).not.toContain(one?.code);
    const records = csvRecords(text.includes(";") ? text.replaceAll(";", ",") : text);
    expect(records).toHaveLength(2);
    expect(records[0]).toMatchObject({ "VL result": "20-50", "Date drawn": "04/05/2026" });
    expect(Object.values(records[0] ?? {}).at(-1)).toContain("a range is not a result");
    // The first row is put right as somebody does in a spreadsheet: in its own cell.
    return text.replace("20-50", "35");
  });

  await test.step("it is put right and sent again", async () => {
    await lab.choose(name);
    await lab.send(name, "rows.csv", mended);
    await lab.check();
    expect(await lab.count("New")).toBe(1);
    expect(await lab.count("Refused")).toBe(1);
    await lab.run();
  });

  await test.step("the same rows again change nothing", async () => {
    await lab.choose(name);
    await lab.send(name, "again.csv", file([...rows.slice(0, 2), rows[3], [three?.code, "35"]]));
    await lab.check();
    expect(await lab.count("Same")).toBe(4);
    await expect(page.getByText("Nothing new to store")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Import/ })).toHaveCount(0);
    await lab.press(page.getByRole("button", { name: "Discard the file" }));
    await lab.press(page.getByRole("dialog").getByRole("button", { name: "Discard", exact: true }));
    await page.waitForURL(/\/laboratory\/import$/);
    await expect(page.getByRole("table", { name: "Earlier files" })).not.toContainText("again.csv");
  });

  await page.goto(`${base}/laboratory/${four?.participantId}`);
  await expect(page.getByRole("main")).toContainText("950 copies/mL");
});

test("a workbook is read, and the rows of it that were left out come back as a file that goes in", async ({ page }) => {
  const base = await enterDemo(page, "Clinic staff");
  const [one, two] = await enrol(page, base, 2);
  const lab = new LaboratoryImportPage(page, base);
  const name = await lab.addLaboratory();
  const book = workbook([
    ["Client code", "VL result", "Date drawn", "Sample"],
    [one?.code ?? "", "1 250", "04/05/2026", "plasma"],
    [two?.code ?? "", "20-50", "04/05/2026", "plasma"],
  ]);
  await lab.sendWorkbook(name, "week.xlsx", book);
  await lab.pick(page.getByLabel("Collected on"), "Date drawn");
  await lab.pick(page.getByLabel("How days are written"), "25/03/2026");
  await expectSound(page);
  await lab.check();
  expect(await lab.count("New")).toBe(1);
  expect(await lab.count("Refused")).toBe(1);
  await lab.run();

  const link = page.getByRole("link", { name: "Download the rows that were left out" });
  await tabTo(page, link, 120);
  const waiting = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  const left = (await (await (await waiting).createReadStream()).toArray()).join("");
  expect(left).toContain(two?.code);
  expect(left).not.toContain(one?.code);
  await lab.choose(name);
  await lab.send(name, "rows.csv", left.replace("20-50", "35"));
  await lab.check();
  expect(await lab.count("New")).toBe(1);
  await lab.run();
  for (const [person, shown] of [
    [one, "1,250 copies/mL"],
    [two, "35 copies/mL"],
  ] as const) {
    await page.goto(`${base}/laboratory/${person?.participantId}`);
    await expect(page.getByRole("main")).toContainText(shown);
  }
});

/** A result a day of a few people, over years: long enough in coming that somebody can change their mind. */
function longFile(codes: readonly string[], days: number): string {
  const lines = Array.from({ length: days }, (_, day) => {
    const date = new Date(Date.UTC(2005, 0, 1 + day)).toISOString().slice(0, 10);
    return codes.map((code) => `${code},${1000 + day},${date},plasma`).join("\n");
  });
  return `code,result,collected,sample\n${lines.join("\n")}\n`;
}

test("an import that is stopped leaves nothing behind", async ({ page }) => {
  const base = await enterDemo(page, "Clinic staff");
  const people = await enrol(page, base, 3);
  const lab = new LaboratoryImportPage(page, base);
  const name = await lab.addLaboratory();
  const content = longFile(
    people.map(({ code }) => code),
    7000,
  );
  await lab.send(name, "years.csv", content);
  await lab.check();
  expect(await lab.count("New")).toBe(21_000);
  await lab.press(page.getByRole("button", { name: "Import 21,000 results" }));
  await expect(page.getByRole("progressbar", { name: "The file is being imported" })).toBeVisible();
  const stop = page.getByRole("main").getByRole("button", { name: "Stop the import" });
  await expect(stop).toBeEnabled();
  await lab.press(stop);
  await expect(page.getByRole("dialog")).toContainText("Nothing of this file will be kept.");
  await lab.press(page.getByRole("dialog").getByRole("button", { name: "Stop the import" }));
  await expect(page.getByText("Stopped. Nothing of this file was kept.")).toBeVisible({ timeout: 60_000 });
  await expectSound(page);
  for (const { participantId } of people) {
    await page.goto(`${base}/laboratory/${participantId}`);
    await expect(page.getByText("No results yet")).toBeVisible();
  }
});

test("sending goes on where the connection was lost, also after the page was closed", async ({ page }) => {
  const base = await enterDemo(page, "Clinic staff");
  const lab = new LaboratoryImportPage(page, base);
  const name = await lab.addLaboratory();
  const content = longFile(["7K2M-4QXA"], 15_000);
  let pieces = 0;
  await page.route("**/api/trpc/laboratoryImport.sendPiece*", async (route) => {
    pieces += 1;
    if (pieces > 1) return route.abort();
    return route.continue();
  });
  await lab.fileBox(name).setInputFiles({ name: "long.csv", mimeType: "text/csv", buffer: Buffer.from(content) });
  await expect(page.getByText("The connection was lost")).toBeVisible();
  await expectSound(page);
  await page.reload();
  await page.getByRole("link", { name: "long.csv" }).first().press("Enter");
  await page.waitForURL(/\/laboratory\/import\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { name: "The file has not arrived whole" })).toBeVisible();
  await expect(page.getByText(/% of “long.csv” has arrived/)).toBeVisible();
  const box = page.getByLabel("Choose long.csv again");
  await box.setInputFiles({ name: "other.csv", mimeType: "text/csv", buffer: Buffer.from("code\n") });
  await expect(page.getByText("This is another file")).toBeVisible();
  await expectSound(page);
  const sent: string[] = [];
  await page.unroute("**/api/trpc/laboratoryImport.sendPiece*");
  page.on("request", (request) => {
    if (request.url().includes("laboratoryImport.sendPiece")) sent.push(request.postData() ?? "");
  });
  await box.setInputFiles({ name: "long.csv", mimeType: "text/csv", buffer: Buffer.from(content) });
  await expect(lab.checkButton()).toBeVisible();
  // The first piece was there already.
  expect(sent.some((body) => body.includes('"position":0'))).toBe(false);
  expect(sent.some((body) => body.includes('"position":1'))).toBe(true);
});
