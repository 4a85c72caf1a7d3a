import path from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname, "src") } },
  test: { expect: { requireAssertions: true }, include: ["src/**/*.test.ts", "src/**/*.property.test.ts"] },
});
