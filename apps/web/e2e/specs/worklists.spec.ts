import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { ParticipantsPages } from "../pages/participants";
import { WorklistPages } from "../pages/worklists";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { csvRecords } from "../support/csv";
import { TELLING_WORDS } from "../support/discretion";
import { enterDemo, pressDemo, signOut } from "../support/sign-in";

test.describe.configure({ timeout: 240_000 });

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
/** Long before anybody else of the demonstration, so that the person is first on every list. */
const STARTED_ON = "2014-03-05";
const HIGH_ON = "2016-05-09";

async function expectSoundAtBothWidths(page: Page): Promise<void> {
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
}

/** Somebody on treatment for years of whom no result is known. */
async function enrolOnTreatment(page: Page, base: string) {
  const one = await new ParticipantsPages(page, base).enrol();
  await page.goto(`${base}/laboratory/${one.participantId}`);
  await page.getByRole("button", { name: "Record the day" }).press("Enter");
  await page.getByLabel("Treatment began on").fill(STARTED_ON);
  await page.getByRole("button", { name: "Save the day" }).press("Enter");
  await expect(page.getByText(/5 Mar.* 2014|Mar.* 5, 2014/)).toBeVisible();
  return one;
}

test("a list leads from what is overdue to a result, on paper and in a file", async ({ page }) => {
  const base = await enterDemo(page, "Clinic staff");
  const lists = new WorklistPages(page, base);
  const { code, participantId } = await enrolOnTreatment(page, base);
  await page.goto(base);
  await lists.press(page.getByRole("region", { name: "Worklists" }).getByRole("link", { name: "Overdue" }));
  await expect(lists.line(code)).toContainText("no result yet");
  await expectSoundAtBothWidths(page);
  await lists.goTo(code);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("to the next line");
  await page.keyboard.press("Escape");
  await expect(lists.link(code)).toBeFocused();
  await page.keyboard.press("End");
  await expect(page.locator('[data-act="open"]').last()).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.locator('[data-act="open"]').first()).toBeFocused();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    lists.press(page.getByRole("link", { name: "Download CSV" })),
  ]);
  expect(download.suggestedFilename()).toMatch(/^worklist-\d{4}-\d{2}-\d{2}\.csv$/);
  const records = csvRecords(readFileSync(await download.path(), "utf8"));
  expect(records.find((record) => record.Code === code)).toMatchObject({ "Treatment since": STARTED_ON, Number: "" });

  await lists.press(page.getByRole("link", { name: "Print" }));
  await expect(page.getByRole("heading", { level: 1, name: "Overdue" })).toBeVisible();
  await expectSoundAtBothWidths(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("row").filter({ hasText: code })).toBeVisible();
  for (const hidden of ["navigation", "banner"] as const) await expect(page.getByRole(hidden)).toHaveCount(0);
  await expect(page.getByRole("main")).not.toContainText("copies");
  await page.emulateMedia({ media: "screen" });
  expect([page.url(), await page.title()].join(" ")).not.toMatch(TELLING_WORDS);

  await lists.press(page.getByRole("link", { name: "Back to the list" }));
  await lists.goTo(code);
  await page.keyboard.press("e");
  await expect(page.getByRole("textbox", { name: "Code" })).toHaveValue(code);
  await lists.enterResult(participantId, "TND", null);
  await lists.open("overdue");
  await expect(lists.line(code)).toHaveCount(0);
});

