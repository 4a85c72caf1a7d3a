import path from "node:path";
import { defineConfig } from "vitest/config";

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
        test: { name: "web", include: ["apps/web/src/**/*.test.{ts,tsx}"], exclude: skip },
      },
      {
        test: { name: "tooling", include: ["tooling/*/src/**/*.test.ts"], exclude: skip },
      },
    ],
  },
});
