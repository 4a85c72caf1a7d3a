import { expect, type Page, type Request, test } from "@playwright/test";
import { CollectPages } from "../pages/collect";
import { ParticipantsPages } from "../pages/participants";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { TELLING_WORDS } from "../support/discretion";
import { enterDemo } from "../support/sign-in";

const PHQ9 = "Patient Health Questionnaire, depression module";
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

test.describe.configure({ timeout: 120_000 });

interface Twice {
  readonly base: string;
  readonly code: string;
  readonly participantId: string;
}

/** Saves a form on the page, then sends the same id with other answers, as a second device would. */
async function sendTwice(page: Page, other: Readonly<Record<string, number>>): Promise<Twice> {
  const base = await enterDemo(page, "Evaluator");
  const enrolled = await new ParticipantsPages(page, base).enrol();
  const collect = new CollectPages(page, base);
  await collect.find(enrolled.code);
  await collect.begin("Enter from paper", PHQ9, "Baseline");
  await expect(page.locator("ol input").first()).toBeFocused();
  await page.keyboard.type("111111110");
  await expect(collect.reviewHeading()).toBeVisible();
  const sent = page.waitForRequest((request: Request) => request.url().includes("/api/trpc/assessment.save"));
  await collect.save();
  await collect.expectSaved();
  const request = await sent;
  const { json } = request.postDataJSON();
  const data = { json: { ...json, mode: "interview", answers: { ...json.answers, ...other } } };
  const answer = await page.request.post(request.url(), { data });
  expect(answer.status()).toBe(409);
  return { base, ...enrolled };
}

async function expectWell(page: Page): Promise<void> {
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  await page.setViewportSize(DESK);
}

test("a form that came twice is announced, compared and decided, and the risk in it is told again", async ({
  page,
}) => {
  const { base, code, participantId } = await sendTwice(page, { "phq9.i1": 3, "phq9.i9": 2 });
  const address = `${base}/collect/${participantId}/conflicts`;

  await page.goto(base);
  await expect(page.getByRole("link", { name: `Compare the versions for ${code}` })).toHaveAttribute("href", address);
  await page.goto(`${base}/participants/${participantId}`);
  await expect(page.getByText("Two versions", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Compare and decide" })).toHaveAttribute("href", address);
  await new CollectPages(page, base).find(code);
  await page.getByRole("link", { name: "Compare and decide" }).click();

  await expect(page.getByRole("heading", { name: `${PHQ9} · Baseline` })).toBeVisible();
  expect(await page.title()).not.toMatch(TELLING_WORDS);
  expect(page.url()).not.toMatch(TELLING_WORDS);
  await expect(page.locator("main").getByText("Mei Santos")).toHaveCount(2);
  const rows = page.getByRole("table").locator("tbody tr");
  await expect(rows).toHaveCount(3);
  await expect(rows.filter({ hasText: "How" })).toContainText("Paper form");
  await expect(rows.filter({ hasText: "Question 1" }).getByRole("cell")).toHaveText(["1", "3"]);
  await expect(rows.filter({ hasText: "Question 9" }).getByRole("cell")).toHaveText(["0", "2calls for action"]);
  await expect(page.getByText("The other 7 answers are the same.")).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "Act today" })).toBeVisible();
  await expectWell(page);

  await page.getByRole("button", { name: "Decide" }).click();
  await expect(page.getByText("Choose one of the two.")).toBeVisible();
  await expect(page.getByText("Say in a few words how you know.")).toBeVisible();
  await page.getByRole("radio", { name: "Take the other version" }).check();
  await page.getByLabel("How do you know which is right?").fill("Compared with the paper form");
  await page.getByRole("button", { name: "Decide" }).click();

  await expect(page.getByRole("heading", { name: "Decided" }).first()).toBeFocused();
  await expect(page.getByText("the other version counts now.")).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "Act today" })).toContainText("Item 9");
  await expect(page.getByText("Nothing is left to decide for this participant.")).toBeVisible();
  await expect(page.getByText("Reason: Compared with the paper form")).toBeVisible();
  await expectWell(page);

  await page.getByRole("link", { name: "See what is recorded" }).click();
  await expect(page.getByText("This is a correction: Compared with the paper form")).toBeVisible();
  await page.goto(base);
  await expect(page.getByRole("link", { name: `Compare the versions for ${code}` })).toBeHidden();
  await page.goto(address);
  await expect(page.getByText("The other version was taken.")).toBeVisible();
});

test("what counts is kept, in Chinese and on a phone", async ({ page, baseURL }) => {
  const { base, participantId } = await sendTwice(page, { "phq9.i2": 2 });
  await page.context().addCookies([{ name: "lang", value: "zh", url: baseURL ?? "" }]);
  await page.setViewportSize(PHONE);
  await page.goto(`${base}/collect/${participantId}/conflicts`);
  await expect(page.getByText("其余 8 个答案相同。")).toBeVisible();
  await expectWell(page);
  await page.getByRole("radio", { name: "保留现在有效的" }).check();
  await page.getByLabel("您如何知道哪一份正确？").fill("已核对纸质表");
  await page.getByRole("button", { name: "决定" }).click();
  await expect(page.getByText("原来有效的继续有效。")).toBeVisible();
  await expect(page.getByText("理由：已核对纸质表")).toBeVisible();
});
