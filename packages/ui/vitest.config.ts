import { defineConfig } from "vitest/config";

// `css: true` lets the tests read the token files as they are.
export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    css: true,
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "src/**/*.property.test.ts"],
  },
});
