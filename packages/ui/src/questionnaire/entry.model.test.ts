import type { ResponseView } from "@alongside/domain/instruments/questionnaire-view";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allowedText, entryText, readEntry } from "./entry.model";

const choice = (...codes: number[]): ResponseView => ({
  kind: "choice",
  options: codes.map((code) => ({ code, label: null })),
});
const quantity = (minimum: number, maximum: number, integer = true, step: number | null = null): ResponseView => ({
  kind: "number",
  minimum,
  maximum,
  integer,
  step,
  unit: null,
});

describe("readEntry", () => {
  it.each([
    ["0", choice(0, 1, 2, 3), { kind: "answer", answer: 0 }],
    ["３", choice(0, 1, 2, 3), { kind: "answer", answer: 3 }],
    ["4", choice(0, 1, 2, 3), { kind: "refused" }],
    ["x", choice(0, 1, 2, 3), { kind: "refused" }],
    ["", choice(0, 1), { kind: "empty" }],
    ["s", choice(0, 1), { kind: "answer", answer: "skipped" }],
    ["-", choice(0, 1), { kind: "answer", answer: "skipped" }],
    ["D", choice(0, 1), { kind: "answer", answer: "declined" }],
    // 1 may become 10, so it waits.
    ["1", choice(0, 1, 10), { kind: "perhaps", answer: 1, problem: null }],
    ["10", choice(0, 1, 10), { kind: "answer", answer: 10 }],
    ["2", choice(20, 21), { kind: "perhaps", answer: null, problem: { kind: "unknown-code" } }],
    ["7", quantity(0, 7), { kind: "answer", answer: 7 }],
    ["8", quantity(0, 7), { kind: "perhaps", answer: null, problem: { kind: "out-of-range" } }],
    ["55", quantity(0, 100), { kind: "perhaps", answer: 55 }],
    ["5,5", quantity(0, 10, false), { kind: "perhaps", answer: 5.5 }],
    ["5.5", quantity(0, 10), { kind: "perhaps", answer: null, problem: { kind: "not-whole" } }],
    ["15", quantity(0, 100, true, 10), { kind: "perhaps", answer: null, problem: { kind: "off-step" } }],
    ["-5", quantity(-10, 10), { kind: "perhaps", answer: -5 }],
    ["-", quantity(-10, 10), { kind: "perhaps", answer: null, problem: { kind: "not-a-number" } }],
    ["1e5", quantity(0, 1_000_000), { kind: "refused", problem: { kind: "not-a-number" } }],
  ] as const)("reads %j", (typed, response, expected) => {
    expect(readEntry(typed, response)).toMatchObject(expected);
  });

  it("never takes what the question does not allow, and always takes what it does", () => {
    const codes = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(codes, fc.integer({ min: 0, max: 40 }), (allowed, typed) => {
        const entry = readEntry(String(typed), choice(...allowed));
        const answer = entry.kind === "answer" || entry.kind === "perhaps" ? entry.answer : null;
        expect(answer).toBe(allowed.includes(typed) ? typed : null);
      }),
    );
  });

  it("reads back what it wrote for any answer", () => {
    const answer = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom("skipped" as const, "declined" as const));
    fc.assert(
      fc.property(answer, (given) => {
        expect(readEntry(entryText(given), quantity(0, 9))).toEqual({ kind: "answer", answer: given });
      }),
    );
  });
});

describe("allowedText", () => {
  it("is as short as it can be without hiding a gap", () => {
    expect(allowedText(choice(0, 1, 2, 3))).toBe("0–3");
    expect(allowedText(choice(0, 1))).toBe("0, 1");
    expect(allowedText(choice(1, 2, 9))).toBe("1, 2, 9");
    expect(allowedText(quantity(0, 100))).toBe("0–100");
  });
});
