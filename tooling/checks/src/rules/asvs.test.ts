import { describe, expect, it } from "vitest";
import { treeOf } from "../source-tree";
import { checkAsvs } from "./asvs";
import { ASVS_REQUIREMENTS } from "./asvs-requirements";

const REQUIRED = ["v5.0.0-1.1.1", "v5.0.0-1.1.2", "v5.0.0-9.1.1"];
const MET = "| v5.0.0-1.1.1 | input | met | [test](../../packages/a/a.test.ts) |";
const NOT_MET = "| v5.0.0-1.1.2 | output | not met | Nobody has built it yet. |";
const NOT_APPLICABLE = "| v5.0.0-9.1.1 | tokens | not applicable | There are no such tokens. |";
const SUM = "1 met, 1 not met, 1 not applicable.";

const messages = (...lines: readonly string[]): readonly string[] => {
  const page = ["# Table", "", "| id | topic | state | shown by |", "|---|---|---|---|", ...lines].join("\n");
  const tree = treeOf({ "docs/security/asvs.md": page, "packages/a/a.test.ts": "" });
  return checkAsvs(tree, REQUIRED).map(({ message }) => message);
};

describe("the table of the security standard", () => {
  it("passes when every requirement has its row, its state and what shows it", () => {
    expect(messages(SUM, MET, NOT_MET, NOT_APPLICABLE)).toEqual([]);
  });

  it("may say of several requirements in one row that they do not apply", () => {
    const row = "| v5.0.0-1.1.2, v5.0.0-9.1.1 | tokens | not applicable | There are no such tokens. |";
    expect(messages("1 met, 0 not met, 2 not applicable.", MET, row)).toEqual([]);
  });

  it.each([
    ["v5.0.0-9.1.1 has no row.", [SUM.replace("1 not applicable", "0 not applicable"), MET, NOT_MET]],
    ["v5.0.0-1.1.1 has two rows.", [SUM.replace("1 met", "2 met"), MET, MET, NOT_MET, NOT_APPLICABLE]],
    [
      "v5.0.0-1.1.3 is not asked about.",
      [SUM.replace("1 met", "2 met"), MET, MET.replace("1.1.1", "1.1.3"), NOT_MET, NOT_APPLICABLE],
    ],
    ["What is met links to a file that shows it.", [SUM, MET.replace("a.test", "gone"), NOT_MET, NOT_APPLICABLE]],
    ["What is not met says why.", [SUM, MET, NOT_MET.replace("Nobody has built it yet.", "To do."), NOT_APPLICABLE]],
    ["What is not applicable says why.", [SUM, MET, NOT_MET, NOT_APPLICABLE.replace("There are no such tokens.", "")]],
    [
      '"partly" is none of: met, not met, not applicable.',
      [SUM.replace("1 met", "0 met"), MET.replace("| met |", "| partly |"), NOT_MET, NOT_APPLICABLE],
    ],
    ["A row has four cells: ids, topic, state, control or reason.", [SUM, `${MET} more |`, NOT_MET, NOT_APPLICABLE]],
    [`A line of its own has to say: "${SUM}"`, ["2 met, 0 not met, 1 not applicable.", MET, NOT_MET, NOT_APPLICABLE]],
    [`A line of its own has to say: "${SUM}"`, [MET, NOT_MET, NOT_APPLICABLE]],
  ])("says: %s", (message, lines) => {
    expect(messages(...lines)).toEqual([message]);
  });

  it("says that the page is gone", () => {
    expect(checkAsvs(treeOf({}), REQUIRED).map(({ message }) => message)).toEqual(["The table is gone."]);
  });

  it("asks for the 253 requirements of levels 1 and 2, and the 12 of level 3 of four chapters", () => {
    expect(ASVS_REQUIREMENTS).toHaveLength(253 + 12);
    expect(new Set(ASVS_REQUIREMENTS).size).toBe(265);
  });
});
