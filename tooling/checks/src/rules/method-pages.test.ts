import { describe, expect, it } from "vitest";
import { treeOf } from "../source-tree";
import { checkMethodPages } from "./method-pages";

const page = (header: string) => ({ "docs/methods/change.md": `# Change\n\n${header}\n\nWhat it is about.\n` });
const check = (files: Readonly<Record<string, string>>): readonly string[] =>
  checkMethodPages(treeOf(files)).map(({ message }) => message);

describe("method-pages", () => {
  it("accepts a page that nobody has checked and says so, and one that somebody has", () => {
    expect(check(page("*Version 1 of 2026-11-22. Checked by: nobody yet.*"))).toEqual([]);
    expect(check(page("*Version 3 of 2026-11-22. Checked by: A. B. Example on 2026-12-01, version 3.*"))).toEqual([]);
    // The signature of an older version stays, and can be told from one of this.
    expect(check(page("*Version 4 of 2026-12-05. Checked by: A. B. Example on 2026-12-01, version 3.*"))).toEqual([]);
  });

  it.each([
    ["nothing", "What the page is about."],
    ["no day", "*Version 1. Checked by: nobody yet.*"],
    ["nobody named", "*Version 1 of 2026-11-22. Checked by: .*"],
    ["no version checked", "*Version 1 of 2026-11-22. Checked by: A. B. Example on 2026-12-01.*"],
    ["a version to come", "*Version 1 of 2026-11-22. Checked by: A. B. Example on 2026-12-01, version 2.*"],
    ["a check before it was written", "*Version 2 of 2026-12-05. Checked by: A. B. Example on 2026-12-01, version 2.*"],
  ])("refuses %s", (_, header) => {
    expect(check(page(header))).toHaveLength(1);
  });

  it("leaves the glossary and other documents alone", () => {
    expect(check({ "docs/methods/glossary.md": "# Glossary\n", "docs/README.md": "# Documents\n" })).toEqual([]);
  });
});
