import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";

/** Where rows are asked for, approved and taken. */
export class ReleasePage {
  constructor(private readonly page: Page) {}

  /** Says what the rows are for, and saves the file that comes at once. */
  async downloadInside(): Promise<{ readonly name: string; readonly text: string }> {
    await this.page.getByLabel("What for").selectOption("data-check");
    return this.saved(() => this.page.getByRole("button", { name: "Download once" }).click());
  }

  /** Asks that rows go outside, which leads to the list. */
  async askOutside(words: string): Promise<void> {
    await this.page.getByRole("radio", { name: /^They go outside/ }).check();
    await this.page.getByLabel("What for").selectOption("publication");
    await this.page.getByLabel(/^In a sentence/).fill(words);
    await this.page.getByRole("button", { name: "Ask for approval" }).click();
    await this.page.waitForURL(/\/releases$/);
  }

  /** The card of the release with these words. */
  card(words: string) {
    return this.page.getByRole("listitem").filter({ hasText: words });
  }

  async saved(act: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> {
    const waiting = this.page.waitForEvent("download");
    await act();
    const file: Download = await waiting;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
  }
}
