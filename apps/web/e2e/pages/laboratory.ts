import { expect, type Locator, type Page } from "@playwright/test";
import { tabTo } from "../support/keyboard";

/** The screens for results, used with the keyboard as somebody does with a stack of paper. */
export class LaboratoryPages {
  readonly page: Page;
  readonly base: string;

  constructor(page: Page, base: string) {
    this.page = page;
    this.base = base;
  }

  /** Opens the stack. */
  async open(): Promise<void> {
    await this.page.goto(`${this.base}/laboratory`);
    await expect(this.cell(1, "code")).toBeVisible();
  }

  /** A row of the stack, counted from 1. */
  row(number: number): Locator {
    return this.page
      .getByRole("list", { name: "Stack of results" })
      .locator(":scope > li")
      .nth(number - 1);
  }

  cell(row: number, field: string): Locator {
    return this.row(row).locator(`[data-cell="${field}"]`);
  }

  /** What was understood of a row, in words. */
  understood(row: number): Locator {
    return this.row(row).getByRole("status");
  }

  /** Reaches a cell with Tab alone. */
  async tabToCell(row: number, field: string): Promise<void> {
    await tabTo(this.page, this.cell(row, field), 120);
  }

  /** Types and presses Enter. */
  async enter(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  /** Types a code as a scanner does, and waits until the person is found. */
  async scan(row: number, code: string): Promise<void> {
    await expect(this.cell(row, "code")).toBeFocused();
    await this.enter(code);
    await expect(
      this.row(row)
        .getByText(/No earlier result|copies\/mL|cells/)
        .first(),
    ).toBeVisible();
    await expect(this.cell(row, "state")).toBeFocused();
  }

  /** Saves what is ready, and waits until it is stored. */
  async save(count: number): Promise<void> {
    await this.page.keyboard.press("Control+Enter");
    await expect(this.saved()).toHaveCount(count);
  }

  /** What was stored from this page. */
  saved(): Locator {
    return this.page.getByRole("region", { name: "Saved just now" }).getByRole("listitem");
  }

  /** The card of a result that waits for a second person. */
  waiting(code: string): Locator {
    return this.page.getByRole("listitem").filter({ hasText: code });
  }

  /** Presses a button without a mouse. */
  async press(button: Locator): Promise<void> {
    await tabTo(this.page, button, 200);
    await this.page.keyboard.press("Enter");
  }
}
