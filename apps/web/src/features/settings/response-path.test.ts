import { expect, it } from "vitest";
import { readResponsePath } from "./response-path";

const PATH = { contact: "Nurse on duty", withinHours: 1, firstWords: "Thank you" };

it("reads what was stored", () => {
  expect(readResponsePath(PATH)).toEqual(PATH);
});

it.each([null, undefined, "text", [], {}, { ...PATH, withinHours: "1" }, { contact: "x" }])(
  "reads nothing from %j",
  (stored) => {
    expect(readResponsePath(stored)).toBeNull();
  },
);
