/** One violation per rule of .dependency-cruiser.cjs: the file that breaks it and what the file says. */
export interface Violation {
  readonly rule: string;
  readonly path: string;
  readonly source: string;
}

const uses = (specifier: string): string => `import { stub } from "${specifier}";\nexport const here = stub;\n`;

/** Libraries the violations name. Each gets a one-line stand-in. */
export const STUBBED_LIBRARIES = [
  "zod",
  "react",
  "@trpc/server",
  "pg",
  "recharts",
  "next/headers",
  "fast-check",
] as const;

/** Innocent targets, so that every import below leads somewhere. */
export const TARGETS: Readonly<Record<string, string>> = {
  "packages/domain/src/target.ts": "export const stub = 1;\n",
  "packages/statistics/src/target.ts": "export const stub = 1;\n",
  "packages/analysis/src/target.ts": "export const stub = 1;\n",
  "packages/interchange/src/target.ts": "export const stub = 1;\n",
  "packages/db/src/client.ts": uses("./generated/prisma/client"),
  "packages/db/src/generated/prisma/client.ts": "export const stub = 1;\n",
  "packages/db/src/scope/scoped-db.ts": "export const stub = 1;\n",
  "packages/db/src/scope/in-programme.ts": "export const stub = 1;\n",
  "packages/services/src/access/whole-programme.ts": uses("@alongside/db/scope/scoped-db"),
  "packages/db/src/testing/target.ts": "export const stub = 1;\n",
  "packages/db/src/target.ts": "export const stub = 1;\n",
  "packages/auth/src/target.ts": "export const stub = 1;\n",
  "packages/services/src/target.ts": "export const stub = 1;\n",
  "packages/api/src/target.ts": "export const stub = 1;\n",
  "packages/ui/src/target.tsx": "export const stub = 1;\n",
  "apps/web/src/app/page.tsx": "export const stub = 1;\n",
  "tooling/checks/src/target.ts": "export const stub = 1;\n",
  "packages/domain/src/target.test.ts": "export const stub = 1;\n",
};

