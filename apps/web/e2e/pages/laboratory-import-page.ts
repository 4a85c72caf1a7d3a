import { expect, type Locator, type Page } from "@playwright/test";
import { tabTo } from "../support/keyboard";
import { unique } from "../support/own-programme";

/** Files of laboratories, brought in with the keyboard alone. */
export class LaboratoryImportPage {
  readonly page: Page;
  readonly base: string;

  constructor(page: Page, base: string) {
    this.page = page;
    this.base = base;
  }

  async open(): Promise<void> {
    await this.page.goto(`${this.base}/laboratory/import`);
    await this.page.getByRole("heading", { level: 1, name: "Results from a file" }).waitFor();
    await expect(this.page.getByRole("heading", { name: "Whose file is it?" })).toBeVisible();
  }

  /** Adds a laboratory of the test's own; it is chosen then. */
  async addLaboratory(): Promise<string> {
    const name = `Laboratory ${unique()}`;
    await this.open();
    const add = this.page.getByRole("button", { name: "Add a laboratory" });
    if (await add.isVisible()) await this.press(add);
    await tabTo(this.page, this.page.getByLabel("Name of the laboratory"), 80);
    await this.page.keyboard.type(name);
    await this.page.keyboard.press("Enter");
    await expect(this.fileBox(name)).toBeVisible();
    return name;
  }

  /** Chooses a laboratory of the list by typing its name. */
  async choose(name: string): Promise<void> {
    await this.open();
    const list = this.page.getByRole("region", { name: "Whose file is it?" }).getByRole("combobox");
    await tabTo(this.page, list, 80);
    await this.page.keyboard.type(name);
    await expect(this.fileBox(name)).toBeVisible();
  }

  fileBox(laboratory: string): Locator {
    return this.page.getByLabel(`Choose a file of ${laboratory}`);
  }

  /** Sends a file; ends where its columns are. */
  async send(laboratory: string, name: string, content: string): Promise<void> {
    await this.fileBox(laboratory).setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
    await this.arrived();
  }

  /** Sends a workbook; ends where its columns are. */
  async sendWorkbook(laboratory: string, name: string, content: Buffer): Promise<void> {
    const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    await this.fileBox(laboratory).setInputFiles({ name, mimeType, buffer: content });
    await this.arrived();
  }

  async arrived(): Promise<void> {
    await this.page.waitForURL(/\/laboratory\/import\/[0-9a-f-]{36}/);
    await expect(this.checkButton()).toBeVisible();
  }

  /** Chooses from a list by typing how the choice begins. */
  async pick(list: Locator, begins: string): Promise<void> {
    await tabTo(this.page, list, 200);
    await this.page.keyboard.type(begins);
    await expect(list.locator("option:checked")).toHaveText(new RegExp(`^${begins}`));
  }

  checkButton(): Locator {
    return this.page.getByRole("button", { name: "Remember this and check the file" });
  }

  /** Remembers the columns and waits until the file is checked. */
  async check(): Promise<void> {
    await this.press(this.checkButton());
    await this.checked();
  }

  async checked(): Promise<void> {
    await expect(this.page.getByRole("heading", { name: "What the check found" })).toBeVisible({ timeout: 60_000 });
  }

  /** How many rows have an outcome, as the filters say. */
  async count(outcome: string): Promise<number> {
    const filter = this.page.getByRole("list", { name: "Show rows that are" }).getByRole("button", { name: outcome });
    await expect(filter).toBeVisible();
    return Number(((await filter.locator("strong").textContent()) ?? "").replace(/\D/g, ""));
  }

  /** Rows as shown. */
  rows(): Locator {
    return this.page.getByRole("table", { name: "Rows of the file" }).locator("tbody tr");
  }

  async run(): Promise<void> {
    await this.press(this.page.getByRole("button", { name: /^Import \d/ }));
    await expect(this.page.getByRole("heading", { name: "Imported", exact: true })).toBeVisible({ timeout: 60_000 });
  }

  /** Presses a button without a mouse. */
  async press(button: Locator): Promise<void> {
    await tabTo(this.page, button, 250);
    await this.page.keyboard.press("Enter");
  }
}
