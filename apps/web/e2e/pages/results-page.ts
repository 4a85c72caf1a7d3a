import type { Locator, Page } from "@playwright/test";
import { tabTo } from "../support/keyboard";

/** Results over time, as a person uses them. */
export class ResultsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From the Change page, by keyboard. */
  async openByKeyboard(base: string): Promise<void> {
    await this.page.goto(`${base}/change`);
    await tabTo(this.page, this.page.getByRole("link", { name: "Laboratory results" }));
    await this.page.keyboard.press("Enter");
    await this.page.waitForURL(/\/change\/results$/);
    await this.page.getByRole("heading", { level: 2, name: "Suppression before and after" }).waitFor();
  }

  /** Chooses with the keyboard alone, and asks for it. */
  async choose(field: "cohort" | "rule", option: string): Promise<void> {
    const select = this.field(field);
    await tabTo(this.page, select);
    await select.selectOption({ label: option });
    await tabTo(this.page, this.page.getByRole("button", { name: "Show", exact: true }));
    await Promise.all([this.page.waitForURL(/\/change\/results\?/), this.page.keyboard.press("Enter")]);
  }

  field(name: "cohort" | "rule"): Locator {
    return this.page.locator(`select[name="${name}"]`);
  }

  finding(section: string): Locator {
    return this.page.locator(`[data-finding="${section}"]`);
  }

  /** A row of a table of the cohort that comes first under the rule. */
  denominator(rule: string, name: string): Locator {
    return this.page.locator(`[data-rule="${rule}"] [data-cohort]`).first().locator(`[data-row="${name}"]`);
  }

  /** The part that takes seconds. */
  level(): Locator {
    return this.page.locator("[data-level]");
  }
}
