import { expect, type Locator, type Page } from "@playwright/test";
import { tabTo } from "../support/keyboard";

/** The details of one outcome, as a person uses them. */
export class OutcomePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From the Change page, by keyboard. */
  async openByKeyboard(link: Locator): Promise<void> {
    // From the outcome's own card on: through a page of sixty outcomes it is hundreds of presses.
    await link.evaluate((one) => one.closest("article")?.querySelector("summary")?.focus());
    await tabTo(this.page, link);
    await this.page.keyboard.press("Enter");
    await this.page.waitForURL(/\/change\/outcome\?/);
    await this.page.getByRole("heading", { level: 2, name: "The finding" }).waitFor();
  }

  finding(section: string): Locator {
    return this.page.locator(`[data-finding="${section}"]`);
  }

  fact(name: string): Locator {
    return this.page.locator(`[data-fact="${name}"]`);
  }

  /** The strip of the same change under other assumptions. */
  strip(): Locator {
    return this.page.locator("#sure figure");
  }

  /** How much of the first such table can only be reached by scrolling it sideways, in pixels. */
  async hiddenWidth(table: string): Promise<number> {
    return this.page
      .locator(table)
      .first()
      .evaluate(({ parentElement: box }) => (box === null ? 0 : box.scrollWidth - box.clientWidth));
  }

  long(): Locator {
    return this.page.locator("[data-long]");
  }

  async press(name: string): Promise<void> {
    const button = this.page.getByRole("button", { name, exact: true });
    await tabTo(this.page, button, 200);
    await this.page.keyboard.press("Enter");
  }

  async untilLongIs(state: string): Promise<void> {
    await expect(this.long()).toHaveAttribute("data-long", state, { timeout: 120_000 });
  }
}
