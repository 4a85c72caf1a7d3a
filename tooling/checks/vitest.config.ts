import { defineConfig } from "vitest/config";

/** These tests start real tools; a busy machine may take its time. No test asserts a time. */
export default defineConfig({
  test: { testTimeout: 60_000, hookTimeout: 60_000, expect: { requireAssertions: true } },
});
