import { defineConfig, devices } from "@playwright/test";

/**
 * Journeys in a real browser against a running server. `pnpm e2e` starts a fresh server and says where it is and which
 * browser to use; by hand: E2E_BASE_URL=http://localhost:3000 pnpm exec playwright test.
 */
const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig({
  testDir: "e2e/specs",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Nobody waits for it: some journeys look at a dozen pages for accessibility, on machines that two of them share.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["line"], ["json"]] : [["line"]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.E2E_BASE_URL ?? "http://localhost:3000",
    locale: "en-GB",
    timezoneId: "UTC",
    // Recording every step of every journey costs a sixth of the time; what failed leaves its page in words and as a picture.
    // To see one step by step: `--trace on`.
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
