import { defineConfig } from "vitest/config";

/** The cases compute for seconds; a busy machine may take its time. No test asserts a time. */
export default defineConfig({
  test: { testTimeout: 60_000, hookTimeout: 60_000, globals: false, expect: { requireAssertions: true } },
});
