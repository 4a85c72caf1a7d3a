import { describe, expect, it } from "vitest";
import { treeOf } from "../source-tree";
import { checkSuppressions } from "./suppressions";

const SCREEN = "apps/web/src/features/change/table.tsx";
const REGION = "packages/ui/src/primitives/scroll-region.tsx";
const SERVICE = "packages/services/src/assessment/save.ts";
const TABINDEX = "lint/a11y/noNoninteractiveTabindex";

const lines = (path: string, text: string): readonly (number | undefined)[] =>
  checkSuppressions(treeOf({ [path]: `first line\n${text}\n` })).map(({ line }) => line);

describe("suppressions", () => {
  it.each([
    [SERVICE, "// biome-ignore lint/suspicious/noExplicitAny: the library says so too"],
    [SERVICE, "// biome-ignore lint: all of them get in the way"],
    [SERVICE, "// biome-ignore-all lint/suspicious/noConsole: we like to print here"],
    [SERVICE, "/* biome-ignore-start lint/style/noDefaultExport: not a place for it */"],
    [SERVICE, "// biome-ignore format: it looks better so"],
    [SCREEN, `// biome-ignore ${TABINDEX}: a region that scrolls has to be reachable by keyboard`],
    [REGION, `// biome-ignore ${TABINDEX}`],
    [REGION, `// biome-ignore ${TABINDEX}:`],
    [REGION, `{/* biome-ignore ${TABINDEX}: needed */}`],
    [SCREEN, "// biome-ignore lint/suspicious/noVar: must parse on any Node"],
    [SERVICE, "// @ts-expect-error"],
    [SERVICE, "// @ts-expect-error -- wrong"],
    [SERVICE, "const here = 1; // @ts-expect-error"],
  ])("refuses in %s: %s", (path, text) => {
    expect(lines(path, text)).toEqual([2]);
  });

  it.each([
    [REGION, `// biome-ignore ${TABINDEX}: a region that scrolls has to be reachable by keyboard`],
    [REGION, `{/* biome-ignore ${TABINDEX}: a region that scrolls has to be reachable by keyboard */}`],
    ["tooling/bootstrap/first.cjs", "// biome-ignore-all lint/suspicious/noVar: must parse on any Node."],
    [
      "packages/ui/src/theme/base.css",
      "/* biome-ignore-end lint/complexity/noImportantStyles: end of the exception */",
    ],
    [SERVICE, "// @ts-expect-error -- a domain is not a specific outcome"],
    [SERVICE, "// each `@ts-expect-error` fails the type check if the line under it compiles"],
  ])("accepts in %s: %s", (path, text) => {
    expect(lines(path, text)).toEqual([]);
  });
});
