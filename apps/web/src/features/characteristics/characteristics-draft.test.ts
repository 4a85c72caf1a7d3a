import { type Characteristics, NOT_RECORDED } from "@alongside/domain/characteristics/characteristics";
import { describe, expect, it } from "vitest";
import { draftOf, readDraft, withAnswer } from "./characteristics-draft";

const SOMEBODY: Characteristics = { age: 0, gender: "non-binary", keyPopulations: ["none"] };

describe("the form of who somebody is", () => {
  it("says what it was made of, and takes an empty field for nothing and never for zero", () => {
    expect(readDraft(draftOf(SOMEBODY))).toEqual(SOMEBODY);
    expect(readDraft({ age: " ", gender: "", keyPopulations: [] })).toEqual(NOT_RECORDED);
  });

  it.each(["forty", "40.5", "-1", "121"])("takes %s for no age", (age) => {
    expect(readDraft({ ...draftOf(SOMEBODY), age })).toBeNull();
  });
});

it("lets an answer that names none stand alone", () => {
  expect(withAnswer(["none"], "sex-workers", true)).toEqual(["sex-workers"]);
  expect(withAnswer(["transgender-people"], "sex-workers", true)).toEqual(["sex-workers", "transgender-people"]);
  expect(withAnswer(["sex-workers", "transgender-people"], "not-said", true)).toEqual(["not-said"]);
  expect(withAnswer(["sex-workers", "transgender-people"], "sex-workers", false)).toEqual(["transgender-people"]);
});