test("counselling is opened, held, repeated and closed as the results say", async ({ page }) => {
  const base = await enterDemo(page, "Clinic staff");
  const lists = new WorklistPages(page, base);
  const { code, participantId } = await enrolOnTreatment(page, base);
  await lists.enterResult(participantId, "12 400", HIGH_ON);
  await lists.open("repeat");
  await expect(lists.line(code)).toContainText("12,400 copies/mL");
  await expect(lists.line(code)).toContainText("not suppressed by WHO 2023");
  await lists.goTo(code);
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog", { name: `Counselling of ${code}` });
  await lists.press(dialog.getByRole("button", { name: "Open counselling" }));
  await expect(dialog.getByText("Counselling is open.")).toBeVisible();
  await expectSoundAtBothWidths(page);
  await lists.press(dialog.getByRole("button", { name: "Record the session" }));
  await expect(dialog.getByText("The session is recorded.")).toBeVisible();
  await expect(dialog.getByRole("listitem")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(lists.line(code)).toContainText("1 session");

  await lists.open("sessions");
  await lists.goTo(code);
  await page.keyboard.press("c");
  await dialog.getByRole("radio", { name: "End" }).press(" ");
  await dialog.getByLabel("How did it end?").selectOption("suppressed");
  await lists.press(dialog.getByRole("button", { name: "End counselling" }));
  await expect(dialog.getByText("Record the repeat first")).toBeVisible();
  await dialog.getByRole("radio", { name: "Repeat" }).press(" ");
  await lists.press(dialog.getByRole("link", { name: "Enter the repeat first." }));
  await page.waitForURL(/laboratory\/one/);

  await lists.enterResult(participantId, "TND", null);
  await page.goto(`${base}/laboratory/${participantId}`);
  const part = page.getByRole("region", { name: "Counselling" });
  await part.getByRole("radio", { name: "Repeat" }).press(" ");
  await lists.press(part.getByRole("button", { name: "Record the repeat" }));
  await expect(part.getByText("The repeat is recorded.")).toBeVisible();
  await part.getByRole("radio", { name: "End" }).press(" ");
  await part.getByLabel("How did it end?").selectOption("still-unsuppressed");
  await lists.press(part.getByRole("button", { name: "End counselling" }));
  await expect(part.getByText("The newest result says otherwise")).toBeVisible();
  await part.getByLabel("How did it end?").selectOption("suppressed");
  await lists.press(part.getByRole("button", { name: "End counselling" }));
  await expect(part.getByText("Counselling has ended.")).toBeVisible();
  await expect(part.getByText("suppressed at the repeat")).toBeVisible();
  await expectSoundAtBothWidths(page);
  for (const word of ["repeat", "sessions"]) {
    await lists.open(word);
    await expect(lists.line(code)).toHaveCount(0);
  }
});

test("a peer coordinator learns whom to contact by consent, and never why", async ({ page }) => {
  const base = await enterDemo(page, "Clinic staff");
  const lists = new WorklistPages(page, base);
  const [agrees, silent] = [await enrolOnTreatment(page, base), await enrolOnTreatment(page, base)];
  await page.goto(`${base}/participants/${agrees.participantId}`);
  const consents = page.getByRole("region", { name: "Consents" });
  await expect(consents.getByRole("listitem").filter({ hasText: "Being contacted" })).toContainText("Not asked");
  await lists.press(consents.getByRole("button", { name: "Record what was said" }));
  const row = page.getByRole("dialog").getByRole("group", { name: "Being contacted" });
  await row.getByRole("radio", { name: "No change" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(consents).toContainText("Yes,");
  await signOut(page);

  await pressDemo(page, "Peer coordinator");
  await lists.press(page.getByRole("link", { name: "See whom" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Please contact");
  const shown: string[] = [];
  for (;;) {
    shown.push((await page.getByRole("main").textContent()) ?? "");
    const next = page.getByRole("link", { name: "Next page" });
    if ((await next.count()) === 0) break;
    const address = page.url();
    await lists.press(next);
    await page.waitForURL((url) => url.href !== address);
  }
  const text = shown.join("\n");
  expect(text).toContain(agrees.code);
  expect(text).not.toContain(silent.code);
  expect(text).not.toMatch(TELLING_WORDS);
  expect(text).not.toMatch(/copies|result|overdue|unsuppressed|counsel/i);
  await expectSoundAtBothWidths(page);
  for (const word of ["overdue", "repeat"]) {
    await page.goto(`${base}/worklists?list=${word}`);
    await expect(page.getByRole("main")).toContainText("There is nothing at this address");
  }
  await page.goto(`${base}/laboratory/${agrees.participantId}`);
  await expect(page.getByRole("main")).toContainText("There is nothing at this address");
  await signOut(page);

  await enterDemo(page, "Clinic staff");
  await page.goto(`${base}/participants/${agrees.participantId}`);
  await lists.press(consents.getByRole("button", { name: "Record what was said" }));
  await row.getByRole("radio", { name: "Taken back" }).check();
  await page.keyboard.press("Enter");
  await expect(consents).toContainText("Taken back,");
  await expect(consents).toContainText("Said before (1)");
  await signOut(page);
  await enterDemo(page, "Peer coordinator");
  await page.goto(`${base}/worklists/print`);
  await expect(page.getByRole("main")).not.toContainText(agrees.code);
});
