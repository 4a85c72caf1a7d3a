/**
 * Who may import whom, direct edges. Packages exist because their sets of allowed imports differ; this file is those
 * sets. Every message says where the code belongs instead. `turbo boundaries` guards the transitive half (purity).
 *
 * Tests beside the source may use node built-ins, test libraries and other packages' test support; the product may not.
 */

const { DATABASE_DOORS } = require("./tooling/checks/database-doors.cjs");

const TEST = "\\.(test|db-test|property\\.test)\\.tsx?$|/src/testing/|\\.fixtures?\\.ts$";

/** The import table. `types` lists packages that may be imported for their types only. */
const PACKAGES = {
  domain: {
    workspace: [],
    types: [],
    belongs: "Domain says what words mean; code that needs another package belongs above it, in analysis or services.",
  },
  statistics: {
    workspace: [],
    types: [],
    belongs:
      "Statistics turns numbers into estimates and knows no domain word; choosing rows and measures belongs in packages/analysis.",
  },
  analysis: {
    workspace: ["domain", "statistics"],
    types: [],
    belongs: "Analysis receives rows as arguments; reading them belongs in packages/services.",
  },
  interchange: {
    workspace: ["domain"],
    types: [],
    belongs: "A format turns bytes into domain values; storing them belongs in packages/services.",
  },
  db: {
    workspace: ["domain"],
    types: [],
    belongs: "The database package stores and migrates; use-cases belong in packages/services.",
  },
  auth: {
    workspace: ["db", "domain"],
    types: [],
    belongs: "Auth turns a session into an actor; what an actor may do to records belongs in packages/services.",
  },
  services: {
    workspace: ["domain", "analysis", "interchange", "db"],
    types: ["auth"],
    belongs:
      "A service takes an actor as an argument and returns plain values; transport belongs in packages/api, sessions in packages/auth.",
  },
  api: {
    workspace: ["services", "domain"],
    types: [],
    belongs:
      "A procedure parses input and calls one service; queries and calculations belong in packages/services or packages/analysis.",
  },
  ui: {
    workspace: ["domain"],
    types: ["analysis", "statistics"],
    belongs:
      "Components draw what they are given; fetching and calculating belong to the server, reached through apps/web.",
  },
};

const WEB = {
  workspace: ["api", "auth", "ui", "domain"],
  types: ["analysis", "statistics"],
  belongs: "Screens ask the server through tRPC; put the query in packages/services and the procedure in packages/api.",
};

const anyOf = (names) => `(${names.join("|")})`;
const library = (names) => `(^|/)node_modules/${anyOf(names)}(/|$)`;

/** Two rules per row of the table: what may be imported at all, and what only for its types. */
function rowRules(name, from, own, { workspace, types, belongs }) {
  const known = [...workspace, ...types];
  const allowed = [own, ...known.map((other) => `^packages/${other}/`)];
  return [
    {
      name: `${name}-imports-only-its-row`,
      comment: `${belongs} Allowed here: ${known.length > 0 ? known.join(", ") : "no workspace package"}.`,
      severity: "error",
      from: { path: from, pathNot: TEST },
      to: { path: "^(packages|apps)/", pathNot: allowed },
    },
    ...(types.length === 0
      ? []
      : [
          {
            name: `${name}-imports-types-only`,
            comment: `${belongs} ${types.join(" and ")} may be imported here with \`import type\` only.`,
            severity: "error",
            from: { path: from, pathNot: TEST },
            to: { path: `^packages/${anyOf(types)}/`, dependencyTypesNot: ["type-only"] },
          },
        ]),
  ];
}

/** A package that may name only these libraries, and no node built-in. */
function pureRules(name, libraries) {
  const from = { path: `^packages/${name}/src/`, pathNot: TEST };
  return [
    {
      name: `${name}-libraries`,
      comment: `packages/${name} is pure: ${libraries.length > 0 ? `only ${libraries.join(", ")} may be imported` : "no library may be imported"}. Anything else belongs in interchange, services or ui.`,
      severity: "error",
      from,
      to: {
        dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg"],
        path: "node_modules/",
        pathNot: libraries.length > 0 ? library(libraries) : [],
      },
    },
    {
      name: `${name}-no-node`,
      comment: `packages/${name} runs in a browser and in a test without a machine under it: files, clock and randomness arrive as arguments from services or tooling.`,
      severity: "error",
      from,
      to: { dependencyTypes: ["core"] },
    },
  ];
}

