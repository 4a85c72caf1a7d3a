import path from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Laws take longest and examples notice most, so examples go first: the first failure ends a mutant's run. */
class ExamplesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const isLaw = moduleId.includes(".property.test.");
      return (isLaw ? 1e9 : 0) + (this.ctx.cache.getFileTestResults(this.keyOf(moduleId))?.duration ?? 0);
    };
    return [...files].sort((first, second) => rank(first) - rank(second));
  }

  private keyOf(moduleId: string): string {
    return `:${path.relative(this.ctx.config.root, moduleId)}`;
  }
}

/** The tests of the statistics as they run against one mutant after another. What they assert is as ever. */
export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    expect: { requireAssertions: true },
    isolate: false,
    setupFiles: [path.join(import.meta.dirname, "fewer-examples.mjs")],
    sequence: { sequencer: ExamplesFirst },
    testTimeout: 600_000,
  },
});
