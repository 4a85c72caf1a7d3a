import { findInstrument } from "@alongside/domain/instruments/registry";
import { describe, expect, it } from "vitest";
import { itemWords } from "./item-words";

describe("itemWords", () => {
  it("calls a question by its number on paper while no wording is loaded", () => {
    expect(itemWords("phq9/total", "en", []).get("phq9.i1")).toEqual({ number: "1", text: null });
  });

  it("has its words as soon as they are, in the language of the screen only", () => {
    const edition = findInstrument("phq9")?.edition ?? "";
    const items = { "phq9.i1": "Made-up words" };
    const pack = { instrument: "phq9", edition, language: "en", title: "T", instructions: "", items, options: {} };
    const words = (language: string) => itemWords("phq9/total", language, [pack]);
    expect(words("en").get("phq9.i1")).toEqual({ number: "1", text: "Made-up words" });
    expect(words("en").get("phq9.i2")).toEqual({ number: "2", text: null });
    expect(words("zh").get("phq9.i1")).toEqual({ number: "1", text: null });
  });

  it("knows no questions of what came as a number", () => {
    expect(itemWords("measure/bdi", "en", []).size).toBe(0);
  });
});
