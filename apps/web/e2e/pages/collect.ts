import { expect, type Locator, type Page } from "@playwright/test";

/** A participant's plan and the forms in it, as somebody who collects uses them. */
export class CollectPages {
  readonly page: Page;
  readonly base: string;

  constructor(page: Page, base: string) {
    this.page = page;
    this.base = base;
  }

  /** Opens the plan of a participant by typing the code. */
  async find(code: string): Promise<void> {
    await this.page.goto(`${this.base}/collect`);
    await this.page.getByRole("searchbox", { name: "Participant code" }).fill(code);
    await this.page.getByRole("button", { name: "Find", exact: true }).click();
    await this.page.getByRole("heading", { level: 2, name: code }).waitFor();
  }

  /** Begins a form, unfolding its time where that is not due yet. */
  async begin(how: "Ask in person" | "Enter from paper", instrument: string, timepoint: string): Promise<void> {
    const button = this.page.getByRole("button", { name: `${how}: ${instrument}, ${timepoint}` });
    if (!(await button.isVisible())) {
      await this.page.locator("summary").filter({ hasText: timepoint }).click();
    }
    await button.click();
    await this.page.waitForURL(/[?&]mode=/);
  }

  question(): Locator {
    return this.page.locator("main h2:visible").first();
  }

  reviewHeading(): Locator {
    return this.page.getByRole("heading", { name: "Check the answers" });
  }

  /** Answers questions with the same key until all are answered, or as many as stated. */
  async answerWith(key: string, atMost = 60): Promise<void> {
    for (let answered = 0; answered < atMost; answered += 1) {
      await expect(this.question()).toBeFocused();
      const before = (await this.question().textContent()) ?? "";
      if (before === "Check the answers") return;
      await this.page.keyboard.press(key);
      await expect(this.question()).not.toHaveText(before);
    }
  }

  async save(): Promise<void> {
    await this.page.getByRole("button", { name: "Save", exact: true }).click();
  }

  async expectSaved(): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 2, name: "Saved" })).toBeVisible();
  }
}
