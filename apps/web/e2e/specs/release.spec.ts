import { expect, test } from "@playwright/test";
import { ReleasePage } from "../pages/release-page";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { enterDemo, signOut } from "../support/sign-in";

// Letters: a long number would be taken for a telephone's, and asked about.
const MARK = Array.from(String(Date.now() % 100_000), (digit) => "abcdefghij"[Number(digit)]).join("");
const WORDS = `For the review of the university, agreement ${MARK}.`;

test("rows go outside after a second person has agreed, once", async ({ page }) => {
  const base = await enterDemo(page, "Researcher");
  const release = new ReleasePage(page);
  const card = release.card(WORDS);
  await test.step("a researcher asks, and sees how alike the people are before", async () => {
    await page.goto(`${base}/change`);
    await page.getByRole("link", { name: "Releases" }).click();
    await page.getByRole("link", { name: "Ask for a table of scores" }).click();
    await expect(page.getByRole("heading", { name: "How alike the people would be" })).toBeVisible();
    await expect(page.getByText(/^\d+ people in [\d,]+ rows\.$/)).toBeVisible({ timeout: 20_000 });
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.setViewportSize({ width: 1280, height: 740 });
    await release.askOutside(WORDS);
    await expect(card).toHaveAttribute("data-state", "waiting");
    await expect(card.getByRole("button", { name: "Download once" })).toHaveCount(0);
  });
  await signOut(page);
  await test.step("an administrator looks at it and agrees", async () => {
    await enterDemo(page, "Administrator");
    await page.goto(`${base}/releases`);
    await expect(card.getByText(/^Alike in .*the smallest group has/).first()).toBeVisible();
    await expectAccessible(page);
    await card.getByRole("radio", { name: "Approve" }).check();
    await card.getByLabel("In a few words, why").fill("As in the agreement");
    await card.getByRole("button", { name: "Decide" }).click();
    await expect(card).toHaveAttribute("data-state", "approved");
    await expect(card.getByRole("button", { name: "Download once" })).toHaveCount(0);
  });
  await signOut(page);
  await test.step("the researcher takes it once; a second time is refused with words", async () => {
    await enterDemo(page, "Researcher");
    await page.goto(`${base}/releases`);
    const take = () => card.getByRole("button", { name: "Download once" }).click();
    const { name, text } = await release.saved(take);
    expect(name).toMatch(/^rows-\d{4}-\d{2}-\d{2}\.csv$/);
    expect(text).toMatch(/^\uFEFFperson,cohort,/);
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    // The page still stands as it was before the file came.
    await take();
    await expect(page.getByText("It was taken already. Each release gives one file.")).toBeVisible();
    await expect(page.getByText("Ask again on the page of releases.")).toBeVisible();
    await expectAccessible(page);
  });
});
