import { expect, type Page, type Request, test } from "@playwright/test";
import { LaboratoryPages } from "../pages/laboratory";
import { ParticipantsPages } from "../pages/participants";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
import { TELLING_WORDS } from "../support/discretion";
import { enterDemo, signIn, signOut } from "../support/sign-in";

test.describe.configure({ timeout: 180_000 });

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
/** Another nurse of the demonstration, who may look at what the first one entered. */
const SECOND = { email: "second-nurse@example.org", password: "walk-alongside-2026" };

const isSave = (request: Request) => request.url().includes("/api/trpc/labResult.saveGrid");

async function enrol(page: Page, base: string, count: number) {
  const people: { readonly code: string; readonly participantId: string }[] = [];
  for (let at = 0; at < count; at += 1) people.push(await new ParticipantsPages(page, base).enrol());
  return people;
}

async function expectSoundAtBothWidths(page: Page): Promise<void> {
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
}

test("a stack is typed, saved, taken back, saved, corrected and verified with the keyboard alone", async ({ page }) => {
  const base = await enterDemo(page, "Clinic staff");
  const [first, second] = await enrol(page, base, 2);
  const lab = new LaboratoryPages(page, base);
  const saves: Request[] = [];
  page.on("request", (request) => {
    if (isSave(request)) saves.push(request);
  });
  await lab.open();
  await lab.tabToCell(1, "code");

  await lab.scan(1, first?.code ?? "");
  await lab.enter("<20");
  await expect(lab.row(1).getByText("Some laboratories print this when virus was found")).toBeVisible();
  await page.keyboard.press("1");
  await expect(lab.cell(1, "collectedOn")).toBeFocused();
  await lab.enter("t");
  await expect(lab.cell(1, "specimen")).toBeFocused();
  await lab.enter("pl");
  await expect(lab.understood(1)).toContainText("detected, below 20 copies/mL, plasma: suppressed by WHO 2023");

  await lab.scan(2, second?.code ?? "");
  await expect(lab.cell(2, "specimen")).toHaveValue("plasma");
  await page.keyboard.press("q");
  await lab.enter("");
  await page.keyboard.type("12 400");
  await expect(lab.understood(2)).toContainText("12,400 copies/mL, plasma: not suppressed by WHO 2023");
  await page.keyboard.press("Enter");
  await expect(lab.cell(3, "code")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(lab.cell(2, "code")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expectSoundAtBothWidths(page);

  await lab.cell(3, "code").focus();
  await lab.save(2);
  expect(saves).toHaveLength(1);
  await expect(lab.saved().filter({ hasText: first?.code ?? "" })).toContainText("Saved");
  await expect(lab.saved().filter({ hasText: second?.code ?? "" })).toContainText("waits for a second person");
  await page.keyboard.press("F8");
  await expect(lab.saved()).toHaveCount(0);
  await expect(lab.cell(1, "result")).toHaveValue("<20");
  await expect(lab.cell(2, "result")).toHaveValue("12 400");
  await lab.save(2);

  await lab.press(page.getByRole("button", { name: `History of ${second?.code}` }));
  const history = page.getByRole("dialog");
  await expect(history).toContainText("Taken back");
  await lab.press(history.getByRole("button", { name: /^Correct the result/ }));
  await page.keyboard.type("Misread the paper");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("14 400");
  await expect(history.getByRole("status").filter({ hasText: "copies/mL" })).toContainText("14,400 copies/mL");
  await page.keyboard.press("Enter");
  await expect(history.getByText("Reason for this version: Misread the paper")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  await page.goto(`${base}/laboratory/verify`);
  await expect(lab.waiting(second?.code ?? "")).toContainText("You entered this one, so somebody else verifies it.");
  await expect(lab.waiting(second?.code ?? "").getByRole("button", { name: /^Confirm/ })).toHaveCount(0);
  await expectSoundAtBothWidths(page);
  await signOut(page);
  await signIn(page, SECOND);
  await page.goto(`${base}/laboratory/verify`);
  await lab.press(page.getByRole("button", { name: `Confirm ${second?.code}` }));
  await expect(page.getByText(`${second?.code} is verified.`)).toBeVisible();
  await expect(lab.waiting(second?.code ?? "")).toHaveCount(0);
});

test("a result in international units says what would settle it, where it is typed and where it is kept", async ({
  page,
}) => {
  const base = await enterDemo(page, "Clinic staff");
  const [one] = await enrol(page, base, 1);
  const lab = new LaboratoryPages(page, base);
  await lab.open();
  await lab.tabToCell(1, "code");
  await lab.scan(1, one?.code ?? "");
  await lab.enter("3400 IU/mL");
  await expect(lab.row(1).getByText("Without its factor it is not converted.")).toBeVisible();
  await page.keyboard.press("1");
  await lab.enter("t");
  await lab.enter("pl");
  await expect(lab.understood(1)).toContainText(
    "3,400 IU/mL, plasma: WHO 2023 cannot decide without the assay’s factor",
  );
  await expect(lab.row(1)).toContainText("Choose an assay that has one; if none has, save it");
  await expectSoundAtBothWidths(page);
  await lab.save(1);
  await page.goto(`${base}/laboratory/${one?.participantId}`);
  const main = page.getByRole("main");
  await expect(main).toContainText("adds an edition of the assay with its factor for IU");
  await expect(main.getByText("Undetermined: no factor for IU")).toBeVisible();
  await expectSoundAtBothWidths(page);
  await lab.press(main.getByRole("button", { name: /^Correct the result/ }));
  await page.keyboard.type("The laboratory states copies");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("570 copies/mL");
  await expect(main.getByText(/^570 copies\/mL, plasma/).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(main.getByText("Reason for this version: The laboratory states copies")).toBeVisible();
  await expect(main.getByText("Undetermined: no factor for IU")).toHaveCount(0);
});

test("rows outlast a reload and a lost connection, and are stored once", async ({ page, context }) => {
  const base = await enterDemo(page, "Clinic staff");
  const [one] = await enrol(page, base, 1);
  const lab = new LaboratoryPages(page, base);
  await lab.open();
  await lab.tabToCell(1, "code");
  await lab.scan(1, one?.code ?? "");
  await page.keyboard.press("n");
  await page.keyboard.press("Enter");
  await lab.enter("t");
  await lab.enter("pl");
  await expect(page.getByText("Kept on this device")).toBeVisible();
  const keys = await page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve) => {
        const opening = indexedDB.open("keyval-store");
        opening.onsuccess = () => {
          const all = opening.result.transaction("keyval").objectStore("keyval").getAllKeys();
          all.onsuccess = () => resolve(all.result.map(String));
        };
      }),
  );
  expect(keys.some((key) => key.startsWith("stack-of:"))).toBe(true);
  expect([...keys, page.url(), await page.title()].join(" ")).not.toMatch(TELLING_WORDS);

  await page.reload();
  await expect(lab.cell(1, "code")).toHaveValue(one?.code ?? "");
  await expect(lab.understood(1)).toContainText("not detected, plasma: undetectable by WHO 2023");
  // The answer is lost on its way back: the rows are stored, and nobody here knows.
  let lost = 0;
  await page.route("**/api/trpc/labResult.saveGrid*", async (route) => {
    lost += 1;
    const { origin = "", "content-type": type = "" } = await route.request().allHeaders();
    const data = route.request().postData() ?? "";
    await context.request.post(route.request().url(), { headers: { origin, "content-type": type }, data });
    await route.abort();
  });
  await lab.tabToCell(1, "code");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/No connection\. 1 row waits/)).toBeVisible();
  await expect(lab.row(1).getByText("Waiting to be sent")).toBeVisible();
  await expect(lab.cell(1, "code")).toBeDisabled();
  expect(lost).toBeGreaterThan(0);
  await page.unroute("**/api/trpc/labResult.saveGrid*");
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(lab.saved()).toHaveCount(1);
  await expect(lab.saved()).toContainText("Was saved before");
  await page.goto(`${base}/laboratory/${one?.participantId}`);
  await expect(page.getByRole("main").getByText("not detected, plasma")).toHaveCount(1);
});

