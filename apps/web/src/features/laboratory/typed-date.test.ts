import { describe, expect, it } from "vitest";
import { readTypedDate } from "./typed-date";

const TODAY = "2026-11-22";

describe("readTypedDate", () => {
  it.each([
    ["2026-11-20", "2026-11-20"],
    ["2026-1-2", "2026-01-02"],
    ["2026/11/20", "2026-11-20"],
    ["2026.11.20", "2026-11-20"],
    ["20261120", "2026-11-20"],
    ["２０２６－１１－２０", "2026-11-20"],
    ["2026年11月20日", "2026-11-20"],
    [" t ", TODAY],
    ["今天", TODAY],
    ["Y", "2026-11-21"],
    ["昨天", "2026-11-21"],
    ["-3", "2026-11-19"],
    ["-22", "2026-10-31"],
    ["2024-02-29", "2024-02-29"],
  ])("%s is a day", (text, day) => {
    expect(readTypedDate(text, TODAY)).toEqual({ kind: "day", day });
  });

  it.each(["20/11/2026", "11-20", "20.11.26", "2026-13-01", "2025-02-29", "2026-11", "yesterday", "--3"])(
    "%s could be something else, and is not taken",
    (text) => {
      expect(readTypedDate(text, TODAY)).toEqual({ kind: "unclear" });
    },
  );

  it("says nothing where nothing stands", () => {
    expect(readTypedDate("  ", TODAY)).toEqual({ kind: "none" });
  });
});
