import { expect, type Request, test } from "@playwright/test";
import { CollectPages } from "../pages/collect";
import { ParticipantsPages } from "../pages/participants";
import { enterDemo, pressDemo, signOut } from "../support/sign-in";

const CORE = "Alongside Core Set";
const PHQ9 = "Patient Health Questionnaire, depression module";

test.describe.configure({ timeout: 120_000 });

const isSave = (request: Request) => request.url().includes("/api/trpc/assessment.save");

test("on a shared device a draft is there for the person who began it, and for nobody else", async ({ page }) => {
  const onDevice = page.getByRole("heading", { name: "On this device" });
  const onHome = page.getByRole("heading", { name: "Unfinished on this device" });
  const base = await enterDemo(page, "Clinic staff");
  const { code } = await new ParticipantsPages(page, base).enrol();
  const collect = new CollectPages(page, base);
  await collect.find(code);
  await collect.begin("Ask in person", CORE, "Baseline");
  await collect.answerWith("1", 3);
  await expect(page.getByText("Saved on this device")).toBeVisible();
  await signOut(page);

  await pressDemo(page, "Administrator");
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await expect(onHome).toBeHidden();
  await collect.find(code);
  await expect(onDevice).toBeHidden();
  await collect.begin("Ask in person", CORE, "Baseline");
  await expect(page.getByText("0 of 34")).toBeVisible();
  await expect(page.getByText("kept on this device")).toBeHidden();
  await collect.answerWith("2", 1);
  await expect(page.getByText("Saved on this device")).toBeVisible();
  await signOut(page);

  await pressDemo(page, "Clinic staff");
  await expect(onHome).toBeVisible();
  await page.getByRole("link", { name: `Continue ${CORE}, Baseline, for ${code}` }).click();
  await expect(page.getByText("3 answers were kept on this device")).toBeVisible();
});

test("a page left open sends nothing once somebody else has signed in", async ({ page, context }) => {
  const base = await enterDemo(page, "Evaluator");
  const { code } = await new ParticipantsPages(page, base).enrol();
  const collect = new CollectPages(page, base);
  await collect.find(code);
  await collect.begin("Enter from paper", PHQ9, "Baseline");
  await expect(page.locator("ol input").first()).toBeFocused();
  await page.keyboard.type("000000000");
  const saves: Request[] = [];
  page.on("request", (request) => {
    if (isSave(request)) saves.push(request);
  });
  const other = await context.newPage();
  await other.goto(base);
  await signOut(other);
  await pressDemo(other, "Administrator");
  await collect.save();
  await expect(page.getByText("Somebody else is signed in on this device now.")).toBeVisible();
  expect(saves).toEqual([]);

  await signOut(other);
  await pressDemo(other, "Evaluator");
  await expect(other.getByText("1 form was sent.")).toBeVisible();
  await new CollectPages(other, base).find(code);
  await expect(other.getByRole("link", { name: `See what was recorded: ${PHQ9}, Baseline` })).toBeVisible();
});
