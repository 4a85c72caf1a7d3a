import type { Locator, Page } from "@playwright/test";

/** The list of participants, the form that adds one, and a participant's page, as a person uses them. */
export class ParticipantsPages {
  readonly page: Page;
  readonly base: string;

  constructor(page: Page, base: string) {
    this.page = page;
    this.base = base;
  }

  /** Adds somebody to the first site and the cohort named, or the first offered, today or on a day. Ends on their page. */
  async enrol(
    cohort?: string,
    enrolledOn?: string,
  ): Promise<{ readonly code: string; readonly participantId: string }> {
    await this.page.goto(`${this.base}/participants/new`);
    await chooseFirst(this.page.getByLabel("Site"));
    await chooseFirst(this.page.getByLabel("Cohort"), cohort);
    if (enrolledOn !== undefined) await this.page.locator('input[name="enrolledOn"]').fill(enrolledOn);
    await this.page.getByRole("button", { name: "Add and make a code" }).click();
    await this.page.waitForURL(/new=1/);
    const code = await this.page.getByRole("heading", { level: 1 }).textContent();
    const participantId = new URL(this.page.url()).pathname.split("/").at(-1) ?? "";
    return { code: code ?? "", participantId };
  }

  /** Searches from the header, as from any screen. */
  async search(text: string): Promise<void> {
    const before = this.page.url();
    await this.page.getByRole("searchbox", { name: "Find a participant by code" }).fill(text);
    await this.page.getByRole("searchbox", { name: "Find a participant by code" }).press("Enter");
    await this.page.waitForURL((url) => url.href !== before && url.searchParams.has("q"));
  }

  row(code: string): Locator {
    return this.page.getByRole("row").filter({ hasText: code });
  }

  /** Ends the enrolment today. */
  async changeStatus(status: string): Promise<void> {
    await this.page.getByRole("button", { name: "Change status" }).click();
    await this.page.getByRole("dialog").getByLabel(status).check();
    await this.page.getByRole("dialog").getByRole("button", { name: "Save the change" }).click();
    await this.page.getByRole("dialog").waitFor({ state: "hidden" });
  }
}

async function chooseFirst(field: Locator, named = ""): Promise<void> {
  const options = field.locator("option:not([value=''])").filter({ hasText: named });
  const first = await options.first().getAttribute("value");
  await field.selectOption(first ?? "");
}
