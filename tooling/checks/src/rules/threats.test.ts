import { describe, expect, it } from "vitest";
import { treeOf } from "../source-tree";
import { checkThreats } from "./threats";

const FILES = {
  "apps/web/src/app/page.tsx": "",
  "apps/web/src/app/p/[programme]/change/page.tsx": "",
  "apps/web/src/app/sign-in/submit/route.ts": "",
  "apps/web/src/app/layout.tsx": "",
  "packages/api/src/routers/change/router.ts": "",
  "packages/a/a.db-test.ts": "",
  "packages/a/a.ts": "",
};
const WAYS = ["## Ways in", "`/`, `/p`, `/sign-in`, `change`"];
const HELD = "| T1. Reads | wall | [a](../../packages/a/a.db-test.ts) | |";
const OPEN = "| T2. Steals | Not protected: nobody has built it | | |";

const messages = (lines: readonly string[], more: Readonly<Record<string, string>> = {}): readonly string[] =>
  checkThreats(treeOf({ ...FILES, ...more, "docs/security/threat-model.md": lines.join("\n") })).map(
    ({ message }) => message,
  );

describe("the table of threats", () => {
  it("passes when every threat has a test or says that nothing protects, and every way in is listed", () => {
    expect(messages([...WAYS, "## Threats", HELD, OPEN])).toEqual([]);
  });

  it.each([
    ["T1 names no test.", [...WAYS, "## Threats", HELD.replace("a.db-test", "gone.db-test"), OPEN]],
    ["T1 names no test.", [...WAYS, "## Threats", HELD.replace("a.db-test.ts", "a.ts"), OPEN]],
    ["T1 stands here twice.", [...WAYS, "## Threats", HELD, OPEN.replace("T2", "T1")]],
    ["There are no threats.", WAYS],
    ['"Ways in" does not list change.', ["## Ways in", "`/`, `/p`, `/sign-in`", "## Threats", "`change`", HELD]],
    ['"Ways in" does not list /sign-in/submit.', ["## Ways in", "`/`, `/p`, `change`", "## Threats", HELD]],
    ['"Ways in" does not list /.', ["## Ways in", "`/p`, `/sign-in`, `change`", "## Threats", HELD]],
  ])("says: %s", (message, lines) => {
    expect(messages(lines)).toEqual([message]);
  });

  it("says that a new address or group of procedures is missing, and that the page is gone", () => {
    const more = { "apps/web/src/app/new/page.tsx": "", "packages/api/src/routers/erasure/router.ts": "" };
    expect(messages([...WAYS, "## Threats", HELD], more)).toEqual([
      '"Ways in" does not list /new.',
      '"Ways in" does not list erasure.',
    ]);
    expect(checkThreats(treeOf(FILES)).map(({ message }) => message)).toEqual(["The page is gone."]);
  });
});
