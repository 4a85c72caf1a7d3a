import { describe, expect, it } from "vitest";
import { treeOf } from "../source-tree";
import { checkDocLinks } from "./doc-links";

const FILES = {
  "docs/methods/change.md": "# Change\n\n## Mean change, paired\n",
  "packages/domain/src/score.ts": "",
};

const findings = (text: string): readonly string[] =>
  checkDocLinks(treeOf({ ...FILES, "docs/playbooks/page.md": text })).map(({ message }) => message);

describe("doc links", () => {
  it.each([
    "[gone](../methods/gone.md)",
    "[no such heading](../methods/change.md#median)",
    "![picture](../pictures/gone.png)",
    "See `packages/domain/src/gone.ts`.",
    "[here](#nowhere)",
  ])("refuses %s", (text) => {
    expect(findings(text)).toHaveLength(1);
  });

  it.each([
    "[there](../methods/change.md#mean-change-paired)",
    "[folder](../methods/)",
    "See `packages/domain/src/score.ts` in `packages/domain/src/`.",
    "A placeholder: `packages/domain/src/<slug>/score.ts`.",
    "[outside](https://example.org/gone.md)",
    "```\n[sample](gone.md)\n```",
  ])("accepts %s", (text) => {
    expect(findings(text)).toEqual([]);
  });
});
