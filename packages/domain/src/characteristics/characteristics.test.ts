import { describe, expect, it } from "vitest";
import { type Characteristics, characteristicsSchema, NOT_RECORDED, onlyRecorded, recordedIn } from "./characteristics";

const somebody: Characteristics = {
  age: 34,
  gender: "trans-woman",
  keyPopulations: ["sex-workers", "transgender-people"],
};

describe("characteristicsSchema", () => {
  it.each<[name: string, change: object, message: string | null]>([
    ["a person", {}, null],
    ["nothing recorded", NOT_RECORDED, null],
    ["a child in its first year", { age: 0 }, null],
    ["an age that is no whole number", { age: 33.5 }, "int"],
    ["an age that nobody reaches", { age: 121 }, "<=120"],
    ["an age below none", { age: -1 }, ">=0"],
    ["a gender not listed", { gender: "F" }, "option"],
    ["none, alone", { keyPopulations: ["none"] }, null],
    ["none beside another", { keyPopulations: ["none", "sex-workers"] }, "characteristics.alone"],
    ["not said beside none", { keyPopulations: ["not-said", "none"] }, "characteristics.alone"],
    ["one twice", { keyPopulations: ["sex-workers", "sex-workers"] }, "characteristics.twice"],
    ["another field", { name: "Ada" }, "name"],
  ])("%s", (_name, change, message) => {
    const parsed = characteristicsSchema.safeParse({ ...somebody, ...change });
    expect(parsed.success).toBe(message === null);
    if (message !== null) expect(parsed.error?.issues[0]?.message).toContain(message);
  });
});

it("tells what is recorded, and an answer that names nothing is one", () => {
  expect(recordedIn(NOT_RECORDED)).toEqual([]);
  expect(recordedIn(somebody)).toEqual(["age", "gender", "key-populations"]);
  expect(recordedIn({ age: 0, gender: null, keyPopulations: ["not-said"] })).toEqual(["age", "key-populations"]);
});

it("leaves out what a programme does not record", () => {
  expect(onlyRecorded(somebody, ["gender"])).toEqual({ age: null, gender: "trans-woman", keyPopulations: [] });
  expect(onlyRecorded(somebody, [])).toEqual(NOT_RECORDED);
});
