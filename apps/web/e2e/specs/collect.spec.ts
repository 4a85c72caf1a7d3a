import { expect, type Request, test } from "@playwright/test";
import { ChangePage } from "../pages/change-page";
import { CollectPages } from "../pages/collect";
import { ParticipantsPages } from "../pages/participants";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { TELLING_WORDS } from "../support/discretion";
import { tabTo } from "../support/keyboard";
import { enterDemo } from "../support/sign-in";

const CORE = "Alongside Core Set";
const PHQ9 = "Patient Health Questionnaire, depression module";

// Whole questionnaires are answered here, question by question.
test.describe.configure({ timeout: 180_000 });

const isSave = (request: Request) => request.url().includes("/api/trpc/assessment.save");

test("a baseline and a follow-up by interview move the Change page by one person", async ({ page }) => {
  const base = await enterDemo(page, "Evaluator");
  const change = new ChangePage(page, base);
  const withBoth = async () => {
    await change.open("?at=end");
    const card = page.locator('article[data-measure^="alongside-core/"]').first();
    const figures = await change.figures(change.table(card));
    return Object.values(figures["With both"] ?? {})
      .map(Number)
      .reduce((sum, count) => sum + count, 0);
  };
  const before = await withBoth();
  const { code } = await new ParticipantsPages(page, base).enrol();
  const collect = new CollectPages(page, base);
  for (const timepoint of ["Baseline", "End of support"]) {
    await collect.find(code);
    await collect.begin("Ask in person", CORE, timepoint);
    await collect.answerWith("1");
    await expect(page.getByText("36 of 36 answered")).toBeVisible();
    await collect.save();
    await collect.expectSaved();
    await expect(page.getByRole("heading", { name: "Scores" })).toBeVisible();
  }
  expect(await withBoth()).toBe(before + 1);
});

test("a paper form is typed in with the keyboard alone, and a risk is answered with what to do", async ({ page }) => {
  const base = await enterDemo(page, "Clinic staff");
  const { code } = await new ParticipantsPages(page, base).enrol();
  const collect = new CollectPages(page, base);
  await collect.find(code);
  await tabTo(page, page.getByRole("button", { name: `Enter from paper: ${PHQ9}, Baseline` }));
  await page.keyboard.press("Enter");
  const box = (number: number) => page.locator("ol input").nth(number - 1);
  await expect(box(1)).toBeFocused();
  await expect(page.getByText("The questions are not loaded.")).toBeVisible();
  await page.keyboard.type("0");
  await expect(box(2)).toBeFocused();
  await page.keyboard.type("7");
  await expect(page.getByText("“7” is not an answer here. Possible: 0, 1, 2, 3.")).toBeVisible();
  await expect(box(2)).toHaveValue("");
  await page.keyboard.type("1sd");
  await expect(box(5)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(box(3)).toBeFocused();
  await page.keyboard.type("2");
  await expect(box(3)).toHaveValue("2");
  await page.keyboard.press("Enter");
  await page.keyboard.type("01121");
  await expect(collect.reviewHeading()).toBeFocused();
  await expect(page.getByText("8 of 9 answered, 0 skipped, 1 preferred not to answer, 0 still open.")).toBeVisible();
  // Somebody enrolled today can only have answered today.
  await expect(page.getByText(/^Only .+ is possible\.$/)).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Save", exact: true }));
  await page.keyboard.press("Enter");
  await collect.expectSaved();
  await expect(page.getByRole("alert").filter({ hasText: "Act today" })).toContainText("Item 9");
  await expect(page.getByText("Worked out from 8 of 9 answers")).toBeVisible();
});

test("an interview goes on after a reload, and begins afresh when told to", async ({ page }) => {
  const base = await enterDemo(page, "Evaluator");
  const { code } = await new ParticipantsPages(page, base).enrol();
  const collect = new CollectPages(page, base);
  await collect.find(code);
  await collect.begin("Ask in person", CORE, "Baseline");
  await collect.answerWith("1", 5);
  await expect(page.getByText("Saved on this device")).toBeVisible();
  const question = (await collect.question().textContent()) ?? "";
  expect(page.url()).not.toMatch(TELLING_WORDS);
  expect(await page.title()).not.toMatch(TELLING_WORDS);
  await page.reload();
  await expect(page.getByText("5 answers were kept on this device")).toBeVisible();
  await expect(collect.question()).toHaveText(question);

  await page.goto(`${base}/collect`);
  await page.getByRole("link", { name: `Continue: ${CORE}, ${code}, Baseline` }).click();
  await page.getByRole("button", { name: "Start over" }).click();
  await page.getByRole("button", { name: "Remove and start over" }).click();
  await expect(collect.question()).toContainText("Question 1");
  await expect(page.getByText("0 of 34")).toBeVisible();
});

test("a code with its first two characters exchanged is named as such, and the right one is offered", async ({
  page,
}) => {
  const base = await enterDemo(page, "Evaluator");
  const people = new ParticipantsPages(page, base);
  let code = "";
  // Two equal characters cannot be exchanged; another person's code will do.
  while (code.charAt(0) === code.charAt(1)) ({ code } = await people.enrol());
  await page.goto(`${base}/collect`);
  const box = page.getByRole("searchbox", { name: "Participant code" });
  await box.fill(`${code.charAt(1)}${code.charAt(0)}${code.slice(2)}`);
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "exchanged" })).toContainText(code);
  await page.getByRole("link", { name: `Look for ${code}` }).click();
  await expect(page.getByRole("heading", { level: 2, name: code })).toBeVisible();
});

