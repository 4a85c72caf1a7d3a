import { describe, expect, it } from "vitest";
import { keyMove, type PressedIn, type PressedKey, stateKey } from "./cell-keys";

const press = (key: string, more: Partial<PressedKey> = {}): PressedKey => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false },
  ...more,
});
const TEXT: PressedIn = { kind: "text", atStart: false, atEnd: false };
const LIST: PressedIn = { kind: "list", atStart: false, atEnd: false };
const SENTENCE: PressedIn = { kind: "sentence", atStart: false, atEnd: false };

describe("keyMove", () => {
  it.each([
    ["Enter", "next-step"],
    ["ArrowUp", "up"],
    ["ArrowDown", "down"],
    ["F8", "undo"],
    ["F9", "history"],
    ["Escape", "carry"],
    ["?", "shortcuts"],
  ])("%s in text means %s", (key, kind) => {
    expect(keyMove(press(key), TEXT)).toEqual({ kind });
  });

  it.each([
    ["Enter", "save"],
    ["s", "save"],
    ["Delete", "remove"],
    ["ArrowUp", "up"],
    ["ArrowRight", "right"],
  ])("%s with Control means %s, in lists and on a Mac, too", (key, kind) => {
    expect(keyMove(press(key, { ctrlKey: true }), LIST)).toEqual({ kind });
    expect(keyMove(press(key, { metaKey: true }), TEXT)).toEqual({ kind });
  });

  it("leaves the arrows to lists, and to text until its edge", () => {
    expect(keyMove(press("ArrowUp"), LIST)).toBeNull();
    expect(keyMove(press("ArrowDown"), LIST)).toBeNull();
    expect(keyMove(press("ArrowRight"), LIST)).toBeNull();
    expect(keyMove(press("ArrowRight"), TEXT)).toBeNull();
    expect(keyMove(press("ArrowRight"), { ...TEXT, atEnd: true })).toEqual({ kind: "right" });
    expect(keyMove(press("ArrowLeft"), { ...TEXT, atEnd: true })).toBeNull();
    expect(keyMove(press("ArrowLeft"), { ...TEXT, atStart: true })).toEqual({ kind: "left" });
    expect(keyMove(press("ArrowLeft", { shiftKey: true }), { ...TEXT, atStart: true })).toBeNull();
  });

  it("leaves a question mark in a sentence, keys with Alt, and an input method that is composing", () => {
    expect(keyMove(press("?"), SENTENCE)).toBeNull();
    expect(keyMove(press("Enter", { altKey: true }), TEXT)).toBeNull();
    expect(keyMove(press("Enter", { isComposing: true }), TEXT)).toBeNull();
    expect(keyMove(press("x"), TEXT)).toBeNull();
    expect(keyMove(press("c", { ctrlKey: true }), TEXT)).toBeNull();
    expect(keyMove(press("Enter", { shiftKey: true }), TEXT)).toEqual({ kind: "up" });
  });
});

describe("stateKey", () => {
  it.each([
    ["n", "not-detected"],
    ["N", "not-detected"],
    ["q", "quantified"],
    ["b", "below-quantification"],
    ["a", "above-upper"],
    ["r", "rejected"],
    ["f", "failed"],
    ["p", "pending"],
  ])("%s", (key, state) => {
    expect(stateKey(key)).toEqual({ state });
  });

  it("passes digits and signs on to the result", () => {
    expect(stateKey("4")).toEqual({ print: "4" });
    expect(stateKey("<")).toEqual({ print: "<" });
    expect(stateKey("未")).toEqual({ print: "未" });
  });

  it.each(["x", "Enter", " ", "Tab"])("leaves %s to the list", (key) => {
    expect(stateKey(key)).toBeNull();
  });
});
