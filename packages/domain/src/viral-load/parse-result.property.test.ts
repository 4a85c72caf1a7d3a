import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Assay } from "./assay";
import { ASSAYS } from "./assays.data";
import { parseResult } from "./parse-result";
import { PHRASES } from "./phrases.data";
import { printResult } from "./print-result";
import prints from "./printed-results.fixtures.json";
import type { ParsedResult, Reading } from "./reading";

const texts = Object.values(prints).flatMap((rows) => rows.map(([text = ""]) => text));
const phrases: readonly string[] = Object.values(PHRASES).flat();
const WITH_FACTOR: Assay = { ...ASSAYS[7], key: "with-factor", iuPerCopy: 1.5 };
const assay = fc.constantFrom<Assay | null>(null, ...ASSAYS, WITH_FACTOR);

/** Pieces of real prints, put together at random: nearer to what goes wrong than random characters. */
const fragment = fc.oneof(
  fc.constantFrom(...phrases),
  fc.constantFrom(
    "<",
    ">",
    "≤",
    "=",
    "(",
    ")",
    ",",
    ".",
    "-",
    " ",
    "/",
    "log10",
    "copies/mL",
    "IU/mL",
    "x10^",
    "E+",
    "万",
  ),
  fc.nat({ max: 99_999 }).map(String),
  fc.constantFrom(...texts),
);
const print = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.array(fragment, { maxLength: 6 }).map((parts) => parts.join("")),
  fc.array(fragment, { maxLength: 6 }).map((parts) => parts.join(" ")),
);

function readingsOf(parsed: ParsedResult): readonly Reading[] {
  switch (parsed.kind) {
    case "understood":
      return [parsed];
    case "question":
      return parsed.literal === null ? parsed.readings : [...parsed.readings, parsed.literal];
    case "unparsed":
      return [];
  }
}

describe("parseResult", () => {
  it("reads what it has printed as the same reading, whoever the laboratory is", () => {
    fc.assert(
      fc.property(print, assay, (text, from) => {
        for (const reading of readingsOf(parseResult(text, { assay: from }))) {
          if (["pending", "failed", "rejected"].includes(reading.state)) continue;
          // Without the factor a number in IU/mL is asked about; its reading is offered there.
          const again = readingsOf(parseResult(printResult(reading), { assay: from }));
          expect(
            again.map(({ state, comparator, value, unit, copiesPerMl }) => ({
              state,
              comparator,
              value,
              unit,
              copiesPerMl,
            })),
          ).toContainEqual({
            state: reading.state,
            comparator: reading.comparator,
            value: reading.value,
            unit: reading.unit,
            copiesPerMl: reading.copiesPerMl,
          });
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("reads every number it can print without a question", () => {
    const digits = fc.tuple(fc.integer({ min: 1, max: 99_999_999 }), fc.integer({ min: 0, max: 4 }));
    const value = digits.map(([whole, decimals]) =>
      decimals === 0 ? String(whole) : `${whole}.${"2500".slice(0, decimals)}`,
    );
    const logValue = fc.integer({ min: 1, max: 8999 }).map((steps) => String(steps / 1000));
    const amount = fc.oneof(
      value.map((text) => ({ value: text, unit: "copies-per-ml" as const })),
      logValue.map((text) => ({ value: text, unit: "log10-copies-per-ml" as const })),
    );
    const sign = fc.constantFrom(
      { state: "quantified", comparator: null } as const,
      { state: "below-quantification", comparator: "<" } as const,
      { state: "below-quantification", comparator: "<=" } as const,
      { state: "above-upper", comparator: ">" } as const,
      { state: "above-upper", comparator: ">=" } as const,
    );
    fc.assert(
      fc.property(amount, sign, (number, stated) => {
        const reading = { ...number, ...stated, copiesPerMl: null };
        expect(parseResult(printResult(reading))).toMatchObject({ kind: "understood", ...number, ...stated });
      }),
      { numRuns: 2000 },
    );
  });

  it("throws at nothing, and gives numbers that are positive and finite", () => {
    fc.assert(
      fc.property(print, assay, (text, from) => {
        for (const { copiesPerMl, comparator, state } of readingsOf(parseResult(text, { assay: from }))) {
          if (copiesPerMl !== null) expect(copiesPerMl > 0 && Number.isFinite(copiesPerMl)).toBe(true);
          expect(comparator === null).toBe(!["below-quantification", "above-upper"].includes(state));
        }
      }),
      { numRuns: 5000 },
    );
  });

  it("gives no number for a text without a digit", () => {
    const withoutDigits = print.map((text) => text.normalize("NFKC").replace(/\p{N}/gu, ""));
    fc.assert(
      fc.property(withoutDigits, (text) => {
        for (const { value, copiesPerMl } of readingsOf(parseResult(text))) {
          expect([value, copiesPerMl]).toEqual([null, null]);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it("understands nothing in which no digit and no known phrase stands", () => {
    const isKnown = (text: string) => phrases.some((phrase) => text.toLowerCase().includes(phrase));
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
        fc.pre(!/\p{N}/u.test(text) && !isKnown(text.normalize("NFD").replace(/\p{M}/gu, "")));
        expect(parseResult(text).kind).toBe("unparsed");
      }),
      { numRuns: 3000 },
    );
  });

  it("takes digits from the text only: those of its value stand in the print in that order", () => {
    fc.assert(
      fc.property(print, (text) => {
        const parsed = parseResult(text);
        if (parsed.kind !== "understood" || parsed.value === null) return;
        const [mantissa = ""] = parsed.value.split("E");
        const printed = text.normalize("NFKC").replace(/\P{Nd}/gu, "");
        expect(printed).toContain(mantissa === "1" ? "1" : mantissa.replace(".", ""));
      }),
      { numRuns: 3000 },
    );
  });

  it("reads full-width characters as it reads ASCII", () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    for (const text of texts.filter((one) => !one.includes("&"))) {
      expect(parseResult(wide(text)), text).toEqual(parseResult(text));
    }
  });

  it("reads every sort of space as it reads a plain one, at the ends and inside", () => {
    const space = fc.constantFrom("\u00a0", "\u2009", "\u202f", "\u2007", "\u3000", "  ", "\u205f");
    fc.assert(
      fc.property(fc.constantFrom(...texts), space, (text, other) => {
        const plain = parseResult(text);
        expect(parseResult(text.replaceAll(" ", other))).toEqual(plain);
        for (const end of [other, "\t", "\r\n"]) expect(parseResult(`${end}${text}${end}`)).toEqual(plain);
      }),
      { numRuns: 3000 },
    );
  });

  it("makes no one number of two cells or lines", () => {
    const number = fc.nat({ max: 999_999 }).map(String);
    const end = fc.constantFrom("\t", "\n", "\r\n", " \n ", "\u2028");
    fc.assert(
      fc.property(number, number, end, (first, second, between) => {
        const parsed = parseResult(`${first}${between}${second}`);
        const joined = readingsOf(parsed).filter(({ value }) => value !== first && value !== second);
        expect(joined).toEqual([]);
      }),
    );
  });

  it("does not mind upper and lower case", () => {
    for (const text of texts) expect(parseResult(text.toUpperCase()), text).toEqual(parseResult(text.toLowerCase()));
  });
});
