import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import { csvRecords } from "../support/csv";
import { tabTo } from "../support/keyboard";
import { readSvg, type SavedSvg } from "../support/saved-svg";

export type Format = "svg" | "png" | "csv";

/** One chart and its control for saving it. */
export class SavedChart {
  readonly page: Page;
  readonly figure: Locator;

  constructor(page: Page, figure: Locator) {
    this.page = page;
    this.figure = figure;
  }

  opener(): Locator {
    return this.figure.getByRole("button", { name: "Save", exact: true });
  }

  choice(format: Format): Locator {
    return this.figure.locator(`[data-format=${format}]`);
  }

  said(): Locator {
    return this.figure.locator("[data-save] [role=status]");
  }

  async open(): Promise<void> {
    if ((await this.opener().getAttribute("aria-expanded")) === "false") await this.opener().click();
    await this.choice("csv").waitFor();
  }

  /** Without a mouse, from the top of the figure on. */
  async saveByKeyboard(format: Format): Promise<Buffer> {
    await this.opener().focus();
    await this.page.keyboard.press("Enter");
    await tabTo(this.page, this.choice(format), 4);
    const waiting = this.page.waitForEvent("download");
    await this.page.keyboard.press("Enter");
    return readFile(await (await waiting).path());
  }

  async save(format: Format): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    await this.open();
    const waiting = this.page.waitForEvent("download");
    await this.choice(format).click();
    const download = await waiting;
    await expect(this.said()).toHaveText(`${download.suggestedFilename()} is saved.`);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  async savedSvg(): Promise<SavedSvg> {
    const { bytes } = await this.save("svg");
    return readSvg(this.page, bytes.toString("utf8"));
  }

  async savedRecords(): Promise<ReturnType<typeof csvRecords>> {
    const { bytes } = await this.save("csv");
    return csvRecords(bytes.toString("utf8"));
  }

  /** The table beside the chart as records by heading, as everybody gets it: with what is only read out. */
  async tableBeside(): Promise<readonly Readonly<Record<string, string>>[]> {
    const rows = await this.figure.evaluate((figure) => {
      const parent = figure.parentElement;
      const table = [...(parent?.querySelectorAll("[data-beside] table") ?? [])].find(
        (one) => figure.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING,
      );
      return Array.from(table?.querySelectorAll("tr") ?? [], (row) =>
        Array.from(row.children, (cell) => (cell.textContent ?? "").replaceAll(/\s+/g, " ").trim()),
      );
    });
    const [head = [], ...lines] = rows;
    return lines.map((line) => Object.fromEntries(head.map((name, place) => [name, line[place] ?? ""])));
  }
}