test("in an interview a digit that is no answer is explained, and the question stays", async ({ page }) => {
  const base = await enterDemo(page, "Evaluator");
  const { code } = await new ParticipantsPages(page, base).enrol();
  const collect = new CollectPages(page, base);
  await collect.find(code);
  // Questions whose wording is not loaded cannot be asked.
  await expect(page.getByRole("button", { name: `Enter from paper: ${PHQ9}, Baseline` })).toBeVisible();
  await expect(page.getByRole("button", { name: `Ask in person: ${PHQ9}, Baseline` })).toHaveCount(0);
  await collect.begin("Ask in person", CORE, "Baseline");
  await expect(collect.question()).toBeFocused();
  const question = (await collect.question().textContent()) ?? "";
  const explained = page.getByRole("status").filter({ hasText: "“9” is not an answer here. Possible: 0, 1, 2, 3, 4." });
  await page.keyboard.press("9");
  await expect(explained).toBeVisible();
  await expect(collect.question()).toHaveText(question);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await page.keyboard.press("2");
  await expect(collect.question()).not.toHaveText(question);
  await expect(explained).toBeHidden();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByRole("radio", { checked: true })).toHaveValue("2");
});

test("without a connection the form stays on the device and is sent once when it is back", async ({
  page,
  context,
}) => {
  const base = await enterDemo(page, "Evaluator");
  const { code } = await new ParticipantsPages(page, base).enrol();
  const collect = new CollectPages(page, base);
  await collect.find(code);
  await collect.begin("Enter from paper", PHQ9, "Baseline");
  await expect(page.locator("ol input").first()).toBeFocused();
  await page.keyboard.type("000000000");
  await expect(collect.reviewHeading()).toBeVisible();
  const answered: number[] = [];
  page.on("response", (response) => {
    if (isSave(response.request())) answered.push(response.status());
  });
  await context.setOffline(true);
  await collect.save();
  await expect(page.getByText("Saved on this device, not yet sent")).toBeVisible();
  expect(answered).toEqual([]);
  await context.setOffline(false);
  await collect.expectSaved();
  expect(answered).toEqual([200]);
  await collect.find(code);
  await expect(page.getByRole("link", { name: `See what was recorded: ${PHQ9}, Baseline` })).toBeVisible();
  await expect(page.getByRole("heading", { name: "On this device" })).toBeHidden();
});

test("pressing Save twice, and the same request once more, store one form", async ({ page }) => {
  const base = await enterDemo(page, "Evaluator");
  const { code } = await new ParticipantsPages(page, base).enrol();
  const collect = new CollectPages(page, base);
  await collect.find(code);
  await collect.begin("Enter from paper", PHQ9, "Baseline");
  await expect(page.locator("ol input").first()).toBeFocused();
  await page.keyboard.type("111111110");
  await expect(collect.reviewHeading()).toBeVisible();
  const sent: Request[] = [];
  page.on("request", (request) => {
    if (isSave(request)) sent.push(request);
  });
  await page.getByRole("button", { name: "Save", exact: true }).dblclick();
  await collect.expectSaved();
  expect(sent).toHaveLength(1);
  const [first] = sent;
  const again = await page.request.post(first?.url() ?? "", { data: first?.postDataJSON() });
  expect(await again.json()).toMatchObject({ result: { data: { json: { stored: false } } } });
});

test("what was recorded is corrected with a reason, and the earlier version stays", async ({ page }) => {
  const base = await enterDemo(page, "Evaluator");
  const { code } = await new ParticipantsPages(page, base).enrol();
  const collect = new CollectPages(page, base);
  await collect.find(code);
  await collect.begin("Enter from paper", PHQ9, "Baseline");
  await expect(page.locator("ol input").first()).toBeFocused();
  await page.keyboard.type("111111110");
  await collect.save();
  await collect.expectSaved();
  await collect.find(code);
  await page.getByRole("link", { name: `See what was recorded: ${PHQ9}, Baseline` }).click();
  await page.getByRole("link", { name: "Correct this" }).click();
  await expect(page.locator("ol input").first()).toBeFocused();
  await page.keyboard.type("3");
  await page.getByRole("button", { name: "Check the answers" }).click();
  await collect.save();
  await expect(page.getByText("Say in a few words why it is corrected.")).toBeVisible();
  await page.getByLabel("Why is this corrected?").fill("Misread the first line");
  await collect.save();
  await collect.expectSaved();
  await collect.find(code);
  await page.getByRole("link", { name: `See what was recorded: ${PHQ9}, Baseline` }).click();
  await expect(page.getByText("This is a correction: Misread the first line")).toBeVisible();
  await page.getByRole("link", { name: "See the earlier version" }).click();
  await expect(page.getByText("This version was corrected later.")).toBeVisible();
});

for (const width of [360, 1280])
  for (const colorScheme of ["light", "dark"] as const)
    test(`asking and typing in are accessible at ${width} px, ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width, height: 740 }, colorScheme });
      const page = await context.newPage();
      const base = await enterDemo(page, "Evaluator");
      const { code } = await new ParticipantsPages(page, base).enrol();
      const collect = new CollectPages(page, base);
      const look = async () => {
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      };
      await collect.find(code);
      await look();
      await collect.begin("Ask in person", CORE, "Baseline");
      await collect.answerWith("1", 2);
      await look();
      await collect.find(code);
      await collect.begin("Enter from paper", CORE, "Baseline");
      await expect(page.locator("ol input").first()).toBeVisible();
      await look();
      await page.getByRole("button", { name: "Check the answers" }).click();
      await look();
      await context.close();
    });
