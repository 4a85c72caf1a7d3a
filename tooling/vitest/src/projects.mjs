// Plain JavaScript: Vitest loads its configuration through Node itself, which on Node 20 cannot read TypeScript from
// another package.

/** A test that asserts nothing passes whatever the code does, so it fails instead. */
const expect = { requireAssertions: true };

/** Examples (`*.test.ts`) and laws (`*.property.test.ts`): no database, no network, no clock. */
export function unitProject() {
  return { test: { name: "unit", expect, include: ["src/**/*.test.ts", "src/**/*.test.tsx"] } };
}

/**
 * Tests on a real PostgreSQL (`*.db-test.ts`). The setup file starts one server for the run; each test file makes its
 * own database on it, so files may run side by side.
 * @param {string} setup module to run before and after all tests, e.g. "@alongside/db/testing/global-setup"
 */
export function databaseProject(setup) {
  return {
    test: {
      name: "db",
      expect,
      include: ["src/**/*.db-test.ts"],
      globalSetup: [setup],
      // Files share what they import: each has a database of its own, and loading everything anew takes longer than the tests.
      isolate: false,
      // Room for a busy machine; no test asserts a time.
      testTimeout: 60_000,
      hookTimeout: 120_000,
    },
  };
}
