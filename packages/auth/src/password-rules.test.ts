import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passwordProblem } from "./password-rules";

const email = "amina@clinic-of-lakes.example.org";

describe("passwordProblem", () => {
  it.each([
    ["short", "too-short"],
    ["x".repeat(257), "too-long"],
    ["passwordpassword", "too-common"],
    ["Password123456", "too-common"],
    ["aaaaaaaaaaaaaaaa", "too-common"],
    ["abcdefghijklmnop", "too-common"],
    ["0987654321zyxwvu", "too-common"],
    ["qwertyuiop1234", "too-common"],
    ["Alongside2026!", "too-common"],
    ["amina likes tea", "contains-email"],
  ])("refuses %s: %s", (password, problem) => {
    expect(passwordProblem(password, email)).toBe(problem);
  });

  it.each(["manchester12", "Sunshine2024", "basketball!!!", "butterfly1234", "princess-2020"])(
    "refuses %s, which is a leaked password with a little added",
    (password) => expect(passwordProblem(password, email)).toBe("too-common"),
  );

  it.each(["b@sk3tb@ll123", "llabteksab123", "p4$$w0rd1985", "drowssap1985!"])(
    "refuses %s, which is one in disguise",
    (password) => expect(passwordProblem(password, email)).toBe("too-common"),
  );

  it("refuses one short thing repeated", () => {
    expect(passwordProblem("kiveturokiveturo", email)).toBe("repeats-itself");
    expect(passwordProblem("heronsheron", email)).toBe("too-short");
    expect(passwordProblem("blue heron on a lake, blue heron on a lake, ", email)).toBeNull();
  });

  it("refuses the words of the place, and lets a sentence hold one", () => {
    expect(passwordProblem("NorthernLakes26", email, ["Northern Lakes"])).toBe("contains-programme");
    expect(passwordProblem("NorthernLakes26", email)).toBeNull();
    expect(passwordProblem("clinic-of-lakes26", email)).toBe("contains-programme");
    expect(passwordProblem("three northern herons", email, ["Northern Lakes"])).toBeNull();
  });

  it("accepts a plain long phrase, in any script, without asking for signs or digits", () => {
    expect(passwordProblem("three blue herons", email)).toBeNull();
    expect(passwordProblem("三只蓝色的苍鹭站在清晨河边", email)).toBeNull();
    expect(passwordProblem("👩🏽‍🌾 planting rice by the river", email)).toBeNull();
  });

  it("judges the same text alike however it was composed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        expect(passwordProblem(text.normalize("NFD"), email)).toBe(passwordProblem(text.normalize("NFC"), email));
      }),
    );
  });

  it("never refuses twelve letters and digits drawn by chance from many for being common", () => {
    const letter = fc.constantFrom(..."bdghjkmnpqrstvwxyz2468");
    fc.assert(
      fc.property(fc.array(letter, { minLength: 20, maxLength: 20 }), (letters) => {
        const drawn = letters.join("");
        fc.pre(new Set(drawn).size >= 10);
        expect(passwordProblem(drawn, email)).toBeNull();
      }),
    );
  });

  it("is done with a long password in no time worth attacking", () => {
    const long = "three blue herons stand in the river at dawn and wait ".repeat(4);
    const began = performance.now();
    passwordProblem(long, email, ["Northern Lakes"]);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
