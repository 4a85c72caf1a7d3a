/** One violation per rule of biome.json that the house relies on. */
export interface LintViolation {
  readonly rule: string;
  readonly path: string;
  readonly source: string;
}

const DOMAIN = "packages/domain/src";
const lines = (count: number): string =>
  `${Array.from({ length: count }, (_, index) => `export const line${index} = ${index};`).join("\n")}\n`;

export const LINT_VIOLATIONS: readonly LintViolation[] = [
  {
    rule: "lint/correctness/noUndeclaredDependencies",
    path: `${DOMAIN}/undeclared.ts`,
    source: 'import { parse } from "papaparse";\n\nexport const here = parse;\n',
  },
  {
    rule: "lint/correctness/noUnusedVariables",
    path: `${DOMAIN}/unused-variable.ts`,
    source: "export function here(): number {\n  const unused = 1;\n  return 2;\n}\n",
  },
  {
    rule: "lint/correctness/noUnusedImports",
    path: `${DOMAIN}/unused-import.ts`,
    source: 'import { z } from "zod";\n\nexport const here = 1;\n',
  },
  {
    rule: "lint/correctness/useExhaustiveDependencies",
    path: "packages/ui/src/effect.tsx",
    source:
      'import { useEffect } from "react";\n\nexport function useTitle(title: string): void {\n  useEffect(() => {\n    document.title = title;\n  }, []);\n}\n',
  },
  {
    rule: "lint/performance/noBarrelFile",
    path: `${DOMAIN}/barrel.ts`,
    source: 'export { z } from "zod";\n',
  },
  {
    rule: "lint/performance/noReExportAll",
    path: `${DOMAIN}/everything.ts`,
    source: 'export * from "zod";\n',
  },
  {
    rule: "lint/style/noNonNullAssertion",
    path: `${DOMAIN}/non-null.ts`,
    source: "export function first(list: readonly number[]): number {\n  return list[0]!;\n}\n",
  },
  {
    rule: "lint/style/noProcessEnv",
    path: `${DOMAIN}/environment.ts`,
    source: "export const here = process.env;\n",
  },
  {
    rule: "lint/style/noDefaultExport",
    path: `${DOMAIN}/default-export.ts`,
    source: "export default 1;\n",
  },
  {
    rule: "lint/style/useImportType",
    path: `${DOMAIN}/import-type.ts`,
    source: 'import { ZodType } from "zod";\n\nexport type Here = ZodType;\n',
  },
  {
    rule: "lint/style/useFilenamingConvention",
    path: `${DOMAIN}/camelCase.ts`,
    source: "export const here = 1;\n",
  },
  { rule: "lint/style/noExcessiveLinesPerFile", path: `${DOMAIN}/long.ts`, source: lines(301) },
  {
    rule: "lint/suspicious/noExplicitAny",
    path: `${DOMAIN}/anything.ts`,
    source: "export const here = (value: any): unknown => value;\n",
  },
  { rule: "lint/suspicious/noConsole", path: `${DOMAIN}/console.ts`, source: "console.log(1);\n" },
  {
    rule: "lint/suspicious/noImportCycles",
    path: `${DOMAIN}/cycle-one.ts`,
    source: 'import { two } from "./cycle-two";\n\nexport const one = two;\n',
  },
  {
    rule: "lint/style/noJsxLiterals",
    path: "apps/web/src/features/change/untranslated.tsx",
    source: "export function Here() {\n  return <p>Change</p>;\n}\n",
  },
  {
    rule: "lint/style/noJsxLiterals",
    path: "packages/ui/src/primitives/untranslated.tsx",
    source: "export function Here({ name }: { readonly name: string }) {\n  return <p>变化 {name}</p>;\n}\n",
  },
  { rule: "format", path: `${DOMAIN}/format.ts`, source: "export const here   =   1\n" },
];

/** Files that are fine, among them the exemptions. */
export const LINT_INNOCENT: Readonly<Record<string, string>> = {
  [`${DOMAIN}/just-fits.ts`]: lines(300),
  [`${DOMAIN}/instruments/catalog/long-scale/long-scale.ts`]: lines(400),
  [`${DOMAIN}/mechanisms/codebooks/appear/elements.ts`]: lines(400),
  "packages/ui/src/primitives/worded.test.tsx": "function Here() {\n  return <p>Change</p>;\n}\n\nvoid Here;\n",
  "packages/ui/src/primitives/translated.tsx":
    "export function Here({ name }: { readonly name: string }) {\n  return (\n    <p>\n      {name} · {name}\n    </p>\n  );\n}\n",
  "apps/web/src/app/global-error.tsx":
    "export default function GlobalError() {\n  return <p>Nothing else works, not even the language</p>;\n}\n",
  "tooling/checks/src/says.ts": "console.log(process.env);\n",
  "apps/web/src/app/page.tsx": "export default function Page(): null {\n  return null;\n}\n",
  "apps/web/src/env.ts": "export const env = process.env;\n",
};

/** The other half of the cycle. */
export const LINT_CYCLE = {
  path: `${DOMAIN}/cycle-two.ts`,
  source: 'import { one } from "./cycle-one";\n\nexport const two = 2;\nexport const back = one;\n',
} as const;
