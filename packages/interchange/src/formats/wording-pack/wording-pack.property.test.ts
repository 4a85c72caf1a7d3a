import { isFormula } from "@alongside/domain/display/spreadsheet-formula";
import type { WordingPack } from "@alongside/domain/instruments/wording-pack";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readWordingPack } from "./read-wording-pack";
import { writeWordingPack } from "./write-wording-pack";

const text = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .map((value) => value.replaceAll("\0", "").trim())
  .filter((value) => value !== "" && !isFormula(value));
const id = fc.stringMatching(/^[a-z][a-z0-9]{0,4}$/);
const pack: fc.Arbitrary<WordingPack> = fc.record({
  instrument: text,
  edition: text,
  language: fc.constantFrom("en", "zh", "fr", "id", "pt-BR"),
  title: text,
  instructions: text,
  items: fc.dictionary(id, text, { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
  options: fc.dictionary(
    id,
    fc.dictionary(fc.integer({ min: 0, max: 9 }).map(String), text, { minKeys: 1, noNullPrototype: true }),
    { maxKeys: 3, noNullPrototype: true },
  ),
});

it("a pack survives both forms of the file", async () => {
  await fc.assert(
    fc.asyncProperty(pack, fc.constantFrom("json", "csv"), async (given, as) => {
      const file = writeWordingPack(given, as as "json" | "csv");
      expect(await readWordingPack(new TextEncoder().encode(file))).toEqual({ ok: true, value: given });
    }),
  );
});

it("any bytes give a result", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      expect(await readWordingPack(bytes)).toHaveProperty("ok", false);
    }),
  );
});