test("what cannot be is refused at its cell, and the other rows are saved", async ({ page }) => {
  const base = await enterDemo(page, "Clinic staff");
  const [one, two] = await enrol(page, base, 2);
  const lab = new LaboratoryPages(page, base);
  await lab.open();
  await lab.tabToCell(1, "code");
  await lab.enter(`${one?.code.slice(0, -1)}${one?.code.endsWith("7") ? "8" : "7"}`);
  await expect(lab.row(1).getByText("This code does not add up")).toBeVisible();
  await expect(lab.cell(1, "code")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await lab.scan(1, one?.code ?? "");
  // Characters of an input method are not typed into a list.
  await page.keyboard.press("Enter");
  await lab.enter("未检出");
  await lab.enter("2099-01-01");
  await lab.enter("pl");
  await expect(lab.row(1).getByText(/^Collected: .*lies after today/)).toBeVisible();
  await expect(lab.cell(1, "collectedOn")).toBeFocused();
  await expect(lab.cell(1, "collectedOn")).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("Control+ArrowDown");
  await lab.cell(2, "code").focus();
  await lab.scan(2, two?.code ?? "");
  await lab.enter("5");
  await expect(lab.row(2).getByText("Is this log10 copies/mL, or copies/mL?")).toBeVisible();
  await page.keyboard.press("2");
  await page.keyboard.press("ControlOrMeta+a");
  await lab.enter("t");
  await expect(lab.row(2).getByText("5 copies/mL is most likely a logarithm.")).toBeVisible();
  await expect(lab.row(2).locator("[data-reason]")).toBeFocused();
  await lab.enter("Ultrasensitive assay");
  await lab.save(1);
  await expect(lab.saved()).toContainText(two?.code ?? "");
  await expect(lab.cell(1, "code")).toHaveValue(one?.code ?? "");
});

test("one result at a time on a phone, of another kind, and the start of treatment", async ({ page }) => {
  await page.setViewportSize(PHONE);
  const base = await enterDemo(page, "Clinic staff");
  const [one] = await enrol(page, base, 1);
  await page.goto(`${base}/laboratory/${one?.participantId}`);
  await expect(page.getByText("No results yet")).toBeVisible();
  await page.getByRole("button", { name: "Record the day" }).press("Enter");
  await page.getByLabel("Treatment began on").fill("2024-03-05");
  await page.getByRole("button", { name: "Save the day" }).press("Enter");
  await expect(page.getByText(/Mar.* 2024/)).toBeVisible();
  await page.getByRole("button", { name: "Correct the day" }).press("Enter");
  await page.getByLabel("Treatment began on").fill("2024-03-06");
  await page.getByLabel("Why is it corrected?").fill("Card says the sixth");
  await page.getByRole("button", { name: "Save the day" }).press("Enter");
  await expect(page.getByText(/Mar.* 6.*2024|6 Mar.* 2024/)).toBeVisible();

  await page.getByRole("link", { name: "Enter a result" }).press("Enter");
  await page.getByRole("radio", { name: "CD4 count" }).press(" ");
  await page.getByRole("textbox", { name: "Code" }).fill(one?.code ?? "");
  await page.getByLabel("Result", { exact: true }).fill("350");
  await page
    .getByLabel("Collected")
    .fill(await page.getByLabel("Collected").evaluate((box) => box.getAttribute("max") ?? ""));
  await expect(page.getByText("350 cells/µL")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save this result" }).press("Enter");
  await expect(page.getByRole("region", { name: "Saved just now" })).toContainText("350 cells/µL");
  await page.goto(`${base}/laboratory/${one?.participantId}`);
  await expect(page.getByRole("heading", { name: "CD4 count", exact: true })).toBeVisible();
  await expectSoundAtBothWidths(page);
  expect(await page.title()).not.toMatch(TELLING_WORDS);
});

test("saving that is pressed before the code was looked up saves when it is found", async ({ page }) => {
  const base = await enterDemo(page, "Clinic staff");
  const [one] = await enrol(page, base, 1);
  await page.goto(`${base}/laboratory/one`);
  await page.getByRole("radio", { name: "CD4 count" }).press(" ");
  let answer: () => void = () => undefined;
  const pressed = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/api/trpc/**labResult.recent**", async (route) => {
    await pressed;
    await route.continue();
  });
  await page.getByRole("textbox", { name: "Code" }).fill(one?.code ?? "");
  await page.getByLabel("Result", { exact: true }).fill("420");
  const collected = page.getByLabel("Collected");
  await collected.fill(await collected.evaluate((box) => box.getAttribute("max") ?? ""));
  await expect(page.getByText("420 cells/µL")).toBeVisible();
  await page.getByRole("button", { name: "Save this result" }).press("Enter");
  const saved = page.getByRole("region", { name: "Saved just now" });
  await expect(saved).toHaveCount(0);
  answer();
  await expect(saved).toContainText("420 cells/µL");
});
