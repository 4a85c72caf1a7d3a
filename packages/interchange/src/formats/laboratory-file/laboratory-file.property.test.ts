import { makeParticipantCode } from "@alongside/domain/identity/participant-code";
import { mergeAssays } from "@alongside/domain/viral-load/assay-register";
import fc from "fast-check";
import { expect, it } from "vitest";
import { LABORATORY_DATE_FORMATS, laboratoryMappingSchema } from "./mapping";
import { parseDay } from "./parse-day";
import { createRowReader } from "./row-reader";

/** Any character. */
const character = fc.integer({ min: 32, max: 0xd7ff }).map((point) => String.fromCodePoint(point));
const ASSAYS = mergeAssays([]);
const CODE = makeParticipantCode([1, 2, 3, 4, 5, 6]);
const columns = { participant: "a", result: "b", collectedOn: "c", kind: "d", unit: "e" };

function reader(decimalMark: "auto" | "." | ",") {
  const constants = { specimen: "plasma" as const };
  const made = createRowReader(
    Object.values(columns),
    laboratoryMappingSchema.parse({ columns, constants, decimalMark }),
    ASSAYS,
  );
  if (made.kind === "columns-missing") throw new Error("columns");
  return made.read;
}

const READERS = { auto: reader("auto"), ".": reader("."), ",": reader(",") } as const;
const marks = fc.constantFrom("auto" as const, "." as const, "," as const);

it("any cells give a measurement, a question or a refusal, and no number that has no digit in its cell", () => {
  const cell = fc.oneof(
    fc.string({ unit: character, maxLength: 30 }),
    fc.constantFrom("<40", "1.234", "TND", "CD4", "log", "kg"),
  );
  fc.assert(
    fc.property(marks, fc.array(cell, { minLength: 5, maxLength: 5 }), (mark, cells) => {
      const { content } = READERS[mark]([CODE, cells[1] ?? "", "2026-05-04", cells[3] ?? "", cells[4] ?? ""]);
      expect(["measurement", "question", "refused"]).toContain(content.kind);
      if (content.kind !== "measurement" || content.measurement.value === undefined) return;
      if (content.measurement.value !== null) expect(cells[1]?.normalize("NFKC")).toMatch(/[\p{N}]/u);
    }),
  );
});

it("a number written with either decimal mark and named unit is the same number", () => {
  const number = fc.tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 0, max: 999 }));
  fc.assert(
    fc.property(number, ([whole, part]) => {
      const decimals = String(part).padStart(3, "0");
      const grouped = (mark: string) => String(whole).replace(/\B(?=(\d{3})+$)/g, mark);
      const read = (mark: "." | ",", print: string) =>
        READERS[mark]([CODE, print, "2026-05-04", "", "copies/mL"]).content;
      const [point, comma] = [read(".", `${grouped(",")}.${decimals}`), read(",", `${grouped(".")},${decimals}`)];
      if (point.kind !== "measurement" || comma.kind !== "measurement") throw new Error(JSON.stringify([point, comma]));
      expect(Number(point.measurement.value)).toBe(Number(`${whole}.${decimals}`));
      expect(Number(comma.measurement.value)).toBe(Number(point.measurement.value));
    }),
  );
});

it("a day is read back in every notation, and no other text is one", () => {
  const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1990-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
      fc.constantFrom(...LABORATORY_DATE_FORMATS),
      (date, format) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = "", month = "", day = ""] = iso.split("-");
        const named = format.replace("yyyy", year).replace("mmm", months[Number(month) - 1] ?? "");
        const written = named.replace("mm", month).replace("dd", day);
        expect(parseDay(written, format)).toBe(iso);
        expect(parseDay(`${written} 10:22`, format)).toBe(iso);
        expect(parseDay(iso, format)).toBe(iso);
      },
    ),
  );
  expect(parseDay("31/02/2026", "dd/mm/yyyy")).toBeUndefined();
  expect(parseDay("4-May-26", "dd-mmm-yyyy")).toBeUndefined();
});
