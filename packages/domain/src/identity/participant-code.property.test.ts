import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeParticipantCode, readParticipantCode } from "./participant-code";

const ALPHABET = Array.from("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
const randomSymbols = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 6, maxLength: 6 });
const code = randomSymbols.map((symbols) => makeParticipantCode(symbols));
const bare = (text: string) => Array.from(text.replace("-", ""));

describe("participant code", () => {
  it("reads back what it wrote, however it is typed", () => {
    fc.assert(
      fc.property(code, fc.constantFrom(" ", "", "-", "–", "\t"), fc.boolean(), (written, gap, lower) => {
        const typed = bare(written).join(gap);
        expect(readParticipantCode(lower ? typed.toLowerCase() : typed)).toEqual({ ok: true, code: written });
      }),
    );
  });

  it("locates every single substitution, all 8 x 31 of a code, and suggests the original", () => {
    fc.assert(
      fc.property(code, (written) => {
        const symbols = bare(written);
        symbols.forEach((right, index) => {
          for (const wrong of ALPHABET) {
            if (wrong === right) continue;
            expect(readParticipantCode(symbols.with(index, wrong).join(""))).toEqual({
              ok: false,
              problem: "check",
              position: index + 1,
              found: wrong,
              suggestion: written,
            });
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it("notices every two wrong characters", () => {
    fc.assert(
      fc.property(
        code,
        fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 2, maxLength: 2 }),
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 1, max: 31 }),
        (written, places, shiftA, shiftB) => {
          const symbols = bare(written);
          const [first = 0, second = 1] = places;
          const shifted = (place: number, by: number) =>
            ALPHABET[(ALPHABET.indexOf(symbols[place] ?? "") + by) % 32] ?? "";
          const typed = symbols.with(first, shifted(first, shiftA)).with(second, shifted(second, shiftB)).join("");
          expect(readParticipantCode(typed).ok).toBe(false);
        },
      ),
    );
  });

  it("names every exchange of neighbours, all seven of a code, by its places and the code that was meant", () => {
    fc.assert(
      fc.property(code, (written) => {
        const symbols = bare(written);
        for (let index = 0; index < 7; index += 1) {
          const [left = "", right = ""] = symbols.slice(index, index + 2);
          if (left === right) continue;
          const typed = symbols.with(index, right).with(index + 1, left);
          const reading = readParticipantCode(typed.join(""));
          expect(reading).toMatchObject({ ok: false, problem: "check" });
          expect(reading).not.toHaveProperty("position");
          expect(reading.ok ? [] : reading.swaps).toContainEqual({
            places: [index + 1, index + 2],
            suggestion: written,
          });
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("offers besides only exchanges that give a code as well, and mostly there is nothing besides", () => {
    let named = 0;
    let alone = 0;
    fc.assert(
      fc.property(code, fc.integer({ min: 0, max: 6 }), (written, index) => {
        const symbols = bare(written);
        const [left = "", right = ""] = symbols.slice(index, index + 2);
        fc.pre(left !== right);
        const typed = symbols.with(index, right).with(index + 1, left);
        const reading = readParticipantCode(typed.join(""));
        const swaps = reading.ok ? [] : (reading.swaps ?? []);
        for (const { places, suggestion } of swaps) {
          expect(readParticipantCode(suggestion)).toEqual({ ok: true, code: suggestion });
          const [first, second] = places.map((place) => place - 1);
          expect(bare(suggestion).flatMap((symbol, at) => (symbol === typed[at] ? [] : [at]))).toEqual([first, second]);
        }
        named += 1;
        alone += swaps.length === 1 ? 1 : 0;
      }),
      { numRuns: 2_000 },
    );
    expect(alone / named).toBeGreaterThan(0.7);
  });

  it("fills one character that no code contains", () => {
    fc.assert(
      fc.property(
        code,
        fc.integer({ min: 0, max: 7 }),
        fc.constantFrom("U", "*", "?", "é"),
        (written, index, foreign) => {
          expect(readParticipantCode(bare(written).with(index, foreign).join(""))).toEqual({
            ok: false,
            problem: "symbol",
            position: index + 1,
            found: foreign.toUpperCase(),
            suggestion: written,
          });
        },
      ),
    );
  });
});
