import { describe, expect, it } from "vitest";
import { treeOf } from "../source-tree";
import { checkDecisions } from "./decisions";

const GOOD = "# 0001. One dialect\n\n## Decision\n\nPostgreSQL.\n\nChecked by: `pnpm verify:db`.\n";

const check = (files: Readonly<Record<string, string>>): readonly string[] =>
  checkDecisions(treeOf(files)).map(({ message }) => message);

describe("decisions", () => {
  it("accepts a record, and leaves the form and the introduction alone", () => {
    const form = "# NNNN. The choice, as a sentence\n";
    expect(
      check({
        "docs/decisions/0001-one-dialect.md": GOOD,
        "docs/decisions/template.md": form,
        "docs/decisions/README.md": "# Decisions\n",
      }),
    ).toEqual([]);
  });

  it("refuses a record that nothing checks, a number used twice, a missing number and an empty form", () => {
    expect(check({ "docs/decisions/0001-a.md": "# 0001. A\n" })).toHaveLength(1);
    expect(check({ "docs/decisions/0001-a.md": GOOD, "docs/decisions/0001-b.md": GOOD })).toHaveLength(2);
    expect(check({ "docs/decisions/one-dialect.md": GOOD })).toHaveLength(1);
    expect(check({ "docs/decisions/0001-a.md": `${GOOD}The choice, as a sentence` })).toHaveLength(1);
  });
});