export const VIOLATIONS: readonly Violation[] = [
  {
    rule: "domain-imports-only-its-row",
    path: "packages/domain/src/row.ts",
    source: uses("../../statistics/src/target"),
  },
  {
    rule: "statistics-imports-only-its-row",
    path: "packages/statistics/src/row.ts",
    source: uses("../../domain/src/target"),
  },
  {
    rule: "analysis-imports-only-its-row",
    path: "packages/analysis/src/row.ts",
    source: uses("../../db/src/target"),
  },
  {
    rule: "interchange-imports-only-its-row",
    path: "packages/interchange/src/row.ts",
    source: uses("@alongside/db/target"),
  },
  { rule: "db-imports-only-its-row", path: "packages/db/src/row.ts", source: uses("@alongside/services/target") },
  { rule: "auth-imports-only-its-row", path: "packages/auth/src/row.ts", source: uses("@alongside/services/target") },
  {
    rule: "services-imports-only-its-row",
    path: "packages/services/src/row.ts",
    source: uses("@alongside/api/target"),
  },
  {
    rule: "services-imports-types-only",
    path: "packages/services/src/types.ts",
    source: uses("@alongside/auth/target"),
  },
  { rule: "api-imports-only-its-row", path: "packages/api/src/row.ts", source: uses("@alongside/db/target") },
  { rule: "ui-imports-only-its-row", path: "packages/ui/src/row.tsx", source: uses("@alongside/services/target") },
  { rule: "ui-imports-types-only", path: "packages/ui/src/types.tsx", source: uses("@alongside/analysis/target") },
  {
    rule: "web-imports-only-its-row",
    path: "apps/web/src/server/row.ts",
    source: uses("@alongside/services/target"),
  },
  {
    rule: "web-imports-types-only",
    path: "apps/web/src/features/change/types.tsx",
    source: uses("@alongside/statistics/target"),
  },
  { rule: "domain-libraries", path: "packages/domain/src/library.ts", source: uses("pg") },
  { rule: "statistics-libraries", path: "packages/statistics/src/library.ts", source: uses("zod") },
  { rule: "analysis-libraries", path: "packages/analysis/src/library.ts", source: uses("zod") },
  { rule: "domain-no-node", path: "packages/domain/src/core.ts", source: 'import "node:fs";\n' },
  { rule: "statistics-no-node", path: "packages/statistics/src/core.ts", source: 'import "node:crypto";\n' },
  { rule: "analysis-no-node", path: "packages/analysis/src/core.ts", source: 'import "node:path";\n' },
  { rule: "ui-no-node", path: "packages/ui/src/core.tsx", source: 'import "node:fs";\n' },
  {
    rule: "no-framework-below-the-transport",
    path: "packages/services/src/framework.ts",
    source: uses("@trpc/server"),
  },
  {
    rule: "scope-from-the-gate-only",
    path: "packages/services/src/participant/own-gate.ts",
    source: uses("@alongside/db/scope/scoped-db"),
  },
  {
    rule: "all-sites-for-sums-only",
    path: "packages/services/src/participant/all-sites.ts",
    source: uses("../access/whole-programme"),
  },
  {
    rule: "outside-programmes-only-here",
    path: "packages/services/src/participant/outside.ts",
    source: uses("@alongside/db/scope/in-programme"),
  },
  {
    rule: "connections-in-one-place",
    path: "packages/services/src/participant/connect.ts",
    source: uses("@alongside/db/client"),
  },
  { rule: "no-screen-in-api", path: "packages/api/src/screen.ts", source: uses("react") },
  { rule: "database-driver-only-in-db", path: "packages/services/src/driver.ts", source: uses("pg") },
  {
    rule: "generated-client-only-in-client",
    path: "packages/db/src/generated-reader.ts",
    source: uses("./generated/prisma/client"),
  },
  {
    rule: "routes-are-leaves",
    path: "apps/web/src/features/change/route.tsx",
    source: uses("@/app/page"),
  },
  {
    rule: "request-only-in-server",
    path: "apps/web/src/features/change/cookies.tsx",
    source: uses("next/headers"),
  },
  {
    rule: "screens-know-only-the-router-type",
    path: "apps/web/src/features/change/router.tsx",
    source: uses("@alongside/api/target"),
  },
  {
    rule: "product-without-tooling",
    path: "packages/db/src/tooling.ts",
    source: uses("../../../tooling/checks/src/target"),
  },
  {
    rule: "test-support-only-in-tests",
    path: "packages/db/src/support.ts",
    source: uses("./testing/target"),
  },
  { rule: "tests-are-leaves", path: "packages/domain/src/imports-a-test.ts", source: uses("./target.test") },
  {
    rule: "no-development-library-in-product",
    path: "packages/domain/src/development.ts",
    source: uses("fast-check"),
  },
  { rule: "no-circular", path: "packages/domain/src/circle-one.ts", source: uses("./circle-two") },
  { rule: "everything-resolves", path: "packages/domain/src/nowhere.ts", source: uses("./does-not-exist") },
];

/** The other half of the circle. */
export const CIRCLE = {
  path: "packages/domain/src/circle-two.ts",
  source: 'import { here } from "./circle-one";\nexport const stub = 1;\nexport const back = here;\n',
} as const;

/** Files that are fine: reported on, the rules would be too wide. */
export const INNOCENT: Readonly<Record<string, string>> = {
  "packages/domain/src/fine.ts": uses("zod"),
  "packages/domain/src/fine.test.ts":
    'import "node:fs";\nimport { stub } from "fast-check";\nexport const here = stub;\n',
  "packages/statistics/src/fine.ts": uses("./target"),
  "packages/analysis/src/fine.ts": uses("@alongside/statistics/target"),
  "packages/services/src/fine.ts":
    'import type { stub } from "@alongside/auth/target";\nimport "@alongside/db/target";\nexport type Here = typeof stub;\n',
  "packages/api/src/fine.ts": uses("@alongside/services/target"),
  "packages/ui/src/fine.tsx":
    'import type { stub } from "@alongside/analysis/target";\nexport type Here = typeof stub;\n',
  "apps/web/src/server/fine.ts": uses("next/headers"),
  "apps/web/src/features/change/fine.tsx":
    'import type { stub } from "@alongside/api/target";\nimport "@alongside/ui/target";\nexport type Here = typeof stub;\n',
};
