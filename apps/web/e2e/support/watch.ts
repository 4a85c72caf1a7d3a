import type { Page } from "@playwright/test";

export interface Watch {
  /** What went wrong since the last call: script errors, messages in the console, requests to another host. */
  readonly take: () => readonly string[];
}

/** Listens to a page from now on for everything that a visitor should never cause. */
export function watch(page: Page, origin: string): Watch {
  let seen: string[] = [];
  page.on("pageerror", (error) => seen.push(`script: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") seen.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && asked.replace(/^ws/, "http") !== origin) seen.push(`host: ${asked}`);
  });
  return {
    take: () => {
      const taken = seen;
      seen = [];
      return taken;
    },
  };
}
