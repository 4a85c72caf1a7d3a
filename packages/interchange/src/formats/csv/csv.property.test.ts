import { isFormula, neutraliseFormula } from "@alongside/domain/display/spreadsheet-formula";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CSV_DELIMITERS } from "./delimiter";
import { CSV_ENCODINGS } from "./encoding";
import { type CsvEvent, type CsvOptions, openCsv } from "./read";
import { writeCsv } from "./write";

async function everything(chunks: Iterable<Uint8Array>, options: CsvOptions = {}): Promise<unknown> {
  const opened = await openCsv(chunks, options);
  if (opened.kind === "refused") return opened;
  const events: CsvEvent[] = [];
  for await (const event of opened.file.events) events.push(event);
  return { header: opened.file.header, delimiter: opened.file.delimiter, encoding: opened.file.encoding, events };
}

function* chunked(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
const delimiter = fc.constantFrom(...CSV_DELIMITERS);
const cell = fc
  .string({
    unit: fc.oneof(fc.constantFrom(..."\"\r\n,;\t| '=+-@0a".split("")), fc.string({ unit: "grapheme", maxLength: 1 })),
    maxLength: 8,
  })
  .map((text) => text.replaceAll("\0", ""));
const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }).map((rows) => ({
    header: Array.from({ length: width }, (_, index) => `column ${index}`),
    rows,
  })),
);

describe("delimited text, laws", () => {
  it("what is written is read back, formulas neutralised, whatever the delimiter and mark", async () => {
    await fc.assert(
      fc.asyncProperty(table, delimiter, fc.boolean(), async ({ header, rows }, separator, byteOrderMark) => {
        const text = writeCsv([header, ...rows], { delimiter: separator, byteOrderMark });
        const opened = await openCsv([new TextEncoder().encode(text)], { delimiter: separator });
        if (opened.kind === "refused") throw new Error(JSON.stringify(opened.problems));
        const read: (readonly string[])[] = [];
        for await (const event of opened.file.events) {
          if (event.kind === "problem") throw new Error(JSON.stringify(event.problem));
          read.push(event.cells);
        }
        expect(opened.file.header).toEqual(header);
        expect(read).toEqual(rows.map((row) => row.map(neutraliseFormula)));
      }),
    );
  });

  it("nothing that is written can run in a spreadsheet program", () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(isFormula(neutraliseFormula(text))).toBe(false);
      }),
    );
  });

  it("no cell of a written table begins with what a spreadsheet acts on, unless it is a number or a dash", async () => {
    const risky = fc
      .tuple(fc.constantFrom(..."=+-@\t\r\n＝＋－＠"), fc.constantFrom("cmd|' /C calc'!A0", "1+1", "2", "--", "", "A1"))
      .map(([sign, rest]) => sign + rest);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(risky, cell), { minLength: 1, maxLength: 9 }), async (cells) => {
        const text = writeCsv([["only", "rest"], ...cells.map((one) => [one, "x"])]);
        const opened = await openCsv([new TextEncoder().encode(text)], {});
        if (opened.kind === "refused") throw new Error(JSON.stringify(opened.problems));
        for await (const event of opened.file.events) {
          if (event.kind === "problem") throw new Error(JSON.stringify(event.problem));
          expect(event.cells[0]).not.toMatch(/^[=@\t\r\n＝＋－＠]|^[+-](?![\d.,-]*([eE][+-]?\d+)?$)/);
        }
      }),
    );
  });

  it("any bytes give rows or problems, never an exception", async () => {
    const soup = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .string({ unit: fc.constantFrom(...'a1,;"\n\r\t=é组\0'.split("")), maxLength: 200 })
        .map((text) => new TextEncoder().encode(text)),
    );
    await fc.assert(
      fc.asyncProperty(soup, fc.constantFrom(...CSV_ENCODINGS), async (bytes, encoding) => {
        await expect(everything([bytes], { encoding })).resolves.toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  it("where the chunks are cut does not matter", async () => {
    const soup = fc
      .string({ unit: fc.constantFrom(...('ab12,;"\n\r\t=é组😀'.match(/./gsu) ?? [])), maxLength: 120 })
      .map((text) => `id,value\n${text}`);
    const bytes = fc.oneof(
      soup.map((text) => new TextEncoder().encode(text)),
      soup.map((text) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, "utf16le"))),
      fc.uint8Array({ maxLength: 60 }).map((tail) => Uint8Array.from([...new TextEncoder().encode("a,b\n"), ...tail])),
    );
    await fc.assert(
      fc.asyncProperty(bytes, sizes, async (whole, cuts) => {
        expect(await everything(chunked(whole, cuts))).toEqual(await everything([whole]));
      }),
      { numRuns: 300 },
    );
  });
});
