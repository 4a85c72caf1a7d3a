import { expect, type Page, test } from "@playwright/test";
import { LaboratoryPages } from "../pages/laboratory";
import { LaboratoryImportPage } from "../pages/laboratory-import-page";
import { ParticipantsPages } from "../pages/participants";
import { ResultsPage } from "../pages/results-page";
import { enterDemo, signIn, signOut } from "../support/sign-in";

test.describe.configure({ timeout: 240_000 });

/** Another nurse of the demonstration, who may look at what the first one entered. */
const SECOND = { email: "second-nurse@example.org", password: "walk-alongside-2026" };
/** Days since enrolment: the end of support is due after 90. */
const ENROLLED_AGO = 120;
const END = 90;

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

/** Who gained suppression in the cohort that the page opens with, as its table counts them. */
async function gained(page: Page, base: string): Promise<{ readonly people: number; readonly cohort: string }> {
  await page.goto(`${base}/change/results`);
  const results = new ResultsPage(page);
  const cell = page.locator('[data-rule="who-2023"] [data-cohort]').first().locator('[data-row="unsuppressed"]');
  await expect(cell).toContainText(/\d+ · gained/i);
  const people = Number(/(\d+) · gained/i.exec((await cell.textContent()) ?? "")?.[1]);
  return { people, cohort: (await results.field("cohort").locator("option:checked").textContent()) ?? "" };
}

test("a result goes from paper, through a second person and a correction, and a laboratory's file to the chart", async ({
  page,
}) => {
  const base = await enterDemo(page, "Researcher");
  const before = await gained(page, base);
  await signOut(page);

  await enterDemo(page, "Clinic staff");
  const { code, participantId } = await new ParticipantsPages(page, base).enrol(before.cohort, daysAgo(ENROLLED_AGO));
  const lab = new LaboratoryPages(page, base);

  await test.step("the first result is typed from paper, and a second person confirms it", async () => {
    await lab.open();
    await lab.tabToCell(1, "code");
    await lab.scan(1, code);
    await lab.enter("");
    await lab.enter("24 000");
    await lab.enter(daysAgo(ENROLLED_AGO));
    await lab.enter("pl");
    await expect(lab.understood(1)).toContainText("24,000 copies/mL, plasma: not suppressed by WHO 2023");
    await lab.save(1);
    await expect(lab.saved()).toContainText("waits for a second person");
    await signOut(page);
    await signIn(page, SECOND);
    await page.goto(`${base}/laboratory/verify`);
    await lab.press(page.getByRole("button", { name: `Confirm ${code}` }));
    await expect(page.getByText(`${code} is verified.`)).toBeVisible();
  });

  await test.step("it was misread: the correction is a version of its own, and waits again", async () => {
    await page.goto(`${base}/laboratory/${participantId}`);
    await lab.press(page.getByRole("button", { name: /^Correct the result/ }));
    const correction = page.getByRole("form", { name: /^Correct/ });
    await page.keyboard.type("Misread the paper");
    await correction.getByLabel("Result", { exact: true }).fill("2 400");
    await expect(correction.getByRole("status").filter({ hasText: "Understood" })).toContainText("2,400 copies/mL");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Reason for this version: Misread the paper")).toBeVisible();
    await page.goto(`${base}/laboratory/verify`);
    await expect(lab.waiting(code)).toContainText("You entered this one, so somebody else verifies it.");
  });

  await test.step("the next result comes in a laboratory's file", async () => {
    const files = new LaboratoryImportPage(page, base);
    const name = await files.addLaboratory();
    const day = daysAgo(ENROLLED_AGO - END);
    await files.send(name, "back.csv", `code,result,collected,sample\n${code},40,${day},plasma\n`);
    await files.check();
    expect(await files.count("New")).toBe(1);
    await files.run();
    await expect(page.getByText("1 result was stored")).toBeVisible();
    await signOut(page);
  });

  await enterDemo(page, "Researcher");
  const after = await gained(page, base);
  expect(after).toEqual({ ...before, people: before.people + 1 });
});
