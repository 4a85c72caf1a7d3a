import { expect, it } from "vitest";
import { rowAction } from "./row-keys";

const key = (name: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey", boolean>> = {}) => ({
  ...{ key: name, ctrlKey: false, metaKey: false, altKey: false },
  ...held,
});

it.each([
  ["j", 0, 1],
  ["ArrowDown", 2, 2],
  ["k", 2, 1],
  ["ArrowUp", 0, 0],
  ["Home", 2, 0],
  ["End", 0, 2],
])("%s in line %i of three goes to line %i", (name, row, to) => {
  expect(rowAction(key(name), row, 3)).toEqual({ kind: "go", to });
});

it("opens counselling, the entry of a result and the list of keys", () => {
  expect(rowAction(key("c"), 1, 3)).toEqual({ kind: "press", what: "counselling" });
  expect(rowAction(key("e"), 1, 3)).toEqual({ kind: "press", what: "enter" });
  expect(rowAction(key("?"), 1, 3)).toEqual({ kind: "help" });
});

it("leaves the browser its own keys", () => {
  expect(rowAction(key("Enter"), 1, 3)).toBeNull();
  for (const held of ["ctrlKey", "metaKey", "altKey"]) expect(rowAction(key("c", { [held]: true }), 1, 3)).toBeNull();
});