module.exports = {
  forbidden: [
    ...DATABASE_DOORS,
    ...Object.entries(PACKAGES).flatMap(([name, row]) =>
      rowRules(name, `^packages/${name}/src/`, `^packages/${name}/`, row),
    ),
    ...rowRules("web", "^apps/web/src/", "^apps/web/", WEB),
    ...pureRules("domain", ["zod"]),
    ...pureRules("statistics", []),
    ...pureRules("analysis", []),
    {
      name: "ui-no-node",
      comment: "Components run in the browser: node built-ins belong in services or in apps/web/src/server.",
      severity: "error",
      from: { path: "^packages/ui/src/", pathNot: TEST },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-framework-below-the-transport",
      comment:
        "React, Next and tRPC stop at packages/api and apps/web. A service returns a plain Result; drawing belongs in packages/ui, transport in packages/api.",
      severity: "error",
      from: { path: "^packages/(domain|statistics|analysis|interchange|db|auth|services)/src/", pathNot: TEST },
      to: { path: library(["react", "react-dom", "next", "next-intl", "@trpc", "@tanstack", "@mantine", "recharts"]) },
    },
    {
      name: "no-screen-in-api",
      comment: "A procedure knows no screen: React and Next belong in apps/web.",
      severity: "error",
      from: { path: "^packages/api/src/", pathNot: TEST },
      to: { path: library(["react", "react-dom", "next", "next-intl", "@mantine", "recharts"]) },
    },
    {
      name: "database-driver-only-in-db",
      comment:
        "Only packages/db talks to Prisma and node-postgres. Ask for what you need through packages/db/src/client.ts.",
      severity: "error",
      from: { path: "^(packages|apps)/", pathNot: ["^packages/db/", TEST] },
      to: { path: library(["@prisma", "prisma", "pg", "pg-copy-streams"]) },
    },
    {
      name: "generated-client-only-in-client",
      comment:
        "The generated client is touched by packages/db/src/client.ts alone, so that it can be replaced or wrapped in one place.",
      severity: "error",
      from: {
        path: "^(packages|apps|tooling)/",
        pathNot: ["^packages/db/src/client\\.ts$", "^packages/db/src/generated/"],
      },
      to: { path: "^packages/db/src/generated/" },
    },
    {
      name: "routes-are-leaves",
      comment:
        "src/app holds routes only and nothing imports from it: move what you need to src/features/<area> or packages/ui.",
      severity: "error",
      from: { pathNot: "^apps/web/(src/app|\\.next)/" },
      to: { path: "^apps/web/src/app/" },
    },
    {
      name: "request-only-in-server",
      comment:
        "Cookies and headers are read in apps/web/src/server only; call one of its functions and pass the value down.",
      severity: "error",
      from: { path: "^apps/web/src/", pathNot: "^apps/web/src/server/" },
      to: { path: "node_modules/next/(dist/server/request/)?headers" },
    },
    {
      name: "screens-know-only-the-router-type",
      comment:
        "A screen imports only the type of the router (import type): the procedures themselves would drag the server into the browser.",
      severity: "error",
      from: { path: "^apps/web/src/features/", pathNot: TEST },
      to: { path: "^packages/(api|auth)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "product-without-tooling",
      comment: "Tooling builds and checks the product; the product never imports it. Move shared code into a package.",
      severity: "error",
      from: { path: "^(packages|apps)/[^/]+/src/" },
      to: { path: "^tooling/" },
    },
    {
      name: "test-support-only-in-tests",
      comment: "src/testing is for tests. Product code that needs it should have it under its own name.",
      severity: "error",
      from: { path: "^(packages|apps)/[^/]+/src/", pathNot: TEST },
      to: { path: "/src/testing/" },
    },
    {
      name: "tests-are-leaves",
      comment:
        "Nothing imports a test file; put shared test support in src/testing or beside the source without .test.",
      severity: "error",
      from: {},
      to: { path: "\\.(test|db-test)\\.tsx?$" },
    },
    {
      name: "no-development-library-in-product",
      comment: "This library is a development dependency: move it to dependencies, or the code to a test.",
      severity: "error",
      from: { path: "^(packages|apps)/[^/]+/src/", pathNot: TEST },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm"], pathNot: "node_modules/@types/" },
    },
    {
      name: "no-circular",
      comment: "Two files that need each other are one file, or have a third hiding in them. Extract it.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "everything-resolves",
      comment:
        "This import leads nowhere: a typing slip, a file that moved, or a path that the package does not export.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["(^|/)\\.next(-bench)?/", "(^|/)dist/", "\\.css$"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tooling/checks/cruiser.tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".d.ts"],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
