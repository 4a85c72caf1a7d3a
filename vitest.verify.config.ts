import path from "node:path";
import { defineConfig } from "vitest/config";

/** Room for a busy machine; no test asserts a time. A test that asserts nothing fails: it would pass whatever the code does. */
const every = { testTimeout: 60_000, hookTimeout: 60_000, expect: { requireAssertions: true } };
const skip = ["**/node_modules/**", "**/.next/**", "**/generated/**"];

/**
 * Every test that needs no database, in one run: examples (`*.test.ts`) and laws (`*.property.test.ts`).
 * Tests on a real PostgreSQL (`*.db-test.ts`) and journeys in a browser have commands of their own.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "packages",
          ...every,
          css: true,
          // Tests here hold no state between files, so files can share a worker: a third of the time.
          pool: "threads",
          isolate: false,
          include: ["packages/*/**/*.test.{ts,tsx}"],
          exclude: skip,
        },
      },
      {
        resolve: { alias: { "@": path.resolve(import.meta.dirname, "apps/web/src") } },
        test: { name: "web", ...every, include: ["apps/web/src/**/*.test.{ts,tsx}"], exclude: skip },
      },
      {
        test: { name: "tooling", ...every, include: ["tooling/*/src/**/*.test.ts"], exclude: skip },
      },
    ],
  },
});
