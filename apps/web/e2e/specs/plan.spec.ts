import { expect, type Locator, type Page, test } from "@playwright/test";
import zh from "../../src/messages/zh.json" with { type: "json" };
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { tabTo } from "../support/keyboard";
import { ownProgramme } from "../support/own-programme";
import { enterDemo } from "../support/sign-in";

/** A programme of the test's own that uses one instrument, at its page for the plan. */
async function atPlan(page: Page, instrument: { readonly search: string; readonly link: RegExp }): Promise<string> {
  const base = await ownProgramme(page);
  await page.goto(`${base}/settings/instruments?q=${instrument.search}`);
  await page.getByRole("link", { name: instrument.link }).click();
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(page.getByRole("button", { name: "Switch off" })).toBeVisible();
  await page.goto(`${base}/plan`);
  return base;
}

/** Goes to a field with the keyboard and types; in a list of choices that takes the choice that begins so. */
async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

const saved = (page: Page) => page.getByRole("status").filter({ hasText: "version" });

test("the simulated programme planned before it looked, and Change says so beside each outcome", async ({ page }) => {
  const base = await enterDemo(page, "Evaluator");
  await page.goto(`${base}/change?at=end`);
  const standing = (measure: string) =>
    page.locator(`[data-measure="${measure}"] [data-standing]`).evaluateAll((all) => all.map((one) => one.textContent));
  expect(await standing("phq9/total")).toEqual(["Primary outcome"]);
  expect(await standing("alongside-core/hope")).toEqual(["Secondary outcome"]);
  expect(await standing("alongside-core/belonging")).toEqual(["Exploratory"]);
  await page.goto(`${base}/change?at=month-6`);
  expect(await standing("phq9/total")).toEqual(["Secondary outcome"]);

  await page.getByRole("link", { name: "Analysis plan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Analysis plan" })).toBeVisible();
  const primary = page.getByRole("row", { name: /Primary/ }).first();
  await expect(primary).toContainText("Primary, by version 1");
  await expect(primary.locator("time")).toHaveCount(1);
  await expect(page.getByText(/Version 1, saved by Sam Haddad/).first()).toBeVisible();
  await expect(page.getByText("The instrument’s own, 5 points").first()).toBeVisible();

  await expect(page.getByText("Every cohort of kind peer support").first()).toBeVisible();

  // An evaluator reads the plan and writes none.
  await expect(page.getByText("Save a new version")).toHaveCount(0);
  const mark = page.locator("details", { hasText: "Fingerprint" }).first();
  await mark.locator("summary").click();
  await expect(mark.locator("code")).toHaveText(/^[0-9a-f]{64}$/);
});

