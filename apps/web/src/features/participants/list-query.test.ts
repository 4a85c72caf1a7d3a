import { describe, expect, it } from "vitest";
import { createTextSeal } from "@/server/text-seal";
import { listHref, narrows, readListQuery } from "./list-query";

const { seal, open } = createTextSeal("a secret of thirty-two characters");
const SITE = "0197a1b2-0000-7000-8000-000000000001";

describe("the address of the list", () => {
  it("says and reads the same view", () => {
    const query = {
      text: "7K2",
      siteId: SITE,
      cohortId: SITE,
      status: "lost",
      due: "open",
      after: "7K2M-4QXA",
    } as const;
    const href = listHref("/p/demo", query, seal);
    const parameters = Object.fromEntries(new URL(href, "http://localhost").searchParams);
    expect(readListQuery(parameters, open)).toEqual(query);
    expect(href).not.toContain("7K2");
  });

  it("passes over what makes no sense", () => {
    expect(readListQuery({ q: ["a", "b"], site: "1; drop", status: "gone", due: "soon", after: "" })).toEqual({});
  });

  it("keeps an id whole although it is nearly as long as the longest text", () => {
    expect(readListQuery({ site: SITE })).toEqual({ siteId: SITE });
  });

  it("is plain without a wish, and only filters narrow", () => {
    expect(listHref("/p/demo", {}, seal)).toBe("/p/demo/participants");
    expect(narrows({ after: "7K2M-4QXA" })).toBe(false);
    expect(narrows({ text: "7" })).toBe(true);
  });
});
