import { expect, type Page } from "@playwright/test";

/** Importing a study, as a person does it. */
export class ImportPage {
  readonly page: Page;
  readonly base: string;

  constructor(page: Page, base: string) {
    this.page = page;
    this.base = base;
  }

  async open(): Promise<void> {
    await this.page.goto(`${this.base}/import`);
    await this.page.getByRole("heading", { level: 1, name: "Import a study" }).waitFor();
  }

  /** Opens a published study; returns the base path of its programme. */
  async openExample(title: string): Promise<string> {
    await this.open();
    const card = this.page.getByRole("listitem").filter({ has: this.page.getByRole("heading", { name: title }) });
    await card.getByRole("button", { name: "Open this study" }).click();
    await this.page.waitForURL(/\/p\/[0-9a-f]{10}\/change$/);
    return new URL(this.page.url()).pathname.replace(/\/change$/, "");
  }

  /** Chooses a file; ends where its columns are set, or where it is said why they cannot be. */
  async upload(name: string, content: string | Buffer): Promise<void> {
    await this.open();
    const buffer = typeof content === "string" ? Buffer.from(content) : content;
    const field = this.page.getByLabel("Choose a file with measurements");
    await field.setInputFiles({ name, mimeType: "text/csv", buffer });
    await this.page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
    await this.page.getByRole("group", { name: "How the file is written" }).waitFor();
  }

  /** Reads the whole file with the columns as they are. */
  async check(): Promise<void> {
    await this.page.getByRole("button", { name: "Check the whole file" }).click();
    await this.page.getByRole("heading", { name: "What the check found" }).waitFor();
  }

  /** Throws the file away; ends at the list of imports. */
  async discard(): Promise<void> {
    await this.page.getByRole("button", { name: "Discard the file" }).click();
    await this.page.getByRole("dialog").getByRole("button", { name: "Discard", exact: true }).click();
    await this.page.waitForURL(/\/import$/);
  }

  async run(): Promise<void> {
    await this.page.getByRole("button", { name: "Import now" }).click();
    await this.page.getByRole("heading", { name: "Imported" }).waitFor();
  }

  /** Problems as shown: row, column, value and words. */
  async problems(): Promise<readonly (readonly string[])[]> {
    const rows = this.page.getByRole("table", { name: /problems?$/ }).locator("tbody tr");
    await expect(rows.first()).toBeVisible();
    return rows.evaluateAll((all) =>
      all.map((row) => Array.from(row.children, (cell) => (cell.textContent ?? "").trim())),
    );
  }
}
