import { expect, test } from "@playwright/test";
import { CollectPages } from "../pages/collect";
import { ParticipantsPages } from "../pages/participants";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { TELLING_WORDS } from "../support/discretion";
import { DEMO_ROLES, enterDemo } from "../support/sign-in";

test("somebody new appears under a code, is found by a part of it, and leaves again", async ({ page }) => {
  const calls: string[] = [];
  page.on("request", (request) => calls.push(request.url()));
  const people = new ParticipantsPages(page, await enterDemo(page, "Evaluator"));
  const { code } = await people.enrol();
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await page.getByRole("link", { name: "I have noted it" }).click();
  await expect(page.getByRole("heading", { name: "The code for this person" })).toBeHidden();
  await expect(page.getByRole("heading", { name: "No scores yet" })).toBeVisible();

  await people.search(code.slice(0, 7).toLowerCase());
  await expect(people.row(code)).toContainText("Enrolled");
  await people.row(code).getByRole("link").click();

  await people.changeStatus("Withdrew");
  const history = page.getByRole("region", { name: "Changes of enrolment, newest first" });
  await expect(history.getByRole("row").nth(1)).toContainText("Withdrew");
  await expect(history.getByRole("row").nth(2)).toContainText("Enrolled");
  await people.search(code);
  await expect(people.row(code)).toContainText("Withdrew");
  // What was looked for stands in no address, which histories and networks keep.
  expect(calls.filter((url) => url.includes(code.slice(0, 4)) || url.includes("input="))).toEqual([]);
});

test("a mistyped code is answered with the character that looks wrong, and what would fit", async ({ page }) => {
  const people = new ParticipantsPages(page, await enterDemo(page, "Evaluator"));
  const { code } = await people.enrol();
  const wrong = code.startsWith("Z") ? "Y" : "Z";
  await people.search(`${wrong}${code.slice(1)}`);
  await expect(page.getByRole("main").getByRole("alert")).toContainText(`Character 1 (“${wrong}”) looks wrong`);
  await page.getByRole("link", { name: `Look for ${code}` }).click();
  await expect(people.row(code)).toBeVisible();

  await people.search(`${code.slice(0, 4)}-${code.slice(5, 8)}!`);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Character 8 (“!”) is never part of a code");
});

test("an end before the enrolment is refused and nothing changes", async ({ page }) => {
  const people = new ParticipantsPages(page, await enterDemo(page, "Clinic staff"));
  await people.enrol();
  await page.getByRole("button", { name: "Change status" }).click();
  const dialog = page.getByRole("dialog");
  // The browser's own check is taken away, as somebody could: the answer has to come from the server.
  await dialog.locator("form").evaluate((form) => form.setAttribute("novalidate", ""));
  await dialog.getByLabel("Last day with the programme").fill("2001-01-01");
  await dialog.getByRole("button", { name: "Save the change" }).click();
  await expect(dialog.getByRole("alert")).toContainText("cannot be before the enrolment");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.reload();
  await expect(page.getByRole("region", { name: "Changes of enrolment, newest first" }).getByRole("row")).toHaveCount(
    2,
  );
});

test("somebody waiting for a peer supporter is not asked about one", async ({ page }) => {
  const base = await enterDemo(page, "Evaluator");
  const participants = new ParticipantsPages(page, base);
  const aboutPeers = page.locator("main").getByText("Alongside Mechanism Set");
  for (const [cohort, isAsked] of [
    ["Peer support by visit", true],
    ["Usual care, waiting", false],
  ] as const) {
    const { code, participantId } = await participants.enrol(cohort);
    await page.goto(`${base}/participants/${participantId}`);
    await expect(page.getByRole("heading", { level: 1, name: code })).toBeVisible();
    await expect(aboutPeers).toHaveCount(isAsked ? 1 : 0);
    await new CollectPages(page, base).find(code);
    await page.locator("summary").filter({ hasText: "End of support" }).click();
    const begin = page.getByRole("button", { name: "Ask in person: Alongside Mechanism Set, End of support" });
    await expect(begin).toBeVisible({ visible: isAsked });
  }
});

test("addresses and titles of a record tell nothing", async ({ page }) => {
  const people = new ParticipantsPages(page, await enterDemo(page, "Evaluator"));
  const { code } = await people.enrol();
  expect(page.url()).not.toContain(code);
  expect(await page.title()).not.toContain(code);
  expect(`${page.url()} ${await page.title()}`).not.toMatch(TELLING_WORDS);
});

for (const role of DEMO_ROLES)
  test(`the start page is accessible and fits a phone: ${role}`, async ({ page }) => {
    const base = await enterDemo(page, role);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      await page.goto(base);
      await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
  });

test("list, form and record are accessible and fit a phone, in light and dark", async ({ page }) => {
  const people = new ParticipantsPages(page, await enterDemo(page, "Administrator"));
  await page.goto(`${people.base}/participants?status=completed`);
  const record = await page.locator("tbody").getByRole("link").first().getAttribute("href");
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [360, 1280])
      for (const path of [`${people.base}/participants`, `${people.base}/participants/new`, record ?? ""]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 740 });
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      }
});
