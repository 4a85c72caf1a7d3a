import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { csvRecords } from "../support/csv";

/** Figures of one card's table: by the name of the figure, then by cohort. */
export type CardFigures = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The Change page, as a person reads it. */
export class ChangePage {
  readonly page: Page;
  readonly base: string;

  constructor(page: Page, base: string) {
    this.page = page;
    this.base = base;
  }

  async open(query = ""): Promise<void> {
    await this.page.goto(`${this.base}/change${query}`);
    await this.domains().first().waitFor();
  }

  domains(): Locator {
    return this.page.locator("section[data-domain]");
  }

  /** Cards that are in sight without opening anything. */
  cards(): Locator {
    return this.page.locator("article[data-measure]");
  }

  /** The first card on which something is estimated. */
  estimated(): Locator {
    return this.cards()
      .filter({ has: this.page.locator("figure") })
      .first();
  }

  /** The table of before and after on a card. */
  table(card: Locator): Locator {
    return card.locator("table", { has: this.page.locator("[data-figure]") });
  }

  /** Where the parts of the page are listed. */
  contents(): Locator {
    return this.page.getByRole("navigation", { name: "Parts of this page" });
  }

  times(): Locator {
    return this.page.getByRole("navigation", { name: "Compare the baseline with" }).getByRole("link");
  }

  /** A table as texts: what stands in its first column, then by heading. What only a screen reader says is left out. */
  async figures(table: Locator): Promise<CardFigures> {
    const rows = await table.evaluate((element) => {
      const seen = (cell: Element) => {
        const copy = cell.cloneNode(true);
        if (!(copy instanceof Element)) return "";
        for (const hidden of copy.querySelectorAll(".visually-hidden")) hidden.remove();
        return (copy.textContent ?? "").trim();
      };
      return Array.from(element.querySelectorAll("tr"), (row) => Array.from(row.children, seen));
    });
    const [[, ...cohorts] = [], ...lines] = rows;
    return Object.fromEntries(
      lines.map(([name = "", ...cells]) => [
        name,
        Object.fromEntries(cohorts.map((cohort, place) => [cohort, cells[place] ?? ""])),
      ]),
    );
  }

  async downloadCsv(): Promise<{ readonly name: string; readonly records: ReturnType<typeof csvRecords> }> {
    const waiting = this.page.waitForEvent("download");
    await this.page.getByRole("link", { name: /CSV/ }).click();
    const download = await waiting;
    return { name: download.suggestedFilename(), records: csvRecords(await readFile(await download.path(), "utf8")) };
  }
}
