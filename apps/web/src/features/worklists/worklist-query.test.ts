import { describe, expect, it } from "vitest";
import { TELLING_WORDS } from "../../../e2e/support/discretion";
import { CONTACTS, endText, LISTS, readEnd, readWorklistQuery, wordOf, worklistHref } from "./worklist-query";

const ID = "0197a1b2-0000-7000-8000-000000000001";

describe("the address of a list", () => {
  it("says and reads the same view", () => {
    for (const list of [...LISTS, CONTACTS] as const) {
      const query = { list, siteId: ID, after: "7K2M-4QXA" };
      const address = new URL(worklistHref("/p/demo", query), "http://localhost");
      expect(readWorklistQuery(Object.fromEntries(address.searchParams))).toEqual(query);
    }
  });

  it("does not tell what the results say", () => {
    const words = ([...LISTS, CONTACTS] as const).map((list) => wordOf(list));
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(word).not.toMatch(TELLING_WORDS);
    expect(words.join(" ")).not.toMatch(/suppress|counsel|reject/);
  });

  it("passes over what makes no sense", () => {
    expect(readWorklistQuery({ list: "unsuppressed", site: "1; drop", after: ["a"] })).toEqual({});
    expect(worklistHref("/p/demo", {}, "/print")).toBe("/p/demo/worklists/print");
  });
});

describe("the end of a page", () => {
  it("is read as it was written", () => {
    const end = { on: "2026-02-20", participantId: ID, id: ID.replace(/1$/, "2") };
    expect(readEnd(endText(end))).toEqual(end);
  });

  it("is no end when it makes no sense", () => {
    for (const text of [undefined, "", "2026-02-20", `2026-02-20~${ID}`, `x~${ID}~${ID}`]) {
      expect(readEnd(text)).toBeUndefined();
    }
  });
});
