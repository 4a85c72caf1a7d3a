import { expect, type Locator, type Page } from "@playwright/test";
import { tabTo } from "../support/keyboard";

/** The worklists and what they lead to, used with the keyboard. */
export class WorklistPages {
  readonly page: Page;
  readonly base: string;

  constructor(page: Page, base: string) {
    this.page = page;
    this.base = base;
  }

  /** Opens a list by its word in the address. */
  async open(word: string): Promise<void> {
    await this.page.goto(`${this.base}/worklists?list=${word}`);
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  line(code: string): Locator {
    return this.page.getByRole("row").filter({ hasText: code });
  }

  link(code: string): Locator {
    return this.page.getByRole("link", { name: code, exact: true });
  }

  /** Reaches a line with Tab to the first one and then j, as somebody does who works down a list. */
  async goTo(code: string): Promise<void> {
    await tabTo(this.page, this.page.locator('[data-act="open"]').first(), 60);
    for (let pressed = 0; pressed < 50; pressed += 1) {
      if (await this.link(code).evaluate((link) => link === document.activeElement)) return;
      await this.page.keyboard.press("j");
    }
    await expect(this.link(code)).toBeFocused();
  }

  /** Presses a button or link without a mouse. */
  async press(target: Locator): Promise<void> {
    await tabTo(this.page, target, 200);
    await this.page.keyboard.press("Enter");
  }

  /** Types one viral load on the form for a single result, of a person whose code is filled in. */
  async enterResult(participantId: string, text: string, collectedOn: string | null): Promise<void> {
    await this.page.goto(`${this.base}/laboratory/one?person=${participantId}`);
    const day = this.page.getByLabel("Collected", { exact: true });
    await this.page.getByLabel("Result", { exact: true }).fill(text);
    await day.fill(collectedOn ?? (await day.evaluate((box) => box.getAttribute("max") ?? "")));
    await this.page.getByLabel("Assay").selectOption({ index: 1 });
    await expect(this.page.getByRole("status").filter({ hasText: /by WHO 2023/ })).toBeVisible();
    const save = this.page.getByRole("button", { name: "Save this result" });
    // A question about the result comes when the person has been looked up.
    await expect(async () => {
      for (const why of await this.page.locator("[data-reason]").all()) await why.fill("Compared with the paper");
      await expect(save).toBeEnabled({ timeout: 1000 });
    }).toPass();
    await save.press("Enter");
    await expect(this.page.getByRole("region", { name: "Saved just now" }).getByRole("listitem")).toHaveCount(1);
  }
}