test("a plan is written with the keyboard, corrected at its fields, and followed by another version", async ({
  page,
}) => {
  const base = await atPlan(page, { search: "gad-7", link: /GAD-7/ });
  await expect(page.getByText("No plan has been saved")).toBeVisible();
  await typeInto(page, page.getByLabel("Question"), "Does worry become less?");
  await typeInto(page, page.getByLabel("Primary outcome: measure"), "Anxiety");
  await typeInto(page, page.getByLabel("Primary outcome: time"), "Follow");
  await typeInto(page, page.getByLabel("Model"), "Diff");
  await tabTo(page, page.getByRole("button", { name: "Add a secondary outcome" }));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Secondary outcome 1: measure")).toBeFocused();
  await page.keyboard.type("Anxiety");
  await tabTo(page, page.getByRole("button", { name: "Save the plan" }));
  await page.keyboard.press("Enter");

  await test.step("what is wrong stands at the fields, and the first of them has the focus", async () => {
    const model = page.getByLabel("Model");
    await expect(model).toHaveAccessibleDescription(/the design has one group/);
    await expect(model).toBeFocused();
    await expect(page.getByLabel("Compared with")).toHaveAccessibleDescription(/needs a comparison cohort/);
    await expect(page.getByLabel("Secondary outcome 1: measure")).toHaveAccessibleDescription(/also among/);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
  });

  await page.getByLabel("Model").selectOption({ label: "Mean change of people measured at both times" });
  await expect(page.getByLabel("Compared with")).toHaveCount(0);
  await page.getByRole("button", { name: "Remove secondary outcome 1" }).click();
  await expect(page.getByRole("button", { name: "Add a secondary outcome" })).toBeFocused();
  await page.getByLabel("Did people enter because of their baseline score?").selectOption("Yes, it had to be at least");
  await page.getByLabel("Score needed to enter").fill("10");
  await page.getByRole("button", { name: "Save the plan" }).click();
  await expect(saved(page)).toHaveText("Saved as version 1");
  await expect(page.getByRole("row", { name: /GAD-7/ })).toContainText("Not yet");
  await expect(page.getByRole("row", { name: /GAD-7/ })).toContainText("Primary, by version 1");

  await page.getByRole("button", { name: "Save the plan" }).click();
  await expect(saved(page)).toHaveText("Version 1 says the same; nothing was added");
  await page.getByLabel("Smallest important difference").fill("4.5");
  await expect(saved(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Save the plan" }).click();
  await expect(saved(page)).toHaveText("Saved as version 2");
  const second = page.getByRole("article").filter({ hasText: "Version 2" });
  await expect(second.getByRole("listitem")).toHaveText([/Smallest important difference: “.+” became “4\.5 points”/]);
  await expect(page.getByRole("article").filter({ hasText: "The first version." })).toHaveCount(1);

  await page.goto(`${base}/settings/audit?action=analysis-plan.save`);
  await expect(page.getByRole("row", { name: /Save an analysis plan/ })).toHaveCount(2);

  await test.step("it names the cohorts it is about, where they are not all of kind peer support", async () => {
    await page.goto(`${base}/settings/cohorts`);
    await page.getByRole("button", { name: "Add a cohort" }).click();
    const cohort = page.getByRole("dialog", { name: "Add a cohort" });
    await cohort.getByLabel("Name").fill("Walking together");
    await cohort.getByRole("button", { name: "Save" }).click();
    await expect(cohort).toHaveCount(0);
    await page.goto(`${base}/plan`);
    await page.getByText("Save a new version").click();
    const choice = page.getByRole("group", { name: "Supported cohorts" }).getByLabel("Walking together");
    await tabTo(page, choice);
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Save the plan" }).click();
    await expect(saved(page)).toHaveText("Saved as version 3");
    const third = page.getByRole("article").filter({ hasText: "Version 3" });
    await expect(third.getByRole("listitem")).toHaveText(
      "Supported cohorts: “Every cohort of kind peer support” became “Walking together”",
    );
  });
});

test("a plan for an outcome that is yes or no offers models of shares, is refused for one of two cohorts, and stays as saved", async ({
  page,
}) => {
  const base = await atPlan(page, { search: "retention", link: /Retention and visit measures|RET/ });
  const model = page.getByLabel("Model");
  await expect(page.getByLabel("Smallest important difference")).toHaveCount(1);
  await page.getByLabel("Question").fill("Are fewer visits missed?");
  await page.getByLabel("Primary outcome: measure").selectOption({ label: "Any visit missed" });
  await page.getByLabel("Primary outcome: time").selectOption({ index: 1 });

  await test.step("models of shares only, and no points to state a difference in", async () => {
    await expect(model.getByRole("option")).toHaveText([
      "Change of the share in the people with both answers (McNemar, mid-p)",
      "Difference between cohorts in the change of the share",
    ]);
    await expect(model).toHaveAccessibleDescription(/its share is analysed and not a mean/);
    await expect(page.getByLabel("Smallest important difference")).toHaveCount(0);
  });

  await test.step("one group has nobody to differ from: the model is refused at its field", async () => {
    await model.selectOption({ label: "Difference between cohorts in the change of the share" });
    await page.getByRole("button", { name: "Save the plan" }).click();
    await expect(model).toHaveAccessibleDescription(/the design has one group/);
    await expect(model).toBeFocused();
    await expect(page.getByLabel("Compared with")).toHaveAccessibleDescription(/needs a comparison cohort/);
    await expect(saved(page)).toHaveCount(0);
    await page.reload();
    await expect(page.getByText("No plan has been saved")).toBeVisible();
  });

  await page.getByLabel("Question").fill("Are fewer visits missed?");
  await page.getByLabel("Primary outcome: measure").selectOption({ label: "Any visit missed" });
  await page.getByLabel("Primary outcome: time").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Save the plan" }).click();
  await expect(saved(page)).toHaveText("Saved as version 1");

  await test.step("what was saved has a fingerprint, and stays beside the version that follows it", async () => {
    const first = page.getByRole("article").filter({ hasText: "Version 1" });
    const fingerprint = first.locator("details", { hasText: "Fingerprint" });
    await fingerprint.locator("summary").click();
    const hash = await fingerprint.locator("code").textContent();
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    await page.getByLabel("Question").fill("Are visits missed more rarely?");
    await page.getByRole("button", { name: "Save the plan" }).click();
    await expect(saved(page)).toHaveText("Saved as version 2");
    await page.goto(`${base}/plan`);
    const kept = page.getByRole("article").filter({ hasText: "Version 1: Are fewer visits missed?" });
    await kept.locator("details", { hasText: "Fingerprint" }).locator("summary").click();
    await expect(kept.locator("code")).toHaveText(hash ?? "");
  });
});

test("the form holds in Chinese, by night, on a phone", async ({ page, baseURL }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 360, height: 740 });
  const base = await enterDemo(page, "Researcher");
  await page.context().addCookies([{ name: "lang", value: "zh", url: baseURL ?? "" }]);
  await page.goto(`${base}/plan`);
  await expect(page.getByRole("heading", { level: 1, name: zh.analysisPlan.title })).toBeVisible();
  await page.getByText(zh.analysisPlan.form.another, { exact: true }).click();
  await page.getByRole("button", { name: zh.analysisPlan.form.add }).click();
  await expect(page.getByLabel("次要结局 5：指标")).toBeFocused();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
